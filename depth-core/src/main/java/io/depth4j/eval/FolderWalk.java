package io.depth4j.eval;

import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files of a data set. */
final class FolderWalk {

    private static final List<String> PICTURE_ENDINGS = List.of(".jpg", ".png", ".jpeg");

    private FolderWalk() {}

    /** The files below a folder that have this ending, in the order of their names. */
    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> name(file).endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The path below a folder without the file's ending, with slashes on every system: an id. */
    static String id(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.[^./]+$", "");
    }

    /** The picture of this name, whatever the ending. */
    static Optional<Path> picture(Path folder, String stem) {
        return PICTURE_ENDINGS.stream()
                .flatMap(ending -> Stream.of(ending, ending.toUpperCase(Locale.ROOT)))
                .map(ending -> folder.resolve(stem + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Refuses a folder that holds nothing of what was expected. */
    static SampleSet set(String name, Path folder, List<Sample> samples, String expected) {
        if (samples.isEmpty()) {
            throw new MalformedInputException(folder + " should hold " + expected + ", found none");
        }
        return new SampleSet(name, samples);
    }
}
