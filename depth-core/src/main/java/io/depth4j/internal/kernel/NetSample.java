package io.depth4j.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every operation of a {@link NetKernels} once, over one small image. */
final class NetSample {

    private static final int HEIGHT = 6;
    private static final int WIDTH = 11;
    private static final int CHANNELS = 37;
    private static final int PADDED = NetKernels.padded(CHANNELS);
    private static final int PIXELS = HEIGHT * WIDTH;

    private final List<float[]> results = new ArrayList<>();

    private NetSample() {}

    static List<float[]> of(NetKernels kernels) {
        NetSample sample = new NetSample();
        float[] src = wave(PIXELS * PADDED, 1);
        sample.convolutions(kernels, src);
        sample.elementwise(kernels, src);
        sample.images(kernels, src);
        return sample.results;
    }

    static Optional<String> disagreement(List<float[]> expected, List<float[]> found) {
        for (int result = 0; result < expected.size(); result++) {
            for (int i = 0; i < expected.get(result).length; i++) {
                if (i % PADDED >= CHANNELS) {
                    continue;
                }
                float e = expected.get(result)[i];
                float f = found.get(result)[i];
                if (Float.floatToIntBits(e) != Float.floatToIntBits(f)) {
                    return Optional.of("net result " + result + ", value " + i + ": " + e + " against " + f);
                }
            }
        }
        return Optional.empty();
    }

    private void convolutions(NetKernels kernels, float[] src) {
        float[] bias = wave(CHANNELS, 1);
        Pointwise pointwise =
                new Pointwise(CHANNELS, CHANNELS, wave(CHANNELS * CHANNELS, 0.2f), bias, NetActivation.hardSwish());
        kernels.pointwise(pointwise, src, 0, src, 0, result(PIXELS), 0, 1, PIXELS);
        NetWindow window = NetWindow.centered(3, 1);
        Depthwise depthwise =
                new Depthwise(CHANNELS, window, wave(CHANNELS * window.taps(), 0.5f), bias, NetActivation.relu());
        kernels.depthwise(depthwise, src, 0, HEIGHT, WIDTH, result(PIXELS), 0, 0, HEIGHT);
        NetWindow strided = NetWindow.centered(3, 2);
        Direct direct = new Direct(
                5, CHANNELS, strided, wave(5 * CHANNELS * strided.taps(), 0.2f), bias, NetActivation.sigmoid());
        kernels.direct(direct, src, 0, HEIGHT, WIDTH * PADDED / NetKernels.BLOCK, result(PIXELS), 0, 0, HEIGHT / 2);
    }

    private void elementwise(NetKernels kernels, float[] src) {
        int length = src.length / 2;
        kernels.activate(NetActivation.sigmoid(), src, 0, result(PIXELS), 0, src.length);
        kernels.combine(NetArithmetic.MULTIPLY, src, 0, src, length, result(PIXELS), 0, length);
        kernels.combineChannels(
                NetArithmetic.SUBTRACT_FROM, src, 0, src, 5 * PADDED, CHANNELS, result(PIXELS), 0, 1, PIXELS);
        kernels.combineScalar(NetArithmetic.ADD, src, 0, 0.25f, result(PIXELS), 0, length);
    }

    private void images(NetKernels kernels, float[] src) {
        kernels.globalAverage(src, 0, PIXELS, CHANNELS, result(1), 0);
        ResizeAxis rows = ResizeAxis.linear(HEIGHT, 2 * HEIGHT, 2, ResizeAxis.Convention.HALF_PIXEL);
        ResizeAxis columns = ResizeAxis.linear(WIDTH, 2 * WIDTH, 2, ResizeAxis.Convention.HALF_PIXEL);
        kernels.resizeLinear(rows, columns, src, 0, WIDTH, CHANNELS, result(4 * PIXELS), 0, 0, 2 * HEIGHT);
        kernels.resizeNearest(rows, columns, src, 0, WIDTH, CHANNELS, result(4 * PIXELS), 0, 0, 2 * HEIGHT);
        kernels.sumDown(src, 0, HEIGHT, WIDTH, CHANNELS, result(PIXELS), 0, 0, WIDTH);
        kernels.sumAlong(src, 0, WIDTH, CHANNELS, result(PIXELS), 0, 0, HEIGHT);
        kernels.toPlanes(src, 0, PIXELS, CHANNELS, result(PIXELS), 0, 0, PIXELS);
        kernels.fromPlanes(src, 0, PIXELS, CHANNELS, result(PIXELS), 0, 0, PIXELS);
    }

    private float[] result(int pixels) {
        float[] result = new float[pixels * PADDED];
        results.add(result);
        return result;
    }

    /** Values of either sign, none of them greater than {@code scale}. */
    private static float[] wave(int length, float scale) {
        float[] wave = new float[length];
        for (int i = 0; i < length; i++) {
            wave[i] = scale * ((i * 37 ^ i >> 3) % 101 / 50f - 1);
        }
        return wave;
    }
}
