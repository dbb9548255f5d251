package io.depth4j;

/** What a missing pixel does to a resizer whose every output depends on the whole row. */
public enum MissingPixels {
    /**
     * Holes stay where they are: a row is split into its runs of present pixels and each is resized by itself, as if its edge
     * values went on; an output is missing where the input nearest to it is. An infinite pixel counts as missing.
     */
    KEEP,
    /**
     * One missing or infinite pixel makes its whole row missing, as it does in SciPy; a row with no pixel at all becomes zeros.
     * Columns likewise, where the height changes.
     */
    POISON_ROW
}
