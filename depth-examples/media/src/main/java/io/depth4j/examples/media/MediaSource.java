package io.depth4j.examples.media;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

/**
 * Pictures from files, folders, zips and a stream, told by their first bytes, never by their names. What is hidden is left out;
 * what is no picture is named among the {@link #passedOver()}. A file given by its own name is an item whatever it holds.
 *
 * <p>Items are read from the source and live no longer than it. They may be read by several threads.
 */
public final class MediaSource implements AutoCloseable {

    private final List<MediaItem> items;
    private final List<PassedOver> passedOver;
    private final List<AutoCloseable> resources;

    private MediaSource(Listing listing, List<AutoCloseable> resources) {
        this.items = List.copyOf(listing.items);
        this.passedOver = List.copyOf(listing.passedOver);
        this.resources = resources;
    }

    /** Collects what is to be opened. Not for several threads. */
    public static final class Builder {

        /** One thing to look into. */
        private interface Part {
            void addTo(Listing listing, List<AutoCloseable> resources) throws IOException;
        }

        private final MediaOptions options;
        private final List<Part> parts = new ArrayList<>();

        private Builder(MediaOptions options) {
            this.options = Objects.requireNonNull(options, "options");
        }

        /** A picture, a folder or a zip. */
        public Builder add(Path input) {
            Objects.requireNonNull(input, "input");
            parts.add((listing, resources) -> {
                if (Files.isDirectory(input)) {
                    new FolderListing(options, listing).addAll(input);
                } else if (Files.isRegularFile(input)) {
                    addFile(input, listing, resources);
                } else if (Files.exists(input)) {
                    // A pipe, as shells make of <(command): there is no going back in it.
                    try (InputStream stream = Files.newInputStream(input)) {
                        addStream(stream, input.toString(), listing, resources);
                    }
                } else {
                    throw new NoSuchFileException(input.toString(), null, "there is no such file or folder");
                }
            });
            return this;
        }

        /** One picture or one zip that comes as a stream, read to its end and not closed. */
        public Builder add(InputStream stream, String name) {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(name, "name");
            parts.add((listing, resources) -> addStream(stream, name, listing, resources));
            return this;
        }

        /**
         * Looks into everything.
         *
         * @throws MalformedInputException if a zip is none, or has a name that leads out of its folder
         * @throws LimitExceededException if a zip asks for too much
         */
        public MediaSource open() throws IOException {
            Listing listing = new Listing();
            List<AutoCloseable> resources = new ArrayList<>();
            try {
                for (Part part : parts) {
                    part.addTo(listing, resources);
                }
                return new MediaSource(listing, resources);
            } catch (IOException | RuntimeException e) {
                closeAll(resources);
                throw e;
            }
        }

        private void addFile(Path file, Listing listing, List<AutoCloseable> resources) throws IOException {
            String name = String.valueOf(file.getFileName());
            Content content;
            try (InputStream stream = Files.newInputStream(file)) {
                content = Content.of(stream);
            } catch (IOException e) {
                listing.items.add(MediaItem.unreadable(name, file.toString(), e));
                return;
            }
            if (content == Content.ZIP) {
                resources.add(ZipListing.addAll(file, file.toString(), options.zip(), listing));
            } else {
                listing.items.add(new MediaItem(name, file.toString(), () -> Files.newInputStream(file)));
            }
        }

        /** The stream goes to a file that only its owner may read, since a zip is read from its end and a picture when asked. */
        private void addStream(InputStream stream, String name, Listing listing, List<AutoCloseable> resources)
                throws IOException {
            Path file = Files.createTempFile("depth4j-", ".in");
            AutoCloseable deletion = () -> Files.deleteIfExists(file);
            resources.add(deletion);
            byte[] head = stream.readNBytes(Content.HEAD);
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(new SequenceInputStream(new ByteArrayInputStream(head), stream), out, name);
            }
            if (Content.of(head) == Content.ZIP) {
                ZipFile zip = ZipListing.addAll(file, name, options.zip(), listing);
                resources.add(resources.indexOf(deletion), zip);
            } else {
                listing.items.add(new MediaItem(name, name, () -> Files.newInputStream(file)));
            }
        }

        private void copy(InputStream in, OutputStream out, String name) throws IOException {
            byte[] block = new byte[1 << 16];
            long copied = 0;
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                copied += got;
                if (copied > options.zip().bytes()) {
                    throw new LimitExceededException(
                            name + " has more than the " + options.zip().bytes() + " bytes that are allowed");
                }
                out.write(block, 0, got);
            }
        }
    }

    /** A source of nothing yet. */
    public static Builder builder(MediaOptions options) {
        return new Builder(options);
    }

    /** The pictures of one file, folder or zip. */
    public static MediaSource open(Path input, MediaOptions options) throws IOException {
        return builder(options).add(input).open();
    }

    /** The pictures in the order in which they were given, those of a folder or a zip by their names. */
    public List<MediaItem> items() {
        return items;
    }

    /** What was found and is not among the items. */
    public List<PassedOver> passedOver() {
        return passedOver;
    }

    @Override
    public void close() throws IOException {
        closeAll(resources);
    }

    private static void closeAll(List<AutoCloseable> resources) throws IOException {
        IOException failure = new IOException("The source could not be closed");
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
