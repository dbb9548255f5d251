package io.depth4j.eval;

/**
 * What is measured between estimates {@code p} and known depths {@code g}, over the pixels that have both.
 *
 * <p>The metrics with a logarithm are {@code NaN} where an estimate is not positive. All are of one picture; a mean over pictures
 * counts every picture the same.
 */
public enum Metric {
    /** Mean of {@code |p − g| / g}. */
    ABS_REL("AbsRel", false),
    /** Mean of {@code (p − g)² / g}, in the unit of {@code g}. */
    SQ_REL("SqRel", false),
    /** Root of the mean of {@code (p − g)²}, in the unit of {@code g}. */
    RMSE("RMSE", false),
    /** Root of the mean of {@code (ln p − ln g)²}. */
    RMSE_LOG("RMSElog", false),
    /** Mean of {@code |log₁₀ p − log₁₀ g|}. */
    LOG10("log10", false),
    /** With {@code d = ln p − ln g}: root of {@code mean(d²) − ½ mean(d)²}. */
    SILOG_HALF("SILog(λ=0.5)", false),
    /** With {@code d = ln p − ln g}: root of {@code mean(d²) − mean(d)²}, which no scale changes. KITTI's server gives 100 times it. */
    SILOG_FULL("SILog(λ=1)", false),
    /** Share of pixels with {@code max(p/g, g/p) < 1.25}. */
    DELTA1("δ1", true),
    /** Share of pixels with {@code max(p/g, g/p) < 1.25²}. */
    DELTA2("δ2", true),
    /** Share of pixels with {@code max(p/g, g/p) < 1.25³}. */
    DELTA3("δ3", true),
    /**
     * Spearman's rank correlation of the estimates before alignment with what is known, ties sharing their mean rank; 0 where
     * either is constant and says nothing of order.
     */
    SPEARMAN("Spearman", true);

    private final String label;
    private final boolean largerIsBetter;

    Metric(String label, boolean largerIsBetter) {
        this.label = label;
        this.largerIsBetter = largerIsBetter;
    }

    /** The name that papers use. */
    public String label() {
        return label;
    }

    public boolean largerIsBetter() {
        return largerIsBetter;
    }
}
