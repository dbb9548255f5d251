package io.depth4j.examples.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** How the rows of an image are told. */
enum RowFormat {
    /** A few rows and pixels, to look at. */
    TABLE,
    CSV,
    JSON,
    NPY;

    /** The format that a file's name asks for. */
    static Optional<RowFormat> ofEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EnumSet.range(CSV, NPY).stream()
                .filter(format -> name.endsWith("." + Words.of(format)))
                .findFirst();
    }

    /** As words. */
    static final class Spelled extends Words<RowFormat> {
        Spelled() {
            super(RowFormat.class);
        }
    }
}
