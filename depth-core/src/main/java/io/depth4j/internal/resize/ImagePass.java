package io.depth4j.internal.resize;

import io.depth4j.Image;
import java.util.function.IntFunction;

/** A separable resize of images, wherever they keep their pixels: rows out of an array's reach go through a scratch row. */
abstract class ImagePass<R> extends RingPass<Image, R> {

    private final Alpha alpha;
    private final int srcBytes;
    private final int dstBytes;

    ImagePass(int[] first, int taps, int rowLength, int srcBytes, int dstBytes, Alpha alpha, IntFunction<R> rows) {
        super(first, taps, rowLength, srcBytes, dstBytes, rows);
        this.srcBytes = srcBytes;
        this.dstBytes = dstBytes;
        this.alpha = alpha;
    }

    @Override
    final void across(Image src, int row, int rows, Scratch<R> scratch, int ringOffset) {
        if (src.hasArray() && alpha == Alpha.STRAIGHT) {
            across(src.array(), src.offset(row), src.rowStride(), rows, scratch.ring(), ringOffset);
            return;
        }
        for (int i = 0; i < rows; i++) {
            src.readRow(row + i, scratch.in(), 0);
            alpha.enter(scratch.in(), 0, srcBytes);
            across(scratch.in(), 0, srcBytes, 1, scratch.ring(), ringOffset + i * rowLength());
        }
    }

    @Override
    final void down(Scratch<R> scratch, int y, Image dst) {
        if (dst.hasArray()) {
            down(scratch, y, dst.array(), dst.offset(y));
            alpha.leave(dst.array(), dst.offset(y), dstBytes);
        } else {
            down(scratch, y, scratch.out(), 0);
            alpha.leave(scratch.out(), 0, dstBytes);
            dst.writeRow(y, scratch.out(), 0);
        }
    }

    abstract void across(byte[] src, int offset, int stride, int rows, R ring, int ringOffset);

    abstract void down(Scratch<R> scratch, int y, byte[] dst, int offset);
}
