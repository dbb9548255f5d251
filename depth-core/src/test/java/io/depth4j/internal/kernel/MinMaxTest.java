package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class MinMaxTest {

    private static final int[] SIZES = {0, 1, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 207, 702};
    private static final float[] SPECIAL = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, 0f};
    private static final int UNTIL_COMPILED = 300;

    /** One value in so many is special; 1 leaves nothing else. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 1_000_000})
    void vectorScanFindsWhatTheScalarOneFinds(int rarity) {
        assumeTrue(Kernels.vector().isPresent(), "vector kernels cannot run here");
        PlaneKernels scalar = Kernels.scalar().planes();
        PlaneKernels vector = Kernels.vector().orElseThrow().planes();
        Random random = new Random(rarity);
        for (int round = 0; round < UNTIL_COMPILED; round++) {
            for (int size : SIZES) {
                float[] src = new float[size + 6];
                for (int i = 0; i < src.length; i++) {
                    src[i] = random.nextInt(rarity) == 0
                            ? SPECIAL[random.nextInt(SPECIAL.length)]
                            : (float) random.nextGaussian();
                }
                // outside the scanned part: must not be seen
                Arrays.fill(src, 0, 3, -1e30f);
                Arrays.fill(src, size + 3, size + 6, 1e30f);
                float[] expected = new float[2];
                float[] found = new float[2];
                scalar.minMax(src, 3, size, expected);
                vector.minMax(src, 3, size, found);

                // adding +0 leaves out the sign of a zero, which the scan does not promise
                assertThat(found[0] + 0f).isEqualTo((Float) (expected[0] + 0f));
                assertThat(found[1] + 0f).isEqualTo((Float) (expected[1] + 0f));
            }
        }
    }
}
