package io.depth4j;

import io.depth4j.internal.kernel.ColorKernels;
import io.depth4j.internal.kernel.Kernels;
import java.util.Objects;

/**
 * Floats to grey levels over a range.
 *
 * <p>The level of a value is {@code (v - low) * (255 / (high - low))}, with 65535 for 255 where levels have 16 bits, in float
 * arithmetic with the ends of the range taken as floats, rounded to nearest, half to even. Values below and above the range, and the infinities, get the lowest and the highest level. {@code NaN} gets
 * {@link #missing()}, and so does every value if the range is {@link Range#EMPTY}. In a range without width its value and what lies
 * below it get level 0, what lies above the highest.
 *
 * @param range the values that the levels span
 * @param missing the level of missing pixels; what is not of them may have it too
 */
public record Quantizer(Range range, int missing) {

    public Quantizer {
        Objects.requireNonNull(range, "range");
        if (missing < 0 || missing > 0xffff) {
            throw new IllegalArgumentException("The level of missing pixels lies in 0..65535, found " + missing);
        }
    }

    /** Over a range; missing pixels get level 0. */
    public static Quantizer over(Range range) {
        return new Quantizer(range, 0);
    }

    public Quantizer withRange(Range newRange) {
        return new Quantizer(newRange, missing);
    }

    /** With this level for missing pixels, 0 to 255 or, for 16 bits only, to 65535. */
    public Quantizer withMissing(int level) {
        return new Quantizer(range, level);
    }

    /** Fills a {@link PixelFormat#GRAY8} picture of the plane's size. */
    public void gray8Into(FloatPlane src, Image dst) {
        if (dst.format() != PixelFormat.GRAY8 || !dst.size().equals(src.size())) {
            throw new IllegalArgumentException("8-bit levels of " + src.size()
                    + " need a GRAY8 image of that size, found " + dst.format() + " of " + dst.size());
        }
        if (missing > 255) {
            throw new IllegalStateException("Among 8-bit levels missing pixels have one of 0..255, found " + missing);
        }
        ColorKernels kernels = Kernels.active().colors();
        float low = range.lowFloat();
        float high = range.highFloat();
        int width = src.width();
        PixelScratch scratch = PixelScratch.take();
        try {
            for (int y = 0; y < src.height(); y++) {
                byte[] row = scratch.target(dst);
                int to = scratch.targetOffset(dst, y);
                kernels.levels8(src.array(), y * width, width, low, high, (byte) missing, row, to);
                scratch.finish(dst, y);
            }
        } finally {
            scratch.give();
        }
    }

    /** Fills a {@link PixelFormat#GRAY8} picture of the map's size. */
    public void gray8Into(DepthMap src, Image dst) {
        gray8Into(src.plane(), dst);
    }

    /**
     * Writes 16-bit levels, row after row, two bytes a pixel, the high one first: the order of PNG and of Netpbm. To read them as
     * {@code short}s, wrap the array in a {@link java.nio.ByteBuffer}.
     *
     * @param dst holds two bytes a pixel from {@code dstOffset} on
     */
    public void gray16Into(FloatPlane src, byte[] dst, int dstOffset) {
        int pixels = src.size().pixels();
        if (dstOffset < 0 || dst.length - dstOffset < 2L * pixels) {
            throw new IllegalArgumentException("16-bit levels of " + src.size() + " need " + 2L * pixels
                    + " bytes, found " + dst.length + " with offset " + dstOffset);
        }
        Kernels.active()
                .colors()
                .levels16(src.array(), 0, pixels, range.lowFloat(), range.highFloat(), (short) missing, dst, dstOffset);
    }

    /** As {@link #gray16Into(FloatPlane, byte[], int)}. */
    public void gray16Into(DepthMap src, byte[] dst, int dstOffset) {
        gray16Into(src.plane(), dst, dstOffset);
    }

    /** A {@link PixelFormat#GRAY8} picture of the plane. */
    public Image gray8(FloatPlane src) {
        Image dst = Image.allocate(src.size(), PixelFormat.GRAY8);
        gray8Into(src, dst);
        return dst;
    }

    /** A {@link PixelFormat#GRAY8} picture of the map. */
    public Image gray8(DepthMap src) {
        return gray8(src.plane());
    }
}
