package io.depth4j.eval;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Readers of data sets, in the layout of their public files. A set is read as a list; pictures and depth are read when asked for, so
 * that a missing or broken one is told by the {@link Benchmark} and stops nothing else.
 */
public final class SampleSets {

    private SampleSets() {}

    /**
     * The photos that a table names: a CSV file with the columns {@code id}, {@code rgb} (the picture), {@code gt} (a PNG of 16
     * bits, 0 where nothing is known), {@code kind} ({@code depth} or {@code disparity}) and {@code scale}, by which the numbers
     * are multiplied to be metres or pixels. Files are named relative to the table. The source of a sample is in a column {@code
     * source}, or else what its id begins with, up to the first underscore.
     */
    public static SampleSet manifest(Path csv) throws IOException {
        return Manifest.read(csv);
    }
}
