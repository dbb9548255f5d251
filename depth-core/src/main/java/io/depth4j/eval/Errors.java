package io.depth4j.eval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The metrics, by their definitions. */
final class Errors {

    private Errors() {}

    /**
     * Of aligned estimates.
     *
     * @param unaligned the estimates before, of whose order Spearman speaks
     * @param reference what is known, in the space of {@code unaligned}
     */
    static Map<Metric, Double> of(double[] estimate, double[] known, double[] unaligned, double[] reference) {
        int n = estimate.length;
        double absolute = 0;
        double relativeSquare = 0;
        double square = 0;
        double logarithm = 0;
        int[] within = new int[3];
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            double p = estimate[i];
            double g = known[i];
            double error = p - g;
            absolute += Math.abs(error) / g;
            relativeSquare += error * error / g;
            square += error * error;
            logs[i] = p > 0 ? Math.log(p) - Math.log(g) : Double.NaN;
            logarithm += Math.abs(logs[i]);
            double ratio = p > 0 ? Math.max(p / g, g / p) : Double.POSITIVE_INFINITY;
            double limit = 1;
            for (int k = 0; k < within.length; k++) {
                limit *= 1.25;
                within[k] += ratio < limit ? 1 : 0;
            }
        }
        double mean = Arrays.stream(logs).sum() / n;
        // The mean square is this and the square of the mean; apart, neither loses digits to the other.
        double variance =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / n;
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.ABS_REL, absolute / n);
        values.put(Metric.SQ_REL, relativeSquare / n);
        values.put(Metric.RMSE, Math.sqrt(square / n));
        values.put(Metric.RMSE_LOG, Math.sqrt(variance + mean * mean));
        values.put(Metric.LOG10, logarithm / n / Math.log(10));
        values.put(Metric.SILOG_HALF, Math.sqrt(variance + 0.5 * mean * mean));
        values.put(Metric.SILOG_FULL, Math.sqrt(variance));
        values.put(Metric.DELTA1, (double) within[0] / n);
        values.put(Metric.DELTA2, (double) within[1] / n);
        values.put(Metric.DELTA3, (double) within[2] / n);
        values.put(Metric.SPEARMAN, correlation(ranks(unaligned), ranks(reference)));
        return values;
    }

    /** The rank of each value, from 0; equal values share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray(); // -0.0 is 0.0
        double[] ranks = new double[sorted.length];
        for (int first = 0; first < sorted.length; ) {
            int end = first + 1;
            while (end < sorted.length && sorted[end] == sorted[first]) {
                end++;
            }
            Arrays.fill(ranks, first, end, (first + end - 1) / 2.0);
            first = end;
        }
        return Arrays.stream(values)
                .map(value -> ranks[Arrays.binarySearch(sorted, value + 0.0)])
                .toArray();
    }

    private static double correlation(double[] x, double[] y) {
        double middle = (x.length - 1) / 2.0; // of ranks, always
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
            xy += (x[i] - middle) * (y[i] - middle);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx) / Math.sqrt(yy);
    }
}
