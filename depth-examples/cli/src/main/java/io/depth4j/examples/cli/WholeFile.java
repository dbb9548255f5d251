package io.depth4j.examples.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file beside its final name and moves it there when it is whole. A device or a pipe takes the bytes as they come: a
 * file in its place would be something else.
 */
final class WholeFile {

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Refuses to replace a file, unless that is wanted; a device is written to. */
    static void requireNew(Path file, boolean overwrite) {
        if (Files.isRegularFile(file) && !overwrite) {
            throw new NothingDoneException(file + " is there already; --overwrite makes it anew");
        }
    }

    static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            writeInto(file, content);
        } else {
            replace(Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file, content);
        }
    }

    private static void writeInto(Path device, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + random + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            } catch (NoSuchFileException e) {
                // Nobody knows the file beside the target that could not be made.
                throw e.getFile().equals(temporary.toString())
                        ? new NoSuchFileException(file.toString(), null, "there is no such folder to write to")
                        : e;
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
