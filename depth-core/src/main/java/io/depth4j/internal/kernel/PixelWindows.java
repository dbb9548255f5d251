package io.depth4j.internal.kernel;

/**
 * {@link Windows} along a row of pixels, their weights laid out for vectors.
 *
 * <p>The products of up to four taps are added as {@code (0 + 2) + (1 + 3)}, which is how vectors that hold all taps of a pixel
 * fold; those of more taps one after another.
 */
public final class PixelWindows {

    /** The most taps that are folded. */
    static final int FOLDED = 4;

    /** How many floats of {@link #lanes} belong together: the weights of four taps for three channels, and four zeros. */
    static final int GROUP = 16;

    final Windows windows;
    final int channels;

    /**
     * Weights, each three times. With two taps a group holds those of two pixels that are two apart, so that two groups hold four
     * pixels; with one, three or four a group is a pixel; with more there are none.
     */
    final float[] lanes;

    public PixelWindows(Windows windows, int channels) {
        this.windows = windows;
        this.channels = channels;
        this.lanes = new float[windows.taps > FOLDED ? 0 : Math.multiplyExact(windows.outputs + 3, GROUP)];
        for (int o = 0; o < windows.outputs && lanes.length > 0; o++) {
            for (int k = 0; k < windows.taps; k++) {
                int at = (windows.taps == 2 ? ofPair(o) : o * GROUP) + k * TensorKernels.PIXEL;
                for (int c = 0; c < TensorKernels.PIXEL; c++) {
                    lanes[at + c] = windows.weight(o, k);
                }
            }
        }
    }

    /** Pixels 0 and 2 share the first group, 1 and 3 the second, and so on. */
    private static int ofPair(int o) {
        return (o / 4 * 2 + o % 2) * GROUP + o / 2 % 2 * 2 * TensorKernels.PIXEL;
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
