package io.depth4j.examples.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A file or folder of the command line.
 *
 * @param words as the user wrote it
 * @param path what it stands for
 */
record GivenPath(String words, Path path) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*|data:.*");

    static GivenPath of(String words, Path folder) {
        if (words.isEmpty()) {
            throw new TypeConversionException("expected the name of a file or folder, found an empty one");
        }
        if (ADDRESS.matcher(words).matches()) {
            throw new TypeConversionException("'" + words + "' is an address; only files are read, so fetch it first");
        }
        return new GivenPath(words, words.equals("-") ? Path.of(words) : folder.resolve(words));
    }

    /** Standard input or output. */
    boolean isStandard() {
        return words.equals("-");
    }

    boolean endsWith(String ending) {
        return words.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
