package io.depth4j.model;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The file of a network's weights. What is not known is empty, never guessed.
 *
 * @param name of the file
 * @param size in bytes
 * @param sha256 64 hexadecimal digits in lower case
 * @param source where it can be fetched
 */
public record ModelFile(String name, OptionalLong size, Optional<String> sha256, Optional<URI> source) {

    public ModelFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(source, "source");
        // Colons too: Windows takes what stands before one for a drive.
        if (name.isBlank() || name.startsWith(".") || name.chars().anyMatch(c -> c < ' ' || "/\\:".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("file.name is a plain file name, found '" + name + "'");
        }
        if (size.isPresent() && size.getAsLong() < 1) {
            throw new IllegalArgumentException("file.size is positive, found " + size.getAsLong());
        }
        if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "file.sha256 is 64 hexadecimal digits in lower case, found '" + sha256.get() + "'");
        }
    }

    /** A file of which only the name is known. */
    public static ModelFile named(String name) {
        return new ModelFile(name, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    public ModelFile withSize(long bytes) {
        return new ModelFile(name, OptionalLong.of(bytes), sha256, source);
    }

    public ModelFile withSha256(String hash) {
        return new ModelFile(name, size, Optional.of(hash), source);
    }

    public ModelFile withSource(String uri) {
        return new ModelFile(name, size, sha256, Optional.of(URI.create(uri)));
    }
}
