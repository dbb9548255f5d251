package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.internal.kernel.ByteLines;
import io.depth4j.internal.kernel.FloatLines;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.SplineLines;
import io.depth4j.internal.kernel.SplineStrip;

/** What one caller of a spline works with. Pixels outside the heap pass through packed copies; all of it grows as needed. */
final class SplineScratch {

    final SplineStrip strip = new SplineStrip(Kernels.active().splines());
    private final ByteLines byteSource = new ByteLines();
    private final ByteLines byteDestination = new ByteLines();
    private final FloatLines floatSource = new FloatLines();
    private final FloatLines floatDestination = new FloatLines();
    private final FloatLines between = new FloatLines();
    private float[] plane = new float[0];
    private byte[] sourcePixels = new byte[0];
    private byte[] destinationPixels = new byte[0];

    SplineLines read(Image src) {
        if (src.hasArray()) {
            return byteSource.open(src.array(), src.offset(0), src.rowStride());
        }
        sourcePixels = atLeast(sourcePixels, src.rowBytes() * src.height());
        for (int y = 0; y < src.height(); y++) {
            src.readRow(y, sourcePixels, y * src.rowBytes());
        }
        return byteSource.open(sourcePixels, 0, src.rowBytes());
    }

    SplineLines write(Image dst) {
        if (dst.hasArray()) {
            return byteDestination.open(dst.array(), dst.offset(0), dst.rowStride());
        }
        destinationPixels = atLeast(destinationPixels, dst.rowBytes() * dst.height());
        return byteDestination.open(destinationPixels, 0, dst.rowBytes());
    }

    /** Brings what was written to {@code dst} where it belongs. */
    void finish(Image dst) {
        if (!dst.hasArray()) {
            for (int y = 0; y < dst.height(); y++) {
                dst.writeRow(y, destinationPixels, y * dst.rowBytes());
            }
        }
    }

    void copy(Image src, Image dst) {
        sourcePixels = atLeast(sourcePixels, src.rowBytes());
        for (int y = 0; y < src.height(); y++) {
            src.readRow(y, sourcePixels, 0);
            dst.writeRow(y, sourcePixels, 0);
        }
    }

    SplineLines read(FloatPlane src) {
        return floatSource.open(src.array(), src.width());
    }

    SplineLines write(FloatPlane dst) {
        return floatDestination.open(dst.array(), dst.width());
    }

    /** A plane of our own, both written and read. */
    SplineLines between(int width, int height) {
        int needed = Math.multiplyExact(width, height);
        if (plane.length < needed) {
            plane = new float[needed];
        }
        return between.open(plane, width);
    }

    /** Lets go of the callers' pixels. */
    void close() {
        byteSource.close();
        byteDestination.close();
        floatSource.close();
        floatDestination.close();
    }

    private static byte[] atLeast(byte[] bytes, int needed) {
        return bytes.length >= needed ? bytes : new byte[needed];
    }
}
