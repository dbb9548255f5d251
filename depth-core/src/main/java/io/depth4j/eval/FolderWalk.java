package io.depth4j.eval;

import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of a data set. */
final class FolderWalk {

    private static final List<String> PICTURE_ENDINGS = List.of(".jpg", ".png", ".jpeg");

    private FolderWalk() {}

    /** The files below a folder that have this ending, in the order of their names. Links are followed, but not in a circle. */
    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> found = new ArrayList<>();
        // Large sets are often kept elsewhere and linked to.
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && name(file).endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
                if (cause instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw cause;
            }
        });
        Collections.sort(found);
        return found;
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

    /** Refuses a folder that holds nothing of what was expected, or more than one depth of a picture. */
    static SampleSet set(String name, Path folder, List<Sample> samples, String expected) {
        if (samples.isEmpty()) {
            throw new MalformedInputException(folder + " should hold " + expected + ", found none");
        }
        Set<String> ids = new HashSet<>();
        for (Sample sample : samples) {
            if (!ids.add(sample.id())) {
                throw new MalformedInputException(
                        folder + " should hold one depth of each picture, found two of \"" + sample.id() + "\"");
            }
        }
        return new SampleSet(name, samples);
    }
}
