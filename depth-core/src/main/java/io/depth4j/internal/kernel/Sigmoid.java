package io.depth4j.internal.kernel;

/** {@code 1 / (1 + e^-x)} in steps that scalar and vector kernels take alike, to some 1e-7. */
final class Sigmoid {

    /** Beyond it a sigmoid is 0 or 1 to a float, and its power of two no more than a float holds. */
    static final float FAR = 87;

    /** Adding it rounds a small float to an integer, which then lies in the lowest bits. */
    static final float MAGIC = 0x1.8p23f;

    static final float LOG2_E = 1.442695f;

    /** The logarithm of two in two parts, the first of so few digits that small integers times it are exact. */
    static final float LN2_HIGH = 0x1.63p-1f;

    static final float LN2_LOW = -2.12194440e-4f;

    static final int ONE_BITS = 0x3f800000;
    static final int MANTISSA_BITS = 23;

    private Sigmoid() {}

    static float of(float x) {
        return 1 / (exp(Math.min(FAR, Math.max(-FAR, -x))) + 1);
    }

    /** A power of two, put together from its bits, times a polynomial for the rest: Cephes' coefficients. */
    private static float exp(float x) {
        float shifted = x * LOG2_E + MAGIC;
        float n = shifted - MAGIC;
        float r = x - n * LN2_HIGH - n * LN2_LOW;
        float p = r * 1.9875691e-4f + 1.3981999e-3f;
        p = p * r + 8.333452e-3f;
        p = p * r + 4.1665796e-2f;
        p = p * r + 1.6666666e-1f;
        p = p * r + 0.5f;
        p = p * (r * r) + r + 1;
        int power = (Float.floatToRawIntBits(shifted) << MANTISSA_BITS) + ONE_BITS;
        return p * Float.intBitsToFloat(power);
    }
}
