package io.depth4j.tiledb;

import java.util.List;
import java.util.Set;

/** What a commit does to the images. */
sealed interface Change {

    /** Nothing. */
    record None() implements Change {}

    /** More rows for an image, {@code added} of them at new depths; made if it is not there. */
    record Add(StoredImage like, List<Run> runs, long added) implements Change {}

    /** An image goes. */
    record Drop(long image) implements Change {}

    /** Runs of images become one. */
    record Merge(List<Merged> images) implements Change {}

    /** The run of an image that stands for others. */
    record Merged(long image, Run run, Set<String> replaced) {}
}
