package io.depth4j.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has arrived of a file, and the tag of the version it is a part of. It gets its final name when it is whole. */
final class PartialFile {

    private static final Pattern TAG = Pattern.compile("\"[!#-~]*\"");

    private final Path target;
    private final Path bytes;
    private final Path tag;

    PartialFile(Path target) {
        this.target = target;
        this.bytes = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".part.etag");
    }

    Path path() {
        return bytes;
    }

    /** How many bytes are here. */
    long size() throws IOException {
        return Files.exists(bytes) ? Files.size(bytes) : 0;
    }

    /** The entity tag that the server gave these bytes; none if what is here of it could not be one, as after a power cut. */
    Optional<String> tag() throws IOException {
        return Files.exists(tag)
                ? Optional.of(Files.readString(tag, StandardCharsets.ISO_8859_1))
                        .filter(text -> TAG.matcher(text).matches())
                : Optional.empty();
    }

    /** Forgets what is here, and begins with a version of this tag. */
    void restart(Optional<String> newTag) throws IOException {
        discard();
        if (newTag.isPresent()) {
            Files.writeString(tag, newTag.get());
        }
    }

    /** A channel that writes after what is here. */
    FileChannel append() throws IOException {
        return FileChannel.open(bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    boolean discard() throws IOException {
        // The tag last: bytes of an unknown version are worse than a tag of nothing.
        boolean found = Files.deleteIfExists(bytes);
        Files.deleteIfExists(tag);
        return found;
    }

    /** Gives the whole file its name. */
    void finish() throws IOException {
        Files.move(bytes, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }
}
