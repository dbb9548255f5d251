package io.depth4j.examples.media;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the pictures of a zip by its central directory, which alone counts: what stands between entries is not looked at. A zip
 * that asks for too much, or has a name that leads out of its folder, is refused as a whole.
 */
final class ZipListing {

    private final ZipFile zip;
    private final String origin;
    private final ZipLimits limits;

    private ZipListing(ZipFile zip, String origin, ZipLimits limits) {
        this.zip = zip;
        this.origin = origin;
        this.limits = limits;
    }

    /** Adds what is found; the items read from the file that is given back, and live no longer than it. */
    static ZipFile addAll(Path file, String origin, ZipLimits limits, Listing listing) throws IOException {
        ZipDirectory.of(file, origin).requireWithin(limits);
        ZipFile zip = open(file, origin);
        try {
            new ZipListing(zip, origin, limits).addAll(listing, file);
            return zip;
        } catch (IOException | RuntimeException e) {
            try (zip) {
                throw e;
            }
        }
    }

    /** Names are UTF-8, or of the old kind where that fails. */
    private static ZipFile open(Path file, String origin) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException first) {
            try {
                return new ZipFile(file.toFile(), old());
            } catch (ZipException second) {
                throw new MalformedInputException(origin + " is no zip that can be read: " + first.getMessage(), first);
            }
        }
    }

    private static Charset old() {
        return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
    }

    private void addAll(Listing listing, Path file) throws IOException {
        List<Named> pictures = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry : entries()) {
            String name = EntryName.relative(entry.getName())
                    .orElseThrow(() -> new MalformedInputException(
                            origin + " is refused: its entry '" + shown(entry) + "' leads out of the folder"));
            requireRatio(entry.getSize(), entry.getCompressedSize(), "the entry '" + shown(entry) + "'");
            bytes += entry.getSize();
            if (bytes > limits.bytes()) {
                throw new LimitExceededException(
                        origin + " unpacks to more than the " + limits.bytes() + " bytes that are allowed");
            }
            if (!entry.isDirectory() && !EntryName.isHidden(name)) {
                pictures.add(new Named(name, entry, names.add(name)));
            }
        }
        requireRatio(bytes, file.toFile().length(), "the whole");
        pictures.sort(Comparator.comparing(Named::name));
        for (Named picture : pictures) {
            add(picture, listing);
        }
    }

    /** An entry, and whether it is the first of its name: the second cannot be told from it and so is not read. */
    private record Named(String name, ZipEntry entry, boolean first) {}

    private List<ZipEntry> entries() {
        if (zip.size() > limits.entries()) {
            throw new LimitExceededException(
                    origin + " has " + zip.size() + " entries, allowed are " + limits.entries());
        }
        return zip.stream().<ZipEntry>map(entry -> entry).toList();
    }

    private void requireRatio(long unpacked, long packed, String what) {
        // A byte of its own for each, so that a little file of zeros passes.
        if (unpacked < 0 || packed < 0 || unpacked > (packed + 64) * limits.ratio()) {
            throw new LimitExceededException(origin + " is refused: " + what + " unpacks from " + packed + " to "
                    + unpacked + " bytes, more than " + limits.ratio() + ":1");
        }
    }

    private void add(Named picture, Listing listing) {
        String where = origin + "!/" + printable(picture.name);
        if (!picture.first) {
            listing.items.add(MediaItem.unreadable(
                    picture.name, where, new ZipException("the zip has two entries of this name")));
            return;
        }
        try {
            Content content;
            try (InputStream stream = open(picture.entry)) {
                content = Content.of(stream);
            }
            switch (content) {
                case PICTURE -> listing.items.add(new MediaItem(picture.name, where, () -> open(picture.entry)));
                case ZIP -> listing.passOver(where, "a zip within a zip is not opened");
                case OTHER -> listing.passOver(where, "no picture");
            }
        } catch (IOException e) {
            listing.items.add(MediaItem.unreadable(picture.name, where, e));
        }
    }

    private InputStream open(ZipEntry entry) throws IOException {
        return new ClaimedStream(zip.getInputStream(entry), entry.getSize());
    }

    private static String shown(ZipEntry entry) {
        return printable(entry.getName());
    }

    /** A name may not write control characters to somebody's terminal. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
