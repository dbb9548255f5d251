package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The activations of {@link VectorNetKernels}. A caller with all of them in it is more than C2 compiles. */
@SuppressWarnings("UnusedMethod") // Apart finds them by name.
final class VectorActivation {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();

    /** Beyond it a sigmoid is 0 or 1 to a float, and its power of two no more than a float holds. */
    private static final float FAR = 87;

    /** Adding it rounds a small float to an integer, which then lies in the lowest bits. */
    private static final float MAGIC = 0x1.8p23f;

    private static final float LOG2_E = 1.442695f;

    /** The logarithm of two in two parts, the first of so few digits that small integers times it are exact. */
    private static final float LN2_HIGH = 0x1.63p-1f;

    private static final float LN2_LOW = -2.12194440e-4f;

    private static final int ONE_BITS = 0x3f800000;
    private static final int MANTISSA_BITS = 23;

    private final MethodHandle clip = apart("clip");
    private final MethodHandle hardSigmoid = apart("hardSigmoid");
    private final MethodHandle hardSwish = apart("hardSwish");
    private final MethodHandle sigmoid = apart("sigmoid");

    private static MethodHandle apart(String name) {
        return Apart.method(MethodHandles.lookup(), name);
    }

    void run(NetActivation activation, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        float a = activation.a();
        float b = activation.b();
        try {
            switch (activation.kind()) {
                case NONE -> {
                    if (src != dst) {
                        System.arraycopy(src, srcAt, dst, dstAt, length);
                    }
                }
                case CLIP -> clip.invokeExact(a, b, src, srcAt, dst, dstAt, length);
                case HARD_SIGMOID -> hardSigmoid.invokeExact(a, b, src, srcAt, dst, dstAt, length);
                case HARD_SWISH -> hardSwish.invokeExact(a, b, src, srcAt, dst, dstAt, length);
                case SIGMOID -> sigmoid.invokeExact(src, srcAt, dst, dstAt, length);
            }
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    /** What remains to be done where values were made already no less than {@code low()} and no more than {@code high()}. */
    void rest(NetActivation activation, float[] dst, int dstAt, int length) {
        if (activation.kind() != NetActivation.Kind.CLIP) {
            run(activation, dst, dstAt, dst, dstAt, length);
        }
    }

    private static void clip(float low, float high, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        int i = 0;
        for (int end = FLOAT.loopBound(length); i < end; i += LANES) {
            FloatVector.fromArray(FLOAT, src, srcAt + i).max(low).min(high).intoArray(dst, dstAt + i);
        }
        for (; i < length; i++) {
            dst[dstAt + i] = Math.min(high, Math.max(low, src[srcAt + i]));
        }
    }

    private static void hardSigmoid(float a, float b, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        int i = 0;
        for (int end = FLOAT.loopBound(length); i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, src, srcAt + i);
            x.mul(a).add(b).max(0).min(1).intoArray(dst, dstAt + i);
        }
        for (; i < length; i++) {
            dst[dstAt + i] = Math.min(1, Math.max(0, src[srcAt + i] * a + b));
        }
    }

    private static void hardSwish(float a, float b, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        int i = 0;
        for (int end = FLOAT.loopBound(length); i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, src, srcAt + i);
            x.mul(a).add(b).max(0).min(1).mul(x).intoArray(dst, dstAt + i);
        }
        for (; i < length; i++) {
            float x = src[srcAt + i];
            dst[dstAt + i] = x * Math.min(1, Math.max(0, x * a + b));
        }
    }

    private static void sigmoid(float[] src, int srcAt, float[] dst, int dstAt, int length) {
        int i = 0;
        for (int end = FLOAT.loopBound(length); i < end; i += LANES) {
            FloatVector one = FloatVector.broadcast(FLOAT, 1);
            FloatVector x =
                    FloatVector.fromArray(FLOAT, src, srcAt + i).neg().max(-FAR).min(FAR);
            one.div(exp(x).add(1)).intoArray(dst, dstAt + i);
        }
        for (; i < length; i++) {
            dst[dstAt + i] = (float) (1 / (1 + Math.exp(-src[srcAt + i])));
        }
    }

    /** A power of two, put together from its bits, times a polynomial for the rest: Cephes' coefficients, to some 1e-7. */
    private static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.mul(LOG2_E).add(MAGIC);
        FloatVector n = shifted.sub(MAGIC);
        FloatVector r = x.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
        FloatVector p = r.mul(1.9875691e-4f)
                .add(1.3981999e-3f)
                .mul(r)
                .add(8.333452e-3f)
                .mul(r)
                .add(4.1665796e-2f)
                .mul(r)
                .add(1.6666666e-1f)
                .mul(r)
                .add(0.5f)
                .mul(r.mul(r))
                .add(r)
                .add(1);
        IntVector power = shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, MANTISSA_BITS)
                .add(ONE_BITS);
        return p.mul(power.reinterpretAsFloats());
    }
}
