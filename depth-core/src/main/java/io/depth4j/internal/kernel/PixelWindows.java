package io.depth4j.internal.kernel;

import java.util.Arrays;

/** {@link Windows} along a row of pixels, every weight once for each of the {@link TensorKernels#PIXEL} floats of a pixel. */
public final class PixelWindows {

    final Windows windows;
    final int channels;

    /** The floats of all outputs for the first tap, then those for the second, and so on. */
    final float[] spread;

    /** The weights of the windows, and room for a vector to reach over their end. */
    final float[] weights;

    public PixelWindows(Windows windows, int channels) {
        this.windows = windows;
        this.channels = channels;
        this.weights = Arrays.copyOf(windows.weights, windows.weights.length + TensorKernels.LEAD);
        int tap = TensorKernels.PIXEL * windows.outputs;
        this.spread = new float[Math.multiplyExact(windows.taps, tap)];
        for (int o = 0; o < windows.outputs; o++) {
            for (int k = 0; k < windows.taps; k++) {
                for (int c = 0; c < TensorKernels.PIXEL; c++) {
                    spread[k * tap + o * TensorKernels.PIXEL + c] = windows.weight(o, k);
                }
            }
        }
    }

    /** The number of pixels in the row that is read. */
    public int inputs() {
        return windows.inputs;
    }

    /** The number of pixels in the row that is made. */
    public int outputs() {
        return windows.outputs;
    }
}
