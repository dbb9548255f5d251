package io.depth4j.frames;

import java.util.List;
import java.util.Objects;

/**
 * What a table holds, found by reading all of it.
 *
 * @param source what it is called
 * @param sha256 of its bytes as they were read, packed if it is packed, in hexadecimal digits
 * @param delimiter between its cells
 * @param header whether its first line names the columns
 * @param pixels how many columns of them
 * @param rows that were read, bad ones included
 * @param rejected bad rows
 * @param badRows the first 100 of them
 * @param depths of the good rows, from the least to the greatest
 * @param missing pixels of the good rows
 * @param outOfRange pixels of the good rows that could not be stored as they stand in the file
 */
public record CsvCheck(
        String source,
        String sha256,
        char delimiter,
        boolean header,
        int pixels,
        long rows,
        long rejected,
        List<BadRow> badRows,
        DepthRange depths,
        long missing,
        long outOfRange) {

    public CsvCheck {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(depths, "depths");
        badRows = List.copyOf(badRows);
    }

    /** The share of pixels that are missing. */
    public double missingShare() {
        return missing / ((double) (rows - rejected) * pixels);
    }
}
