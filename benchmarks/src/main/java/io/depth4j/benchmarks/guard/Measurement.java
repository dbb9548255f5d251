package io.depth4j.benchmarks.guard;

import java.util.Arrays;
import java.util.List;

/**
 * What the rounds of one pair came to; every figure is a median.
 *
 * @param ratio how many times as fast as the peer we are
 * @param copyDistance how many times as long as a plain copy of the same bytes we take
 * @param ratios the ratio of each round
 */
public record Measurement(
        double oursMicros,
        double peerMicros,
        double copyMicros,
        double ratio,
        double copyDistance,
        List<Double> ratios) {

    /** One array element a round, in nanoseconds for one run. */
    static Measurement of(double[] ours, double[] peer, double[] copy) {
        double[] ratios = new double[ours.length];
        double[] distances = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            ratios[i] = peer[i] / ours[i];
            distances[i] = ours[i] / copy[i];
        }
        return new Measurement(
                median(ours) / 1e3,
                median(peer) / 1e3,
                median(copy) / 1e3,
                median(ratios),
                median(distances),
                Arrays.stream(ratios).boxed().toList());
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
