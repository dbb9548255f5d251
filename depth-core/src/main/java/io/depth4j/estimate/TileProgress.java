package io.depth4j.estimate;

/** Is told how far the estimate of a tiled picture is, by the thread that estimates. */
@FunctionalInterface
public interface TileProgress {

    /**
     * @param done runs that are over
     * @param all runs that the picture takes: one for each tile, and one for the whole
     */
    void at(int done, int all);

    /** Tells nobody. */
    static TileProgress none() {
        return (done, all) -> {};
    }
}
