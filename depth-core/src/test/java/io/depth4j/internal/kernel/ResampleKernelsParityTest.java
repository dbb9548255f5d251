package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vector resampling gives the bits of scalar resampling, and writes nothing beside its destination. */
@Tag("kernel")
class ResampleKernelsParityTest {

    private static final int[] LENGTHS = {1, 2, 7, 8, 15, 16, 17, 31, 33, 64, 65, 207, 702};
    private static final int[] FILLS = {0, 127, 128, 255, -1};
    private static final int GUARD = 13;

    /** Enough for C2 to compile what the first rounds interpret. */
    private static final int ROUNDS = 30;

    private static final Kernels SCALAR = Kernels.scalar();
    private static Kernels vector = SCALAR;

    @BeforeAll
    static void vectorsAreHere() {
        Optional<Kernels> found = Kernels.vector();
        assumeTrue(found.isPresent(), "vector kernels cannot run in this JVM");
        vector = found.get();
    }

    @Test
    void rowsInFixedPointAgree() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int outputs : LENGTHS) {
                int inputs = 1 + random.nextInt((round % 3 == 0 ? 12 : 2) * outputs + 60);
                for (int channels : new int[] {1, 3, 4}) {
                    FixedWindows[] all = {
                        PillowWindows.BILINEAR.fixed(inputs, outputs),
                        PillowWindows.BICUBIC.fixed(inputs, outputs),
                        PillowWindows.LANCZOS3.fixed(inputs, outputs),
                        OpenCvWindows.centers(inputs, outputs).fixed()
                    };
                    for (FixedWindows windows : all) {
                        fixedRowsAgree(windows, channels, bytes(random, 3 * (inputs * channels + 5) + 7));
                    }
                }
            }
        }
    }

    private static void fixedRowsAgree(FixedWindows windows, int channels, byte[] src) {
        int srcStride = windows.inputs * channels + 5;
        int dstStride = windows.outputs * channels + GUARD;
        int length = GUARD + 3 * dstStride;
        FixedRows scalar = SCALAR.rows().fixed(windows, channels);
        FixedRows candidate = vector.rows().fixed(windows, channels);

        byte[] expected = filled(length);
        byte[] found = filled(length);
        scalar.toBytes(src, 7, srcStride, 3, expected, GUARD, dstStride);
        candidate.toBytes(src, 7, srcStride, 3, found, GUARD, dstStride);
        assertThat(found).isEqualTo(expected);
        assertGuards(found, windows.outputs * channels, dstStride);

        int[] expectedSums = new int[length];
        int[] foundSums = new int[length];
        scalar.toInts(src, 7, srcStride, 3, expectedSums, GUARD, dstStride);
        candidate.toInts(src, 7, srcStride, 3, foundSums, GUARD, dstStride);
        assertThat(foundSums).isEqualTo(expectedSums);
    }

    /** The scalar kernels alone are not trusted with the guards either. */
    private static void assertGuards(byte[] dst, int rowBytes, int stride) {
        for (int i = 0; i < dst.length; i++) {
            boolean inside = i >= GUARD && (i - GUARD) % stride < rowBytes;
            if (!inside) {
                assertThat(dst[i]).isEqualTo((byte) 0x5a);
            }
        }
    }

    @Test
    void rowsInFloatsAgree() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            for (int outputs : LENGTHS) {
                int inputs = outputs + random.nextInt((round % 3 == 0 ? 12 : 2) * outputs + 60);
                for (int channels : new int[] {1, 3, 4}) {
                    Windows[] all = {
                        OpenCvWindows.area(inputs, outputs),
                        OpenCvWindows.centers(inputs, outputs).roundedCubic(),
                        PillowWindows.LANCZOS3.floats(inputs, outputs)
                    };
                    for (Windows windows : all) {
                        floatRowsAgree(windows, channels, random);
                    }
                }
            }
        }
    }

    private static void floatRowsAgree(Windows windows, int channels, Random random) {
        int srcStride = windows.inputs * channels + 5;
        int dstStride = windows.outputs * channels + GUARD;
        int length = GUARD + 3 * dstStride;
        FloatRows scalar = SCALAR.rows().floats(windows, channels);
        FloatRows candidate = vector.rows().floats(windows, channels);
        float[] expected = new float[length];
        float[] found = new float[length];
        byte[] bytes = bytes(random, 3 * srcStride + 7);
        scalar.fromBytes(bytes, 7, srcStride, 3, expected, GUARD, dstStride);
        candidate.fromBytes(bytes, 7, srcStride, 3, found, GUARD, dstStride);
        assertThat(found).isEqualTo(expected);
        float[] floats = floats(random, 3 * srcStride + 7);
        SCALAR.rows().planes(windows).resample(floats, 7, srcStride, 3, expected, GUARD, dstStride);
        vector.rows().planes(windows).resample(floats, 7, srcStride, 3, found, GUARD, dstStride);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void mixedRowsAgree() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            for (int length : LENGTHS) {
                for (int taps = 1; taps <= 9; taps++) {
                    mixesAgree(length, taps, random);
                }
            }
        }
    }

    private static void mixesAgree(int length, int taps, Random random) {
        int[] offsets = new int[taps];
        int[] fixed = new int[taps + 2];
        float[] weights = new float[taps + 2];
        for (int k = 0; k < taps; k++) {
            offsets[k] = 3 + k * length;
            weights[k + 2] = random.nextFloat() * 1.4f / taps - 0.2f / taps;
            fixed[k + 2] = (int) (weights[k + 2] * (1 << 22));
        }
        PlaneKernels scalar = SCALAR.planes();
        PlaneKernels candidate = vector.planes();
        byte[] expected = filled(length + 2 * GUARD);
        byte[] found = filled(length + 2 * GUARD);

        byte[] bytes = bytes(random, 3 + taps * length);
        scalar.mixFixed(bytes, offsets, taps, fixed, 2, 22, length, expected, GUARD);
        candidate.mixFixed(bytes, offsets, taps, fixed, 2, 22, length, found, GUARD);
        assertThat(found).isEqualTo(expected);

        float[] rows = floats(random, 3 + taps * length);
        scalar.mixToBytes(rows, offsets, taps, weights, 2, 1.5f, length, expected, GUARD);
        candidate.mixToBytes(rows, offsets, taps, weights, 2, 1.5f, length, found, GUARD);
        assertThat(found).isEqualTo(expected);

        int[] sums = new int[3 + taps * length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = random.nextInt(255 * 2048 + 1);
        }
        int low = random.nextInt(2049);
        scalar.mixLinear(sums, offsets[0], offsets[taps - 1], low, 2048 - low, length, expected, GUARD);
        candidate.mixLinear(sums, offsets[0], offsets[taps - 1], low, 2048 - low, length, found, GUARD);
        assertThat(found).isEqualTo(expected);
        assertGuards(found, length, length + GUARD);

        float[] expectedFloats = new float[length + 2 * GUARD];
        float[] foundFloats = new float[length + 2 * GUARD];
        scalar.mix(rows, offsets, taps, weights, 2, length, expectedFloats, GUARD);
        candidate.mix(rows, offsets, taps, weights, 2, length, foundFloats, GUARD);
        assertThat(foundFloats).isEqualTo(expectedFloats);
    }

    @Test
    void oneValueThatIsNotFiniteIsFoundAnywhere() {
        for (int length : LENGTHS) {
            float[] values = new float[length + 2];
            values[0] = Float.NaN;
            values[length + 1] = Float.NaN;
            assertThat(SCALAR.planes().allFinite(values, 1, length)).isTrue();
            assertThat(vector.planes().allFinite(values, 1, length)).isTrue();
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                for (int i = 1; i <= length; i++) {
                    values[i] = bad;
                    assertThat(SCALAR.planes().allFinite(values, 1, length)).isFalse();
                    assertThat(vector.planes().allFinite(values, 1, length)).isFalse();
                    values[i] = -0f;
                }
            }
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        int fill = FILLS[random.nextInt(FILLS.length)];
        if (fill < 0) {
            random.nextBytes(bytes);
        } else {
            Arrays.fill(bytes, (byte) fill);
        }
        return bytes;
    }

    private static float[] floats(Random random, int length) {
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = random.nextInt(9) == 0 ? -0f : random.nextFloat() * 300 - 20;
        }
        return floats;
    }

    private static byte[] filled(int length) {
        byte[] filled = new byte[length];
        Arrays.fill(filled, (byte) 0x5a);
        return filled;
    }
}
