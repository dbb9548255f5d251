package io.depth4j.estimate;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.util.Arrays;
import java.util.List;

/**
 * Maps in one unit, merged pixel by pixel. A pixel that less than half of the weight has a value for is missing.
 *
 * @param values the weighted median; where the weight splits in two halves, the middle between them
 * @param spread the weighted mean distance from it
 * @param agreement the share of all the weight that is within the tolerance of it
 */
record WeightedMedian(FloatPlane values, FloatPlane spread, FloatPlane agreement) {

    /** Sums of the same weights in another order differ by less, as a share. */
    private static final double ROUNDING = 1e-9;

    static WeightedMedian of(Size size, List<float[]> maps, double[] weights, double tolerance) {
        WeightedMedian merged =
                new WeightedMedian(FloatPlane.allocate(size), FloatPlane.allocate(size), FloatPlane.allocate(size));
        double total = Arrays.stream(weights).sum();
        Pixel pixel = new Pixel(weights.length);
        for (int i = 0; i < size.pixels(); i++) {
            pixel.clear();
            for (int m = 0; m < weights.length; m++) {
                float value = maps.get(m)[i];
                if (!Float.isNaN(value)) {
                    pixel.add(value, weights[m]);
                }
            }
            if (pixel.count == 0 || pixel.weight < total * (0.5 - ROUNDING)) {
                merged.values.array()[i] = Float.NaN;
                merged.spread.array()[i] = Float.NaN;
            } else {
                float median = pixel.median();
                merged.values.array()[i] = median;
                merged.spread.array()[i] = (float) pixel.spread(median);
                merged.agreement.array()[i] = (float) (pixel.within(median, tolerance) / total);
            }
        }
        return merged;
    }

    /** What the members say of one pixel, in ascending order. */
    private static final class Pixel {

        private final float[] values;
        private final double[] weights;
        private int count;
        private double weight;

        Pixel(int most) {
            values = new float[most];
            weights = new double[most];
        }

        void clear() {
            count = 0;
            weight = 0;
        }

        void add(float value, double itsWeight) {
            int place = count++;
            for (; place > 0 && values[place - 1] > value; place--) {
                values[place] = values[place - 1];
                weights[place] = weights[place - 1];
            }
            values[place] = value;
            weights[place] = itsWeight;
            weight += itsWeight;
        }

        float median() {
            double below = 0;
            for (int k = 0; k < count - 1; k++) {
                below += weights[k];
                if (below > weight * (0.5 + ROUNDING)) {
                    return values[k];
                }
                if (below >= weight * (0.5 - ROUNDING)) {
                    return (float) (((double) values[k] + values[k + 1]) / 2);
                }
            }
            return values[count - 1];
        }

        double spread(float middle) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += weights[k] * Math.abs((double) values[k] - middle);
            }
            return sum / weight;
        }

        double within(float middle, double tolerance) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                if (Math.abs((double) values[k] - middle) <= tolerance) {
                    sum += weights[k];
                }
            }
            return sum;
        }
    }
}
