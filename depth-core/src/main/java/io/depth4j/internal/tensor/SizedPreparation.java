package io.depth4j.internal.tensor;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.PixelWindows;
import io.depth4j.internal.kernel.PlaneScale;
import io.depth4j.internal.kernel.TensorKernels;
import io.depth4j.internal.kernel.Windows;
import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * A {@link TensorPreparation} for pictures of one size and format. Row by row: first down the columns, over contiguous bytes,
 * then along the row, normalised on the way out. Safe for concurrent use.
 */
public final class SizedPreparation {

    private final TensorPreparation preparation;
    private final Size source;
    private final PixelFormat format;
    private final Windows down;
    private final PixelWindows across;
    private final PlaneScale scale;
    private final TensorKernels kernels;
    private final Pool<Scratch> scratch = new Pool<>(this::newScratch);

    SizedPreparation(TensorPreparation preparation, Size source, PixelFormat format, TensorKernels kernels) {
        this.preparation = preparation;
        this.kernels = kernels;
        this.source = source;
        this.format = format;
        Size target = preparation.target();
        boolean shrinks = target.width() <= source.width() && target.height() <= source.height();
        Interpolation interpolation = preparation.interpolation();
        this.down = interpolation.windows(source.height(), target.height(), shrinks);
        this.across =
                new PixelWindows(interpolation.windows(source.width(), target.width(), shrinks), format.channels());
        this.scale = scaleOf(preparation, format);
    }

    private static PlaneScale scaleOf(TensorPreparation preparation, PixelFormat format) {
        int[] channels = switch (format) {
            case GRAY8 -> new int[] {0, 0, 0};
            case RGB24, RGBA32 -> new int[] {0, 1, 2};
            case BGR24 -> new int[] {2, 1, 0};
        };
        float[] factors = new float[TensorPreparation.PLANES];
        float[] biases = new float[TensorPreparation.PLANES];
        for (int plane = 0; plane < TensorPreparation.PLANES; plane++) {
            double deviation = preparation.deviation().get(plane);
            factors[plane] = (float) (preparation.scale() / deviation);
            biases[plane] = (float) (-preparation.mean().get(plane) / deviation);
        }
        return new PlaneScale(channels, factors, biases);
    }

    /** Writes the three planes from {@code dst[offset]} on. */
    public void prepareInto(Image src, float[] dst, int offset) {
        requireFits(src, offset, dst.length);
        Size target = preparation.target();
        Scratch s = scratch.take();
        try {
            for (int y = 0; y < target.height(); y++) {
                mix(src, y, s);
                kernels.project(s.row, across, scale, dst, offset + y * target.width(), target.pixels(), s.pixels);
            }
        } finally {
            scratch.give(s);
        }
    }

    /** Writes the three planes from {@code offset} on to a buffer that may lie outside the heap. */
    public void prepareInto(Image src, FloatBuffer dst, int offset) {
        requireFits(src, offset, dst.limit());
        Size target = preparation.target();
        int width = target.width();
        Scratch s = scratch.take();
        try {
            for (int y = 0; y < target.height(); y++) {
                mix(src, y, s);
                kernels.project(s.row, across, scale, s.planes, 0, width, s.pixels);
                for (int plane = 0; plane < TensorPreparation.PLANES; plane++) {
                    dst.put(offset + plane * target.pixels() + y * width, s.planes, plane * width, width);
                }
            }
        } finally {
            scratch.give(s);
        }
    }

    private void requireFits(Image src, int offset, int length) {
        if (!src.size().equals(source) || src.format() != format) {
            throw new IllegalArgumentException("Prepared for " + format + " pictures of " + source + ", found a "
                    + src.format() + " picture of " + src.size());
        }
        Objects.checkFromIndexSize(offset, preparation.floats(), length);
    }

    /** Rows that weigh nothing at either end of the window are not read. */
    private void mix(Image src, int y, Scratch s) {
        float[] weights = down.weights();
        int at = y * down.taps();
        int end = at + down.taps();
        int first = down.first(y);
        while (end > at + 1 && weights[end - 1] == 0) {
            end--;
        }
        while (at < end - 1 && weights[at] == 0) {
            at++;
            first++;
        }
        int rows = end - at;
        byte[] bytes = src.hasArray() ? src.array() : s.copied(src, first, rows);
        for (int k = 0; k < rows; k++) {
            s.offsets[k] = src.hasArray() ? src.offset(first + k) : k * src.rowBytes();
        }
        kernels.mix(bytes, s.offsets, rows, weights, at, src.rowBytes(), s.row);
    }

    private Scratch newScratch() {
        int rowFloats = Math.multiplyExact(source.width(), format.channels()) + 2 * TensorKernels.LEAD;
        int pixelFloats = Math.multiplyExact(across.outputs(), TensorKernels.PIXEL) + TensorKernels.LEAD;
        float[] planes = new float[TensorPreparation.PLANES * across.outputs()];
        return new Scratch(new float[rowFloats], new float[pixelFloats], planes, new int[down.taps()]);
    }

    private static final class Scratch {

        final float[] row;
        final float[] pixels;
        final float[] planes;
        final int[] offsets;
        private byte[] bytes = new byte[0];

        Scratch(float[] row, float[] pixels, float[] planes, int[] offsets) {
            this.row = row;
            this.pixels = pixels;
            this.planes = planes;
            this.offsets = offsets;
        }

        /** Rows of a picture outside the heap, packed. */
        byte[] copied(Image src, int first, int rows) {
            int rowBytes = src.rowBytes();
            if (bytes.length < offsets.length * rowBytes) {
                bytes = new byte[Math.multiplyExact(offsets.length, rowBytes)];
            }
            for (int k = 0; k < rows; k++) {
                src.readRow(first + k, bytes, k * rowBytes);
            }
            return bytes;
        }
    }
}
