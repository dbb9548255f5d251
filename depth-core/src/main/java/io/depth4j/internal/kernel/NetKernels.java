package io.depth4j.internal.kernel;

import java.util.Optional;

/**
 * The layers of a network, over pixels that lie row by row with all their channels together.
 *
 * <p>A pixel takes {@link #padded(int)} floats, so that every loop over channels ends with a whole vector. What the floats
 * beyond the channels hold is of no matter: none of them ever reaches a channel.
 *
 * <p>An offset is where the first pixel of a whole image lies, also where only some of its rows or pixels, {@code from}
 * inclusively and {@code to} exclusively, are asked for; so several threads can share a layer. Only where it is said may
 * {@code dst} overlap what is read.
 */
public sealed interface NetKernels permits ScalarNetKernels, VectorNetKernels {

    /** Channels come in blocks of so many. */
    int BLOCK = 16;

    /** The floats that a pixel with so many channels takes. */
    static int padded(int channels) {
        return (channels + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Some pixels of a 1x1 convolution. */
    default void pointwise(Pointwise layer, float[] src, int srcAt, float[] dst, int dstAt, int from, int to) {
        pointwise(layer, src, srcAt, Pointwise.NO_ADDEND, 0, dst, dstAt, from, to);
    }

    /** The same, with {@code addend} added before the activation, unless it is empty; it may be {@code dst}, at the same offset. */
    void pointwise(
            Pointwise layer,
            float[] src,
            int srcAt,
            float[] addend,
            int addendAt,
            float[] dst,
            int dstAt,
            int from,
            int to);

    /** Some rows of the output of a convolution of every channel by itself; beyond the image lies zero. */
    void depthwise(
            Depthwise layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to);

    /** Some rows of the output of a convolution; beyond the image lies zero. */
    void direct(Direct layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to);

    /** {@code dst} may be {@code src}, at the same offset. */
    void activate(NetActivation activation, float[] src, int srcAt, float[] dst, int dstAt, int length);

    /** Value by value; {@code dst} may be either of them, at the same offset. */
    void combine(NetArithmetic arithmetic, float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length);

    /** Every pixel with the one pixel {@code b}; {@code dst} may be {@code a}, at the same offset. */
    void combineChannels(
            NetArithmetic arithmetic,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to);

    /** Every value with the one value {@code b}; {@code dst} may be {@code a}, at the same offset. */
    void combineScalar(NetArithmetic arithmetic, float[] a, int aAt, float b, float[] dst, int dstAt, int length);

    /** The mean of every channel. */
    void globalAverage(float[] src, int srcAt, int pixels, int channels, float[] dst, int dstAt);

    /** Some rows of the output, each value that of the nearest pixel. */
    void resizeNearest(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to);

    /** Some rows of the output, each value between the four pixels round it. */
    void resizeLinear(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to);

    /** Every value plus those above it, for some columns of the image; {@code dst} may be {@code src}, at the same offset. */
    void sumDown(float[] src, int srcAt, int height, int width, int channels, float[] dst, int dstAt, int from, int to);

    /** Every value plus those left of it, for some rows of the image; {@code dst} may be {@code src}, at the same offset. */
    void sumAlong(float[] src, int srcAt, int width, int channels, float[] dst, int dstAt, int from, int to);

    /** Some pixels out of planes that follow one another, one for each channel; the padding becomes zero. */
    void fromPlanes(float[] planes, int planesAt, int pixels, int channels, float[] dst, int dstAt, int from, int to);

    /** Some pixels into planes that follow one another, one for each channel. */
    void toPlanes(float[] src, int srcAt, int pixels, int channels, float[] planes, int planesAt, int from, int to);

    /**
     * A short run of both implementations over the same input: what differs first, if any bit does. They add in the same order,
     * as {@link Fma} does.
     */
    static Optional<String> disagreement(NetKernels reference, NetKernels candidate) {
        return NetSample.disagreement(NetSample.of(reference), NetSample.of(candidate));
    }
}
