package io.depth4j.internal.pipeline;

import io.depth4j.internal.AtomicFile;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder that files are put away in. None there is ever overwritten: a name is taken by an empty file, which only one of many
 * workers or processes can make, and which the file then replaces. Who is killed between the two leaves the empty one.
 */
final class Shelf {

    private static final String ERROR = ".error.json";

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** Puts a file away under its own name or, if that is taken, under one like {@code a_1.csv}. */
    void put(Path file) throws IOException {
        place(file, Optional.empty());
    }

    /** As {@link #put(Path)}, beside what is wrong with it, which is there first. */
    void put(Path file, AtomicFile.Content error) throws IOException {
        place(file, Optional.of(error));
    }

    private void place(Path file, Optional<AtomicFile.Content> error) throws IOException {
        Files.createDirectories(folder);
        Path target = reserve(file.getFileName().toString());
        try {
            if (error.isPresent()) {
                AtomicFile.write(errorOf(target), error.get());
            }
            move(file, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            if (error.isPresent()) {
                Files.deleteIfExists(errorOf(target));
            }
            throw e;
        }
    }

    private Path reserve(String name) throws IOException {
        int dot = dot(name);
        for (int i = 0; ; i++) {
            Path target = folder.resolve(i == 0 ? name : name.substring(0, dot) + "_" + i + name.substring(dot));
            if (Files.notExists(errorOf(target))) {
                try {
                    return Files.createFile(target);
                } catch (FileAlreadyExistsException taken) {
                    // The next name, then.
                }
            }
        }
    }

    /** Where the extension begins, that of what is packed included. */
    private static int dot(String name) {
        int end = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.length() - 3 : name.length();
        int dot = name.lastIndexOf('.', end - 1);
        return dot > 0 ? dot : end;
    }

    private static Path errorOf(Path file) {
        return file.resolveSibling(file.getFileName() + ERROR);
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onAnotherDisk) {
            AtomicFile.write(target, out -> Files.copy(file, out));
            Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
            Files.delete(file);
        }
    }
}
