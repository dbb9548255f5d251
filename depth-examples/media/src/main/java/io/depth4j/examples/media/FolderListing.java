package io.depth4j.examples.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the pictures of a folder in the order of their names. Links are followed, and no folder is looked into twice, so that
 * loops of links end. Nothing but regular files is opened: to open a pipe would wait for ever.
 */
final class FolderListing {

    private final MediaOptions options;
    private final Listing listing;
    private final Set<Path> seen = new HashSet<>();
    private final Optional<Path> except;

    FolderListing(MediaOptions options, Listing listing) throws IOException {
        this.options = options;
        this.listing = listing;
        Optional<Path> folder = options.except().filter(Files::exists);
        this.except = folder.isPresent() ? Optional.of(folder.get().toRealPath()) : Optional.empty();
    }

    void addAll(Path folder) throws IOException {
        look(folder, "");
    }

    /** A folder that cannot be listed counts as one item that cannot be read; the others go on. */
    private void look(Path folder, String prefix) throws IOException {
        Path real = folder.toRealPath();
        if (except.filter(real::equals).isPresent()) {
            listing.passOver(folder.toString(), "the results go there");
            return;
        }
        if (!seen.add(real)) {
            listing.passOver(folder.toString(), "the same folder as one before");
            return;
        }
        for (Path child : children(folder)) {
            String name = String.valueOf(child.getFileName());
            if (name.startsWith(".")) {
                continue;
            }
            try {
                if (Files.isDirectory(child)) {
                    if (options.depth() == MediaOptions.Depth.RECURSIVE) {
                        look(child, prefix + name + "/");
                    }
                } else {
                    add(child, prefix + name);
                }
            } catch (IOException e) {
                listing.items.add(MediaItem.unreadable(prefix + name, child.toString(), e));
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted(Comparator.comparing(child -> String.valueOf(child.getFileName())))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            listing.passOver(file.toString(), Files.exists(file) ? "no regular file" : "a link to nothing");
            return;
        }
        Content content;
        try (InputStream stream = Files.newInputStream(file)) {
            content = Content.of(stream);
        }
        switch (content) {
            case PICTURE -> listing.items.add(new MediaItem(name, file.toString(), () -> Files.newInputStream(file)));
            case ZIP -> listing.passOver(file.toString(), "a zip within a folder is not opened; give it by its name");
            case OTHER -> listing.passOver(file.toString(), "no picture");
        }
    }
}
