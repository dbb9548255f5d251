package io.depth4j.examples.media;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files in a folder. */
final class FolderSink implements MediaSink {

    private final Path folder;

    FolderSink(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void write(String name, Content content) throws IOException {
        Path file = inside(name);
        Files.createDirectories(file.getParent());
        try (WholeFile whole = new WholeFile(file)) {
            content.writeTo(whole.out());
            whole.finish();
        }
    }

    private Path inside(String name) throws IOException {
        try {
            if (EntryName.relative(name).filter(name::equals).isPresent()) {
                return folder.resolve(name);
            }
        } catch (InvalidPathException e) {
            FileSystemException unnameable = new FileSystemException(
                    folder + "/" + name, null, "the file system cannot spell the name: " + e.getReason());
            unnameable.initCause(e);
            throw unnameable;
        }
        throw new IllegalArgumentException("A result lies inside its folder, found the name '" + name + "'");
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
