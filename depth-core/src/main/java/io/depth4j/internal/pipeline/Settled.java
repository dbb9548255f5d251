package io.depth4j.internal.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that has not changed for a while.
 *
 * @param file where it lies
 * @param stamp how it looked when it had settled
 */
record Settled(Path file, Stamp stamp) {

    String name() {
        return file.getFileName().toString();
    }

    /** Throws if the file is another one by now, was written to, or is gone. */
    void requireUnchanged() throws IOException {
        if (!isUnchanged()) {
            throw new ChangedException(file + " has changed since it was taken");
        }
    }

    boolean isUnchanged() throws IOException {
        try {
            return Stamp.of(file).equals(stamp);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Its bytes. Who reads all of them knows at their end that the file did not change meanwhile. */
    InputStream open() throws IOException {
        requireUnchanged();
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] dst, int offset, int length) throws IOException {
                int read = super.read(dst, offset, length);
                if (read < 0) {
                    requireUnchanged();
                }
                return read;
            }
        };
    }
}
