package io.depth4j.internal.kernel;

import java.util.Arrays;

/**
 * The windows of OpenCV's {@code resize}: pixel centres at a half, weights computed in single precision, and 11 bits of
 * fraction where bytes are interpolated.
 */
public final class OpenCvWindows {

    /** The bits of fraction of an interpolation weight for bytes. */
    public static final int SHIFT = 11;

    private static final int ONE = 1 << SHIFT;

    private OpenCvWindows() {}

    /** Where the outputs of one axis lie: between input {@code index[o]} and the next, {@code fraction[o]} of the way. */
    public record Grid(int inputs, int[] index, float[] fraction) {

        private Grid(int inputs, int outputs) {
            this(inputs, new int[outputs], new float[outputs]);
        }

        public int outputs() {
            return index.length;
        }

        /** The fixed-point weight of the nearer end: 11 bits. */
        public int lowWeight(int o) {
            return rounded(1f - fraction[o]);
        }

        /** The fixed-point weight of the farther end: 11 bits. */
        public int highWeight(int o) {
            return rounded(fraction[o]);
        }

        /** Two taps a window, one where the output lies beyond the outermost centres. */
        public Windows floats() {
            Taps taps = new Taps(inputs, outputs());
            for (int o = 0; o < outputs(); o++) {
                if (isInside(o)) {
                    taps.set(o, index[o], 1f - fraction[o], fraction[o]);
                } else {
                    taps.set(o, index[o], 1);
                }
            }
            return taps.floats();
        }

        /** {@link #floats()} for bytes. */
        public FixedWindows fixed() {
            Taps taps = new Taps(inputs, outputs());
            for (int o = 0; o < outputs(); o++) {
                if (isInside(o)) {
                    taps.set(o, index[o], lowWeight(o), highWeight(o));
                } else {
                    taps.set(o, index[o], ONE);
                }
            }
            return taps.fixed(SHIFT);
        }

        /** Four taps of a cubic with a = −0.75. */
        public Windows cubic() {
            Taps taps = new Taps(inputs, outputs());
            for (int o = 0; o < outputs(); o++) {
                float[] w = cubic(fraction[o]);
                taps.set(o, index[o] - 1, w[0], w[1], w[2], w[3]);
            }
            return taps.floats();
        }

        /** {@link #cubic()} for bytes: each weight rounded to 11 bits of fraction, so that a row's sums are exact. */
        public Windows roundedCubic() {
            Taps taps = new Taps(inputs, outputs());
            for (int o = 0; o < outputs(); o++) {
                float[] w = cubic(fraction[o]);
                double[] window = new double[4];
                for (int k = 0; k < 4; k++) {
                    window[k] = (double) rounded(w[k]) / ONE;
                }
                taps.set(o, index[o] - 1, window);
            }
            return taps.floats();
        }

        private boolean isInside(int o) {
            return index[o] >= 0 && index[o] < inputs - 1;
        }

        private static int rounded(float weight) {
            return (int) Math.rint(weight * ONE);
        }

        private static float[] cubic(float x) {
            float a = -0.75f;
            float far = x + 1;
            float near = 1 - x;
            float w0 = ((a * far - 5 * a) * far + 8 * a) * far - 4 * a;
            float w1 = ((a + 2) * x - (a + 3)) * x * x + 1;
            float w2 = ((a + 2) * near - (a + 3)) * near * near + 1;
            return new float[] {w0, w1, w2, 1 - w0 - w1 - w2};
        }
    }

    /** Outputs at their centres: for {@code INTER_LINEAR} and {@code INTER_CUBIC}. */
    public static Grid centers(int inputs, int outputs) {
        double scale = scale(inputs, outputs);
        Grid grid = new Grid(inputs, outputs);
        for (int o = 0; o < outputs; o++) {
            float x = (float) ((o + 0.5) * scale - 0.5);
            grid.index[o] = (int) Math.floor(x);
            grid.fraction[o] = x - grid.index[o];
        }
        return grid;
    }

    /** The first and the last output on the first and the last input: PyTorch's {@code align_corners=True}. */
    public static Grid corners(int inputs, int outputs) {
        float step = outputs > 1 ? (float) (inputs - 1) / (outputs - 1) : 0;
        Grid grid = new Grid(inputs, outputs);
        for (int o = 0; o < outputs; o++) {
            float x = o * step;
            grid.index[o] = Math.min((int) x, inputs - 1);
            grid.fraction[o] = x - grid.index[o];
        }
        return grid;
    }

    /** Outputs that take one input, or two where they straddle a border: for an {@code INTER_AREA} that enlarges. */
    public static Grid cells(int inputs, int outputs) {
        double scale = scale(inputs, outputs);
        double inverse = (double) outputs / inputs;
        Grid grid = new Grid(inputs, outputs);
        for (int o = 0; o < outputs; o++) {
            grid.index[o] = (int) Math.floor(o * scale);
            float x = (float) ((o + 1) - (grid.index[o] + 1) * inverse);
            grid.fraction[o] = x <= 0 ? 0 : x - (float) Math.floor(x);
        }
        return grid;
    }

    /** The share that each input has in the cell of an output: for an {@code INTER_AREA} that shrinks. */
    public static Windows area(int inputs, int outputs) {
        double scale = scale(inputs, outputs);
        Taps taps = new Taps(inputs, outputs);
        for (int o = 0; o < outputs; o++) {
            double low = o * scale;
            double high = low + scale;
            double cell = Math.min(scale, inputs - low);
            int end = Math.min((int) Math.floor(high), inputs - 1);
            int start = Math.min((int) Math.ceil(low), end);
            // What is left of a pixel after rounding does not count as a part of it.
            boolean before = start - low > 1e-3;
            boolean after = high - end > 1e-3;
            int from = before ? start - 1 : start;
            double[] window = new double[(after ? end + 1 : end) - from];
            for (int i = start; i < end; i++) {
                window[i - from] = (float) (1 / cell);
            }
            if (before) {
                window[0] = (float) ((start - low) / cell);
            }
            if (after) {
                window[end - from] = (float) (Math.min(Math.min(high - end, 1), cell) / cell);
            }
            taps.set(o, from, window);
        }
        return taps.floats();
    }

    /** Windows of {@code factor} inputs that each weigh 1, so that sums of bytes stay whole. */
    public static Windows sums(int outputs, int factor) {
        Taps taps = new Taps(outputs * factor, outputs);
        double[] ones = new double[factor];
        Arrays.fill(ones, 1);
        for (int o = 0; o < outputs; o++) {
            taps.set(o, o * factor, ones);
        }
        return taps.floats();
    }

    /** Which input each output copies: for {@code INTER_NEAREST}. */
    public static int[] nearest(int inputs, int outputs) {
        double scale = scale(inputs, outputs);
        int[] index = new int[outputs];
        for (int o = 0; o < outputs; o++) {
            index[o] = Math.min((int) Math.floor(o * scale), inputs - 1);
        }
        return index;
    }

    /** Inputs an output; the detour over the inverse gives the very double that OpenCV uses. */
    public static double scale(int inputs, int outputs) {
        return 1 / ((double) outputs / inputs);
    }
}
