package io.depth4j.internal.resize;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What the colours of a row of RGBA are multiplied by while it is resampled. */
enum Alpha {
    /** By nothing: alpha is a channel like the others. */
    STRAIGHT {
        @Override
        void enter(byte[] row, int offset, int length) {}

        @Override
        void leave(byte[] row, int offset, int length) {}
    },
    /** By alpha, so that the colour of a transparent pixel does not bleed; Pillow's integer arithmetic. */
    PREMULTIPLIED {
        @Override
        void enter(byte[] row, int offset, int length) {
            for (int p = offset; p < offset + length; p += 4) {
                int pixel = (int) PIXEL.get(row, p);
                int alpha = pixel >>> 24;
                if (alpha == 255) {
                    continue;
                }
                // Red and blue at once, each in 16 bits of its own.
                int outer = (pixel & 0xff00ff) * alpha + 0x800080;
                outer = outer + (outer >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
                int green = (pixel >>> 8 & 0xff) * alpha + 128;
                green = green + (green >>> 8) >>> 8;
                PIXEL.set(row, p, pixel & 0xff000000 | green << 8 | outer);
            }
        }

        @Override
        void leave(byte[] row, int offset, int length) {
            for (int p = offset; p < offset + length; p += 4) {
                int alpha = row[p + 3] & 0xff;
                if (alpha == 255 || alpha == 0) {
                    continue;
                }
                for (int c = p; c < p + 3; c++) {
                    row[c] = (byte) Math.min(255, 255L * (row[c] & 0xff) * RECIPROCALS[alpha] >>> 24);
                }
            }
        }
    };

    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** 2²⁴ over alpha, rounded up: exact enough for the quotients of what is at most 255 · 255. */
    private static final long[] RECIPROCALS = reciprocals();

    private static long[] reciprocals() {
        long[] reciprocals = new long[256];
        for (int alpha = 1; alpha < 256; alpha++) {
            reciprocals[alpha] = ((1L << 24) + alpha - 1) / alpha;
        }
        return reciprocals;
    }

    /** Multiplies a row in place. */
    abstract void enter(byte[] row, int offset, int length);

    /** Divides a row in place. */
    abstract void leave(byte[] row, int offset, int length);
}
