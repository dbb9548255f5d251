package io.depth4j.internal.kernel;

/** Which positions along an axis an output position lies between, and how near it lies to the second. */
public final class ResizeAxis {

    /** Where the middle of an output position lies among the input positions. */
    public enum Convention {
        HALF_PIXEL,
        ASYMMETRIC,
        ALIGN_CORNERS
    }

    /** Which of two neighbours is nearest. */
    public enum Rounding {
        FLOOR,
        CEIL,
        PREFER_FLOOR,
        PREFER_CEIL
    }

    final int[] low;
    final int[] high;
    final float[] weight;

    private ResizeAxis(int outputs) {
        low = new int[outputs];
        high = new int[outputs];
        weight = new float[outputs];
    }

    /** @param scale outputs for each input, as the network says: it need not be their exact ratio */
    public static ResizeAxis linear(int inputs, int outputs, double scale, Convention convention) {
        ResizeAxis axis = new ResizeAxis(outputs);
        for (int o = 0; o < outputs; o++) {
            double at = clamp(position(o, inputs, outputs, scale, convention), inputs);
            axis.low[o] = (int) at;
            axis.high[o] = Math.min(axis.low[o] + 1, inputs - 1);
            axis.weight[o] = (float) (at - axis.low[o]);
        }
        return axis;
    }

    /** @param scale outputs for each input, as the network says: it need not be their exact ratio */
    public static ResizeAxis nearest(int inputs, int outputs, double scale, Convention convention, Rounding rounding) {
        ResizeAxis axis = new ResizeAxis(outputs);
        for (int o = 0; o < outputs; o++) {
            double at = position(o, inputs, outputs, scale, convention);
            double rounded = switch (rounding) {
                case FLOOR -> Math.floor(at);
                case CEIL -> Math.ceil(at);
                case PREFER_FLOOR -> Math.ceil(at - 0.5);
                case PREFER_CEIL -> Math.floor(at + 0.5);
            };
            axis.low[o] = (int) clamp(rounded, inputs);
            axis.high[o] = axis.low[o];
        }
        return axis;
    }

    public int outputs() {
        return low.length;
    }

    /** In floats, as the runtimes of networks compute it: what lies halfway would be rounded otherwise. */
    private static float position(int o, int inputs, int outputs, double scale, Convention convention) {
        return switch (convention) {
            case HALF_PIXEL -> (o + 0.5f) / (float) scale - 0.5f;
            case ASYMMETRIC -> o / (float) scale;
            case ALIGN_CORNERS -> outputs == 1 ? 0 : (float) o * (inputs - 1) / (outputs - 1);
        };
    }

    private static double clamp(double position, int inputs) {
        return Math.max(0, Math.min(inputs - 1, position));
    }
}
