package io.depth4j.benchmarks.contest;

import java.util.Locale;

/**
 * How far the results of two sides lie apart, and how far they may.
 *
 * @param worst the largest difference found
 * @param mean the mean difference found
 */
public record Agreement(double worst, double mean, Tolerance tolerance) {

    /** The largest and the mean difference that two sides may show. */
    public record Tolerance(double worst, double mean) {

        /** Not one value may differ. */
        public static final Tolerance EXACT = new Tolerance(0, 0);
    }

    /** Compares unsigned bytes. */
    public static Agreement ofBytes(byte[] ours, byte[] peers, Tolerance tolerance) {
        requireSameLength(ours.length, peers.length);
        int worst = 0;
        long sum = 0;
        for (int i = 0; i < ours.length; i++) {
            int difference = Math.abs((ours[i] & 0xff) - (peers[i] & 0xff));
            worst = Math.max(worst, difference);
            sum += difference;
        }
        return new Agreement(worst, (double) sum / Math.max(1, ours.length), tolerance);
    }

    /** Compares floats; where only one side is {@code NaN}, they are infinitely far apart. */
    public static Agreement ofFloats(float[] ours, float[] peers, Tolerance tolerance) {
        requireSameLength(ours.length, peers.length);
        double worst = 0;
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = difference(ours[i], peers[i]);
            worst = Math.max(worst, difference);
            sum += difference;
        }
        return new Agreement(worst, sum / Math.max(1, ours.length), tolerance);
    }

    /** This one, unless the other is farther from agreement. */
    public Agreement orWorse(Agreement other) {
        return other.worst > worst ? other : this;
    }

    public boolean holds() {
        return worst <= tolerance.worst && mean <= tolerance.mean;
    }

    /** Nothing if the sides agree: measuring wrong results would be worth nothing. */
    public void orThrow() {
        if (!holds()) {
            throw new IllegalStateException("The two sides disagree: " + this);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "largest difference %.4g (at most %.4g), mean %.4g (at most %.4g)",
                worst,
                tolerance.worst,
                mean,
                tolerance.mean);
    }

    private static double difference(float ours, float peers) {
        if (Float.compare(ours, peers) == 0) {
            return 0;
        }
        double difference = Math.abs((double) ours - peers);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private static void requireSameLength(int ours, int peers) {
        if (ours != peers) {
            throw new IllegalArgumentException("Both sides have as many values, found " + ours + " and " + peers);
        }
    }
}
