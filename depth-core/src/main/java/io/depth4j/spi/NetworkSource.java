package io.depth4j.spi;

import java.nio.file.Path;
import java.util.Objects;

/** Where a network comes from. */
public sealed interface NetworkSource {

    /** A file; weights that it keeps in files of their own are looked for beside it. */
    record InFile(Path file) implements NetworkSource {
        public InFile {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** The content of a file. */
    final class InMemory implements NetworkSource {

        private final byte[] bytes;

        public InMemory(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return bytes.length + " bytes in memory";
        }
    }
}
