package io.depth4j.internal.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds out which files of a folder nobody writes to any more, by looking again and again.
 *
 * <p>A {@code WatchService} would tell of files sooner, but not when they are whole, which takes looking anyway; it loses events
 * where there are many, and sees nothing of what others write to network folders.
 */
final class Settling {

    /**
     * What a look has found.
     *
     * @param settled files that may be taken, the one that was written first before the others
     * @param unsettled how many others there are
     */
    record Look(List<Settled> settled, int unsettled) {}

    private record Seen(Stamp stamp, long since) {}

    private final Path folder;
    private final List<PathMatcher> names;
    private final long patience;
    private final LongSupplier nanos;
    private Map<Path, Seen> seen = new HashMap<>();

    /** @param nanos counts on whatever the time of day does */
    Settling(Path folder, List<String> names, Duration settle, LongSupplier nanos) {
        this.folder = folder;
        this.names = names.stream()
                .map(pattern -> folder.getFileSystem().getPathMatcher("glob:" + pattern.toLowerCase(Locale.ROOT)))
                .toList();
        this.patience = settle.toNanos();
        this.nanos = nanos;
    }

    /** Looks at the folder. */
    synchronized Look look() throws IOException {
        long begin = nanos.getAsLong();
        Map<Path, Stamp> found = files();
        long end = nanos.getAsLong();
        Map<Path, Seen> next = new HashMap<>();
        List<Settled> settled = new ArrayList<>();
        found.forEach((file, stamp) -> {
            Seen before = seen.get(file);
            long since = before != null && before.stamp().equals(stamp) ? before.since() : end;
            next.put(file, new Seen(stamp, since));
            if (begin - since >= patience) {
                settled.add(new Settled(file, stamp));
            }
        });
        seen = next;
        settled.sort(Comparator.comparing((Settled each) -> each.stamp().modified())
                .thenComparing(each -> each.file().toString()));
        return new Look(settled, found.size() - settled.size());
    }

    /** How many files there are. */
    int count() throws IOException {
        return files().size();
    }

    /** What will be there by this name is another file, whatever it looks like. */
    synchronized void forget(Path file) {
        seen.remove(file);
    }

    private Map<Path, Stamp> files() throws IOException {
        Map<Path, Stamp> files = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::isNamedSo)) {
            for (Path entry : entries) {
                stamp(entry).ifPresent(stamp -> files.put(entry, stamp));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    private boolean isNamedSo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Path lower = folder.getFileSystem().getPath(name);
        return !name.startsWith(".") && names.stream().anyMatch(each -> each.matches(lower));
    }

    /** Links are left alone: to put one away would not move what it points to. */
    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(Stamp.of(attributes)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
