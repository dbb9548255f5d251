package io.depth4j.estimate;

/**
 * How known points are found out that do not fit the others.
 *
 * @param tolerance how far a point that fits may lie from the map, as a share of its distance; below what the network errs by,
 *     the part of the scene that happens to suit it wins over the rest
 * @param trials how many smallest sets of points are tried
 * @param seed of the choice: the same points and options give the same calibration
 */
public record RansacOptions(double tolerance, int trials, long seed) {

    private static final RansacOptions DEFAULTS = new RansacOptions(0.15, 1000, 1);

    public RansacOptions {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("The tolerance lies between 0 and 1, found " + tolerance);
        }
        if (trials < 1) {
            throw new IllegalArgumentException("At least one trial is needed, found " + trials);
        }
    }

    /** A tolerance of 15 %, 1000 trials. */
    public static RansacOptions defaults() {
        return DEFAULTS;
    }

    public RansacOptions withTolerance(double newTolerance) {
        return new RansacOptions(newTolerance, trials, seed);
    }

    public RansacOptions withTrials(int newTrials) {
        return new RansacOptions(tolerance, newTrials, seed);
    }

    public RansacOptions withSeed(long newSeed) {
        return new RansacOptions(tolerance, trials, newSeed);
    }
}
