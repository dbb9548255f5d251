package io.depth4j.internal.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * The windows of Pillow's {@code Image.resize}: a filter stretched by the scale when shrinking, cut at the edges and
 * normalised, in double precision; 22 bits of fraction for bytes.
 */
public enum PillowWindows {
    /** A triangle. */
    BILINEAR(1) {
        @Override
        double at(double x) {
            double distance = Math.abs(x);
            return distance < 1 ? 1 - distance : 0;
        }
    },
    /** A cubic with a = −0.5. */
    BICUBIC(2) {
        @Override
        double at(double x) {
            double a = -0.5;
            double distance = Math.abs(x);
            if (distance < 1) {
                return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
            }
            return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * a : 0;
        }
    },
    /** A sinc under a sinc of three lobes. */
    LANCZOS3(3) {
        @Override
        double at(double x) {
            return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    };

    private static final int SHIFT = 22;

    private final double support;

    PillowWindows(double support) {
        this.support = support;
    }

    /** The windows for planes of floats. */
    public Windows floats(int inputs, int outputs) {
        return taps(inputs, outputs, weight -> weight).floats();
    }

    /** The windows for bytes. */
    public FixedWindows fixed(int inputs, int outputs) {
        return taps(inputs, outputs, weight -> rounded(weight * (1 << SHIFT))).fixed(SHIFT);
    }

    abstract double at(double x);

    private Taps taps(int inputs, int outputs, DoubleUnaryOperator coding) {
        if (inputs == outputs) {
            return Taps.identity(inputs, coding.applyAsDouble(1));
        }
        double scale = (double) inputs / outputs;
        double stretch = Math.max(scale, 1);
        double reach = support * stretch;
        Taps taps = new Taps(inputs, outputs);
        for (int o = 0; o < outputs; o++) {
            double center = (o + 0.5) * scale;
            int start = Math.max(0, (int) (center - reach + 0.5));
            int end = Math.min(inputs, (int) (center + reach + 0.5));
            double[] window = new double[end - start];
            double total = 0;
            for (int k = 0; k < window.length; k++) {
                window[k] = at((k + start - center + 0.5) * (1 / stretch));
                total += window[k];
            }
            for (int k = 0; k < window.length; k++) {
                window[k] = coding.applyAsDouble(window[k] / total);
            }
            taps.set(o, start, window);
        }
        return taps;
    }

    /** Half away from zero. */
    private static double rounded(double value) {
        return value < 0 ? (int) (value - 0.5) : (int) (value + 0.5);
    }

    private static double sinc(double x) {
        if (x == 0) {
            return 1;
        }
        double angle = x * Math.PI;
        return Math.sin(angle) / angle;
    }
}
