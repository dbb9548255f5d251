package io.depth4j.frames;

/**
 * What became of rows that were stored.
 *
 * @param image the number of the image
 * @param commit the commit that made them visible; the latest one before, where nothing changed
 * @param added rows at depths where there was none
 * @param replaced rows whose pixels differ from those that were at their depth
 * @param unchanged rows that were there already
 */
public record UpsertReport(long image, long commit, long added, long replaced, long unchanged) {

    /** Whether anything was written. */
    public boolean changed() {
        return added + replaced > 0;
    }
}
