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
            FloatVector x = FloatVector.fromArray(FLOAT, src, srcAt + i)
                    .neg()
                    .max(-Sigmoid.FAR)
                    .min(Sigmoid.FAR);
            one.div(exp(x).add(1)).intoArray(dst, dstAt + i);
        }
        for (; i < length; i++) {
            dst[dstAt + i] = Sigmoid.of(src[srcAt + i]);
        }
    }

    /** A power of two, put together from its bits, times a polynomial for the rest: Cephes' coefficients, to some 1e-7. */
    private static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.mul(Sigmoid.LOG2_E).add(Sigmoid.MAGIC);
        FloatVector n = shifted.sub(Sigmoid.MAGIC);
        FloatVector r = x.sub(n.mul(Sigmoid.LN2_HIGH)).sub(n.mul(Sigmoid.LN2_LOW));
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
                .lanewise(VectorOperators.LSHL, Sigmoid.MANTISSA_BITS)
                .add(Sigmoid.ONE_BITS);
        return p.mul(power.reinterpretAsFloats());
    }
}
