package io.depth4j.examples.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why something failed, in one line for people. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof FileSystemException about && about.getReason() == null) {
            return about.getFile() + ": " + kind(about);
        }
        if (failure instanceof OutOfMemoryError) {
            return "The memory of the JVM is not enough; give it more with java -Xmx…";
        }
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    // The JDK leaves the words to the class.
    private static String kind(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        return failure.getClass().getSimpleName();
    }
}
