package io.depth4j.eval;

/**
 * How far away an aligned estimate may be. A disparity that is aligned to nearly nothing would else be a depth of kilometres, and
 * one pixel would outweigh a picture.
 */
public enum Clamp {
    /** As far as it says. */
    NONE("estimates not clamped"),
    /** Within the protocol's {@link Cap}. */
    CAP("estimates clamped to the cap"),
    /** No farther than the farthest known depth that counts, as in MoGe's evaluation. */
    FARTHEST_KNOWN("estimates clamped to the farthest known depth"),
    /** No farther than 20 m, or than 100 m where something is known to be beyond 20 m. */
    ROOM_OR_STREET("estimates clamped to 20 m or, outdoors, 100 m");

    private final String label;

    Clamp(String label) {
        this.label = label;
    }

    /** What tells this clamp from every other. */
    public String label() {
        return label;
    }
}
