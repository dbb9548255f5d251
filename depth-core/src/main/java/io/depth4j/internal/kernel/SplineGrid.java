package io.depth4j.internal.kernel;

/**
 * Where the outputs of a resampled line lie on the cubic B-spline through its inputs, and the weights of the four coefficients
 * each is made of.
 *
 * <p>The convention is that of SciPy's {@code ndimage.zoom} with {@code order=3} and {@code mode="nearest"}: first and last
 * sample of both grids coincide, a single output lies on the first input, and the line goes on for {@link #PAD} copies of its
 * edge values at either end.
 */
public final class SplineGrid {

    /** Copies of the edge value at either end of a line. */
    public static final int PAD = 12;

    static final int TAPS = 4;

    private final int from;
    private final int to;
    private final int[] first;
    private final double[] weights;
    private final int[] nearest;

    public SplineGrid(int from, int to) {
        this.from = from;
        this.to = to;
        this.first = new int[to];
        this.weights = new double[TAPS * to];
        this.nearest = new int[to];
        double step = to == 1 ? 1 : (double) (from - 1) / (to - 1);
        for (int i = 0; i < to; i++) {
            double at = Math.min(i * step + PAD, from - 1 + 2 * PAD);
            double floor = Math.floor(at);
            first[i] = (int) floor - 1;
            nearest[i] = Math.min((int) floor + (at - floor < 0.5 ? 0 : 1) - PAD, from - 1);
            weigh(at - floor, TAPS * i);
        }
    }

    /** The number of inputs, without the padding. */
    public int from() {
        return from;
    }

    /** The number of outputs. */
    public int to() {
        return to;
    }

    /** Whether every output is an input, so that nothing need be done. */
    public boolean isIdentity() {
        return from == to;
    }

    /** The length of a line with its padding. */
    public int padded() {
        return from + 2 * PAD;
    }

    /** The input nearest to an output; of two equally near ones the later. */
    public int nearest(int output) {
        return nearest[output];
    }

    /** The index in the padded line of the first of an output's four coefficients. */
    int first(int output) {
        return first[output];
    }

    /** Four weights an output. */
    double[] weights() {
        return weights;
    }

    /** The last weight is what the others leave of 1, as SciPy has it. */
    private void weigh(double past, int k) {
        double before = 1 - past;
        weights[k] = before * before * before / 6;
        weights[k + 1] = (past * past * (past - 2) * 3 + 4) / 6;
        weights[k + 2] = (before * before * (before - 2) * 3 + 4) / 6;
        weights[k + 3] = 1 - weights[k] - weights[k + 1] - weights[k + 2];
    }
}
