package io.depth4j.eval;

/** In what an estimate and the known depth are compared when one is aligned to the other. */
public enum Space {
    /** In depth. */
    DEPTH("depth"),
    /** In one over depth. */
    DISPARITY("disparity");

    private final String label;

    Space(String label) {
        this.label = label;
    }

    /** The word for it in the name of a protocol. */
    public String label() {
        return label;
    }
}
