package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("allocation")
class NetAllocationTest {

    private static final int SIDE = 20;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CHANNELS = 40;
    private static final int FLOATS = PIXELS * NetKernels.padded(CHANNELS);

    private final NetKernels kernels = Kernels.active().nets();
    private final float[] src = new float[4 * FLOATS];
    private final float[] dst = new float[4 * FLOATS];
    private final float[] bias = new float[CHANNELS];

    @ParameterizedTest
    @ValueSource(ints = {16, 24, CHANNELS})
    void aWarmedPointwiseConvolutionAllocatesNothing(int out) {
        Pointwise layer = new Pointwise(CHANNELS, out, new float[CHANNELS * out], new float[out], NetActivation.relu());
        assertThat(Allocation.least(() -> kernels.pointwise(layer, src, 0, dst, 0, 0, PIXELS)))
                .isZero();
        assertThat(Allocation.least(() -> kernels.pointwise(layer, src, 0, src, 0, dst, 0, 0, PIXELS)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7})
    void warmedConvolutionsOfWindowsAllocateNothing(int size) {
        for (int stride = 1; stride <= 2; stride++) {
            NetWindow window = NetWindow.centered(size, stride);
            int outRows = window.outHeight(SIDE);
            Depthwise depthwise = new Depthwise(
                    CHANNELS, window, new float[CHANNELS * window.taps()], bias, NetActivation.hardSwish());
            assertThat(Allocation.least(() -> kernels.depthwise(depthwise, src, 0, SIDE, SIDE, dst, 0, 0, outRows)))
                    .isZero();
            for (int out : new int[] {1, CHANNELS}) {
                Direct direct = new Direct(
                        CHANNELS,
                        out,
                        window,
                        new float[CHANNELS * out * window.taps()],
                        new float[out],
                        NetActivation.none());
                assertThat(Allocation.least(() -> kernels.direct(direct, src, 0, SIDE, SIDE, dst, 0, 0, outRows)))
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NetActivation.Kind.class)
    void warmedActivationsAllocateNothing(NetActivation.Kind kind) {
        NetActivation activation = new NetActivation(kind, 0.25f, 0.5f);
        assertThat(Allocation.least(() -> kernels.activate(activation, src, 0, dst, 0, FLOATS)))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(NetArithmetic.class)
    void warmedArithmeticAllocatesNothing(NetArithmetic arithmetic) {
        assertThat(Allocation.least(() -> kernels.combine(arithmetic, src, 0, dst, 0, dst, 0, FLOATS)))
                .isZero();
        assertThat(Allocation.least(
                        () -> kernels.combineChannels(arithmetic, src, 0, src, 0, CHANNELS, dst, 0, 0, PIXELS)))
                .isZero();
        assertThat(Allocation.least(() -> kernels.combineScalar(arithmetic, src, 0, 2, dst, 0, FLOATS)))
                .isZero();
    }

    @Test
    void warmedOperationsOnImagesAllocateNothing() {
        ResizeAxis axis = ResizeAxis.linear(SIDE, 2 * SIDE, 2, ResizeAxis.Convention.HALF_PIXEL);
        assertThat(Allocation.least(() -> {
                    kernels.resizeLinear(axis, axis, src, 0, SIDE, CHANNELS, dst, 0, 0, 2 * SIDE);
                    kernels.resizeNearest(axis, axis, src, 0, SIDE, CHANNELS, dst, 0, 0, 2 * SIDE);
                }))
                .isZero();
        assertThat(Allocation.least(() -> {
                    kernels.globalAverage(src, 0, PIXELS, CHANNELS, dst, 0);
                    kernels.sumDown(src, 0, SIDE, SIDE, CHANNELS, dst, 0, 0, SIDE);
                    kernels.sumAlong(src, 0, SIDE, CHANNELS, dst, 0, 0, SIDE);
                    kernels.fromPlanes(src, 0, PIXELS, CHANNELS, dst, 0, 0, PIXELS);
                    kernels.toPlanes(src, 0, PIXELS, CHANNELS, dst, 0, 0, PIXELS);
                }))
                .isZero();
    }
}
