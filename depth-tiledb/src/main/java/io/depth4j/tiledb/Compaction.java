package io.depth4j.tiledb;

import io.depth4j.frames.CompactReport;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.StoreCommit;
import io.depth4j.tiledb.Catalog.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes images that lie in many runs, and small ones that lie alone, anew and together; then removes what nobody needs. */
final class Compaction {

    /** More images make a segment slow to open. */
    private static final int IMAGES = 250;

    /** Images that may share a segment. */
    private record Kind(PixelType type, int width) {}

    private final Catalog catalog;
    private final Segments segments;
    private final Pins pins;
    private final Native tiledb;

    Compaction(Catalog catalog, Segments segments, Pins pins, Native tiledb) {
        this.catalog = catalog;
        this.segments = segments;
        this.pins = pins;
        this.tiledb = tiledb;
    }

    CompactReport run(Instant keepSince) {
        State before = catalog.now();
        Set<String> parts = parts(before);
        long bytes = segments.folder().bytes(parts);
        for (List<StoredImage> together : lots(before)) {
            merge(together);
        }
        Set<String> known = catalog.segments();
        catalog.forget(keepSince);
        long orphans = sweep(known);
        Set<String> left = parts(catalog.now());
        return new CompactReport(
                parts.size(), left.size(), bytes, segments.folder().bytes(left), orphans);
    }

    private static Set<String> parts(State state) {
        return state.images().values().stream()
                .flatMap(image -> image.runs().stream())
                .map(Run::segment)
                .collect(Collectors.toSet());
    }

    /** The images to be written anew, those together that shall share a segment. */
    private List<List<StoredImage>> lots(State state) {
        Map<String, Long> users = state.images().values().stream()
                .flatMap(image -> image.runs().stream().map(Run::segment).distinct())
                .collect(Collectors.groupingBy(segment -> segment, HashMap::new, Collectors.counting()));
        Map<Kind, List<StoredImage>> small = new LinkedHashMap<>();
        List<List<StoredImage>> lots = new ArrayList<>();
        for (StoredImage image : state.images().values()) {
            boolean alone = users.get(image.runs().get(0).segment()) == 1;
            boolean many = image.runs().size() > 1;
            if (isSmall(image) && (many || alone)) {
                small.computeIfAbsent(new Kind(image.type(), image.width()), kind -> new ArrayList<>())
                        .add(image);
            } else if (many) {
                lots.add(List.of(image));
            }
        }
        for (List<StoredImage> images : small.values()) {
            for (int from = 0; from < images.size(); from += IMAGES) {
                List<StoredImage> some = images.subList(from, Math.min(images.size(), from + IMAGES));
                // One image alone in one run is as good as it can be.
                if (some.size() > 1 || some.get(0).runs().size() > 1) {
                    lots.add(some);
                }
            }
        }
        return lots;
    }

    private void merge(List<StoredImage> images) {
        String segment = Segments.name();
        boolean used = false;
        try (SegmentFolder.Claim ignored = segments.folder().claim(segment)) {
            List<Change.Merged> merged =
                    isSmall(images.get(0)) ? together(segment, images) : alone(segment, images.get(0));
            used = catalog.publish(latest -> draft(latest, merged)).isPresent();
        } finally {
            if (!used) {
                segments.folder().delete(segment);
            }
        }
    }

    private static boolean isSmall(StoredImage image) {
        return image.rows() < RunWriter.AVERAGED;
    }

    private List<Change.Merged> together(String segment, List<StoredImage> images) {
        SlotsWriter writer = new SlotsWriter(segments, segment);
        List<Change.Merged> merged = new ArrayList<>();
        for (StoredImage image : images) {
            ImageRows rows = new ImageRows(image, segments);
            Frames all = rows.read(DepthRange.all());
            RowStamps stamps = rows.stamps(DepthRange.all(), all.depths());
            merged.add(new Change.Merged(image.id(), writer.add(slot(image), all, stamps), keys(image)));
        }
        writer.finish();
        return merged;
    }

    private List<Change.Merged> alone(String segment, StoredImage image) {
        RunWriter writer = new RunWriter(segments, segment, slot(image));
        ImageRows rows = new ImageRows(image, segments);
        for (Iterator<Frames> pieces = rows.pieces(DepthRange.all()); pieces.hasNext(); ) {
            Frames piece = pieces.next();
            DepthRange range = DepthRange.closed(piece.depth(0), piece.depth(piece.count() - 1));
            writer.write(piece, rows.stamps(range, piece.depths()));
        }
        writer.finish();
        Run run = writer.runs(StoredImage.micros(Instant.EPOCH)).get(0);
        return List.of(new Change.Merged(image.id(), run, keys(image)));
    }

    private static long slot(StoredImage image) {
        return image.id() % Cells.SLOTS;
    }

    /** Images that were deleted meanwhile, or merged by somebody else, are left alone. */
    private static Optional<Draft> draft(State latest, List<Change.Merged> merged) {
        List<Change.Merged> valid = merged.stream()
                .filter(each -> latest.find(each.image())
                        .map(image -> keys(image).containsAll(each.replaced()))
                        .orElse(false))
                .toList();
        return valid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        StoreCommit.Kind.COMPACT,
                        OptionalLong.empty(),
                        0,
                        0,
                        Map.of(),
                        time -> new Change.Merge(valid)));
    }

    private static Set<String> keys(StoredImage image) {
        return image.runs().stream().map(Run::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** Removes segments that no commit refers to which can still be seen. How many. */
    private long sweep(Set<String> known) {
        tiledb.forget();
        // Listed first: what is claimed later is in no commit yet.
        Set<String> there = new HashSet<>(segments.folder().list());
        there.addAll(known);
        Set<String> orphans = new HashSet<>();
        for (String segment : there) {
            if (!pins.holds(segment) && !segments.folder().isClaimed(segment)) {
                orphans.add(segment);
            }
        }
        // Looked at after the claims: what was claimed and is not any more is in a commit by now.
        catalog.now();
        orphans.removeAll(catalog.segments());
        orphans.forEach(segments.folder()::delete);
        segments.folder().committed(catalog.segments());
        return orphans.size();
    }
}
