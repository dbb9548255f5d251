package io.depth4j.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file that is either the whole new one or what was there before, even when the disk fills up. A device or a pipe takes
 * the bytes as they come: a file in its place would be something else.
 */
public final class AtomicFile {

    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            writeInto(file, content);
        } else {
            replace(Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file, content);
        }
    }

    private static void writeInto(Path device, Content content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE), BUFFER)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw named(device, e);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path temporary = create(file);
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.WRITE), BUFFER)) {
                content.writeTo(out);
            }
            move(temporary, file);
        } catch (IOException e) {
            throw named(file, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A full disk says no name at all, and a move that fails says the one beside the target. */
    private static IOException named(Path file, IOException cause) {
        String reason = cause instanceof FileSystemException found
                ? Objects.requireNonNullElse(found.getReason(), found.getClass().getSimpleName())
                : cause.getMessage();
        FileSystemException named = new FileSystemException(file.toString(), null, "cannot be written: " + reason);
        named.initCause(cause);
        return named;
    }

    /** An empty file beside the target with the permissions that a new file gets, which {@code createTempFile} would narrow. */
    private static Path create(Path file) throws IOException {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path candidate = file.resolveSibling("." + file.getFileName() + "." + random + ".tmp");
        try {
            return Files.createFile(candidate);
        } catch (FileAlreadyExistsException taken) {
            return create(file);
        } catch (NoSuchFileException e) {
            // Nobody knows the file beside the target that could not be made.
            throw new NoSuchFileException(file.toString(), null, "there is no such folder to write to");
        } catch (IOException e) {
            throw named(file, e);
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
