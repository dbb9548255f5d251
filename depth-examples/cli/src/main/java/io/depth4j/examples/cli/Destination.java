package io.depth4j.examples.cli;

import io.depth4j.examples.media.MediaSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where results go: what the words after {@code -o} mean. */
sealed interface Destination {

    /** One file of this name. */
    record OneFile(Path file) implements Destination {}

    /** A folder with a file for each picture. */
    record Folder(Path path) implements Destination {}

    /** A zip with a file for each picture. */
    record Zip(Path file) implements Destination {}

    /** One file, or for several pictures a zip, to standard output. */
    record Standard() implements Destination {}

    /** A name with an ending is a file; a folder is there, ends in a slash, or has no ending. */
    static Destination of(GivenPath out) {
        String name = String.valueOf(out.path().getFileName());
        if (out.isStandard()) {
            return new Standard();
        }
        if (Files.isDirectory(out.path()) || out.words().endsWith("/") || !name.contains(".")) {
            return new Folder(out.path());
        }
        return out.endsWith(".zip") ? new Zip(out.path()) : new OneFile(out.path());
    }

    /** Refuses to write over what is read. */
    default void requireApartFrom(List<GivenPath> inputs, List<String> names) throws IOException {
        Set<Path> read = new HashSet<>();
        for (GivenPath input : inputs) {
            if (!input.isStandard() && Files.exists(input.path())) {
                read.add(input.path().toRealPath());
            }
        }
        for (Path target : targets(names)) {
            if (Files.exists(target) && read.contains(target.toRealPath())) {
                throw new NothingDoneException(target + " is read and would be written; give another name with -o");
            }
        }
    }

    private List<Path> targets(List<String> names) {
        if (this instanceof OneFile one) {
            return names.stream().map(one.file::resolveSibling).toList();
        } else if (this instanceof Zip zip) {
            return List.of(zip.file);
        } else if (this instanceof Folder folder) {
            return Stream.concat(Stream.of(folder.path), names.stream().map(folder.path::resolve))
                    .toList();
        }
        return List.of();
    }

    /** The folder that is written to, if it is one. */
    default Optional<Path> folder() {
        return this instanceof Folder folder ? Optional.of(folder.path) : Optional.empty();
    }

    /** Takes the results. */
    default MediaSink sink(Console console, boolean single) throws IOException {
        if (this instanceof OneFile one) {
            return MediaSink.folder(
                    Objects.requireNonNull(one.file.toAbsolutePath().getParent()));
        } else if (this instanceof Zip zip) {
            return MediaSink.zip(zip.file);
        } else if (this instanceof Folder folder) {
            return MediaSink.folder(folder.path);
        }
        return single ? MediaSink.stream(console.out()) : MediaSink.zip(console.out());
    }
}
