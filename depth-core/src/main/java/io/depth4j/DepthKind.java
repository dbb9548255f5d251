package io.depth4j;

/**
 * What the numbers of a {@link DepthMap} mean. Only {@link #METRIC} is metres; getting there from any other kind takes an
 * explicit {@link Calibration}.
 */
public enum DepthKind {
    /** Distance in metres. */
    METRIC("metres", false),
    /** True proportions in an unknown unit: metres after multiplying by one number. */
    SCALE_INVARIANT("depth up to scale", false),
    /** Depth of unknown scale and unknown shift: metres after multiplying by one number and adding another. */
    AFFINE_INVARIANT("depth up to scale and shift", false),
    /** Disparity of unknown scale and unknown shift: larger is nearer, and one over it, once calibrated, is metres. */
    AFFINE_INVARIANT_INVERSE("disparity up to scale and shift", true);

    private final String meaning;
    private final boolean largerIsNearer;

    DepthKind(String meaning, boolean largerIsNearer) {
        this.meaning = meaning;
        this.largerIsNearer = largerIsNearer;
    }

    /** A few words for a legend or a message. */
    public String meaning() {
        return meaning;
    }

    /** Whether larger numbers are nearer to the camera. */
    public boolean largerIsNearer() {
        return largerIsNearer;
    }
}
