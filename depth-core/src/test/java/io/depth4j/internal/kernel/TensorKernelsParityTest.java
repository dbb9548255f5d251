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
class TensorKernelsParityTest {

    private static final int LEAD = TensorKernels.LEAD;
    private static final int UNTIL_COMPILED = 200;

    private final TensorKernels scalar = Kernels.scalar().tensors();
    private TensorKernels vector = scalar;

    @BeforeEach
    void takesVectorKernels() {
        assumeTrue(Kernels.vector().isPresent(), "vector kernels cannot run here");
        vector = Kernels.vector().orElseThrow().tensors();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 31, 33, 64, 207, 702})
    void rowsAreMixedAlike(int length) {
        Random random = new Random(length);
        for (int taps = 1; taps <= 9; taps++) {
            byte[] src = new byte[3 + taps * (length + 5)];
            random.nextBytes(src);
            Arrays.fill(src, 0, Math.min(8, src.length), (byte) -128);
            int[] offsets = new int[taps];
            float[] weights = new float[2 + taps];
            for (int k = 0; k < taps; k++) {
                offsets[k] = 3 + (k * 7 % taps) * (length + 5);
                weights[2 + k] = k == 3 ? 0 : random.nextFloat() * 1.5f - 0.4f;
            }
            float[] expected = new float[length + 2 * LEAD];
            Arrays.fill(expected, 77);
            float[] found = expected.clone();
            for (int run = 0; run < UNTIL_COMPILED; run++) {
                scalar.mix(src, offsets, taps, weights, 2, length, expected);
                vector.mix(src, offsets, taps, weights, 2, length, found);
                assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 16, 17, 31, 33, 207, 702})
    void rowsAreProjectedAlike(int outputs) {
        Random random = new Random(outputs);
        for (int inputs : new int[] {1, 2, 5, 150, 640}) {
            Windows[] conventions = {
                OpenCvWindows.centers(inputs, outputs).floats(),
                OpenCvWindows.centers(inputs, outputs).cubic(),
                inputs >= outputs
                        ? OpenCvWindows.area(inputs, outputs)
                        : OpenCvWindows.cells(inputs, outputs).floats()
            };
            for (Windows windows : conventions) {
                for (int channels : new int[] {1, 3, 4}) {
                    project(new PixelWindows(windows, channels), random);
                }
            }
        }
    }

    private void project(PixelWindows windows, Random random) {
        float[] row = new float[windows.inputs() * windows.channels + 2 * LEAD];
        for (int i = 0; i < row.length; i++) {
            row[i] = i % 11 == 0 ? -0f : random.nextFloat() * 400 - 70;
        }
        int[] order = windows.channels == 1 ? new int[] {0, 0, 0} : new int[] {2, 0, 1};
        PlaneScale scale = new PlaneScale(order, new float[] {0.01f, -0.02f, 1}, new float[] {0, -1.5f, 3});
        int stride = windows.outputs() + 4;
        float[] expected = new float[5 + 3 * stride];
        Arrays.fill(expected, 77);
        float[] found = expected.clone();
        float[] scratch = new float[TensorKernels.PIXEL * windows.outputs() + LEAD];
        for (int run = 0; run < UNTIL_COMPILED / 4; run++) {
            scalar.project(row, windows, scale, expected, 5, stride, scratch);
            vector.project(row, windows, scale, found, 5, stride, scratch);
            assertThat(Arrays.mismatch(found, expected)).isEqualTo(-1);
        }
    }
}
