package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class SplineKernelsParityTest {

    private static final int LANES = SplineLines.LANES;
    private static final int UNTIL_COMPILED = 300;
    private static final int GUARD = 11;

    private final SplineKernels scalar = Kernels.scalar().splines();
    private SplineKernels vector = scalar;

    @BeforeEach
    void takesVectorKernels() {
        assumeTrue(Kernels.vector().isPresent(), "vector kernels cannot run here");
        vector = Kernels.vector().orElseThrow().splines();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 16, 17, 31, 33, 207, 702})
    void bytesAreWidenedAlike(int length) {
        Random random = new Random(length);
        byte[] src = new byte[5 + 3 * LANES * length + 8];
        random.nextBytes(src);
        for (int lanes : new int[] {LANES, 1, 3}) {
            double[] expected = guarded((length + 2 * SplineGrid.PAD) * lanes + GUARD);
            double[] found = expected.clone();
            for (int run = 0; run < UNTIL_COMPILED; run++) {
                scalar.widen(src, 5, 3 * LANES, length, lanes, expected);
                vector.widen(src, 5, 3 * LANES, length, lanes, found);
                assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 16, 17, 31, 33, 207, 702})
    void floatsGoTheWholeWayAlike(int length) {
        for (int lanes : new int[] {LANES, 2 * LANES, 1, 3}) {
            for (int to : new int[] {1, 16, 150}) {
                goTheWholeWay(new SplineGrid(length, to), lanes, new Random(length));
            }
        }
    }

    private void goTheWholeWay(SplineGrid grid, int lanes, Random random) {
        float[] src = new float[7 + lanes * grid.from()];
        for (int i = 0; i < src.length; i++) {
            src[i] = random.nextFloat() * 400 - 70;
        }
        src[7] = Float.NaN;
        src[src.length - 1] = Float.NEGATIVE_INFINITY;
        src[src.length / 2] = -0f;
        double[] expected = guarded(grid.padded() * lanes + GUARD);
        double[] found = expected.clone();
        double[] expectedSamples = guarded(grid.to() * lanes + GUARD);
        double[] foundSamples = expectedSamples.clone();
        float[] expectedFloats = new float[3 + 2 * grid.to() * lanes + GUARD];
        float[] foundFloats = expectedFloats.clone();
        for (int run = 0; run < UNTIL_COMPILED / 10; run++) {
            scalar.widen(src, 7, lanes, grid.from(), lanes, expected);
            vector.widen(src, 7, lanes, grid.from(), lanes, found);
            assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
            scalar.prefilter(expected, grid.padded(), lanes);
            vector.prefilter(found, grid.padded(), lanes);
            assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
            scalar.sample(expected, lanes, grid, 0, 0, grid.to(), expectedSamples);
            vector.sample(found, lanes, grid, 0, 0, grid.to(), foundSamples);
            assertThat(Arrays.mismatch(foundSamples, expectedSamples)).isEqualTo(-1);
            scalar.narrow(expectedSamples, grid.to(), lanes, expectedFloats, 3, 2 * lanes);
            vector.narrow(foundSamples, grid.to(), lanes, foundFloats, 3, 2 * lanes);
            assertThat(Arrays.mismatch(foundFloats, expectedFloats)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 17, 207})
    void floatsAreCutToBytesAlike(int length) {
        float[] special = {
            Float.NaN,
            0f,
            -0f,
            -1e-30f,
            1e-30f,
            0.5f,
            0.99999994f,
            1,
            1.5f,
            2.5f,
            127.99999f,
            128,
            254.5f,
            254.99998f,
            255,
            255.00002f,
            256,
            1e9f,
            -1e9f,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY
        };
        Random random = new Random(length);
        for (int lanes : new int[] {LANES, 2 * LANES, 1, 3}) {
            float[] samples = new float[length * lanes];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = i % 3 == 0 ? special[i / 3 % special.length] : random.nextFloat() * 300 - 20;
            }
            byte[] expected = new byte[3 + 3 * length * lanes + GUARD];
            random.nextBytes(expected);
            byte[] found = expected.clone();
            for (int run = 0; run < UNTIL_COMPILED; run++) {
                scalar.cut(samples, length, lanes, expected, 3, 3 * lanes);
                vector.cut(samples, length, lanes, found, 3, 3 * lanes);
                assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
            }
        }
    }

    private static double[] guarded(int length) {
        double[] array = new double[length];
        Arrays.fill(array, -1234.5);
        return array;
    }
}
