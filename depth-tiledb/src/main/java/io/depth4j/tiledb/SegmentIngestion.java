package io.depth4j.tiledb;

import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.StoreCommit;
import io.depth4j.frames.UpsertReport;
import io.depth4j.internal.frames.RowOrder;
import io.depth4j.tiledb.Catalog.Draft;
import io.depth4j.tiledb.ImageRows.Found;
import io.depth4j.tiledb.ImageRows.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows on their way into one segment. Each lot is compared with what is there: rows that are there already are left out, and those
 * that replace others keep their time of creation.
 */
final class SegmentIngestion implements Ingestion {

    /** What is gathered before it is written. */
    private static final int LOT_BYTES = 12 << 20;
    /** Rows that are read to be compared may have so many others between them. */
    private static final int GAP = 256;

    private final Catalog catalog;
    private final Segments segments;
    private final double tolerance;
    private final OptionalLong wanted;
    private final String name;
    private Optional<StoredImage> before;
    private final Behind behind = new Behind();
    private final List<Frames> gathered = new ArrayList<>();
    private long gatheredBytes;
    private Optional<Frames> like = Optional.empty();
    private Optional<RunWriter> writer = Optional.empty();
    private Optional<SegmentFolder.Claim> claim = Optional.empty();
    private String segment = "";
    private long added;
    private long replaced;
    private long unchanged;
    /** Between these depths rows were left out. */
    private double leftOutFrom = Double.POSITIVE_INFINITY;

    private double leftOutTo = Double.NEGATIVE_INFINITY;
    private boolean done;

    SegmentIngestion(Catalog catalog, Segments segments, double tolerance, OptionalLong wanted, String name) {
        this.catalog = catalog;
        this.segments = segments;
        this.tolerance = tolerance;
        this.wanted = wanted;
        this.name = name;
        this.before = wanted(catalog.now());
    }

    private Optional<StoredImage> wanted(State state) {
        return wanted.stream().mapToObj(state::find).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void write(Frames frames) {
        requireOpen();
        before.ifPresent(image -> requireLike(image.width(), image.type(), frames));
        like.ifPresent(first -> requireLike(first.width(), first.type(), frames));
        if (like.isEmpty()) {
            like = Optional.of(
                    Frames.empty(before.map(StoredImage::unit).orElse(frames.unit()), frames.width(), frames.type()));
        }
        if (frames.isEmpty()) {
            return;
        }
        gathered.add(frames.rows(0, frames.count()).to(like.orElseThrow().unit()));
        gatheredBytes += (long) frames.count() * frames.width() * frames.type().bytes();
        if (gatheredBytes >= LOT_BYTES) {
            List<Frames> lot = List.copyOf(gathered);
            forget();
            behind.start(() -> store(lot));
        }
    }

    private void forget() {
        gathered.clear();
        gatheredBytes = 0;
    }

    private void requireOpen() {
        if (done) {
            throw new IllegalStateException("This ingestion is committed or closed");
        }
    }

    static void requireLike(int width, PixelType type, Frames found) {
        if (width != found.width() || type != found.type()) {
            throw new IllegalArgumentException("This image has rows of " + width + " " + type
                    + " pixels, found rows of " + found.width() + " " + found.type());
        }
    }

    /** Somebody else may have made the image after these rows began to come. */
    private static void requireFit(StoredImage image, Frames rows) {
        requireLike(image.width(), image.type(), rows);
        if (image.unit() != rows.unit()) {
            throw new StoreException("Image " + image.id() + " was made by another writer, its depths in "
                    + image.unit() + ", while rows came in " + rows.unit() + "; store them again");
        }
    }

    private void store(List<Frames> lots) {
        if (!lots.isEmpty()) {
            store(RowOrder.sorted(lots.size() == 1 ? lots.get(0) : RowOrder.joined(lots)));
        }
    }

    private void store(Frames lot) {
        List<Found> there = new ImageRows(visible(), segments).find(lot.depths(), tolerance);
        if (there.isEmpty()) {
            added += lot.count();
            writer().write(lot);
            return;
        }
        double[] depths = lot.depths().clone();
        long[] created = new long[depths.length];
        boolean[] known = new boolean[depths.length];
        boolean[] same = new boolean[depths.length];
        for (Found found : there) {
            compare(found, lot, same);
            long[] births = births(found);
            for (int i = 0; i < births.length; i++) {
                Match match = found.matches().get(i);
                known[match.row()] = true;
                created[match.row()] = births[i];
                depths[match.row()] = match.depth();
            }
        }
        int[] changed = new int[depths.length];
        int count = 0;
        for (int row = 0; row < depths.length; row++) {
            if (same[row]) {
                unchanged++;
                leftOutFrom = Math.min(leftOutFrom, depths[row]);
                leftOutTo = Math.max(leftOutTo, depths[row]);
            } else {
                changed[count++] = row;
                added += known[row] ? 0 : 1;
                replaced += known[row] ? 1 : 0;
            }
        }
        if (count > 0) {
            int[] rows = Arrays.copyOf(changed, count);
            long[] times = Arrays.stream(rows).mapToLong(row -> created[row]).toArray();
            Frames kept = RowOrder.picked(RowOrder.at(depths, lot), rows);
            // Within a tolerance two rows may have got the depth of the same one, and then they have its time, too.
            Frames once = RowOrder.sorted(kept);
            long[] births = once == kept ? times : births(kept.depths(), times, once.depths());
            writer().write(once, new RowStamps(births, new long[births.length]));
        }
    }

    private static long[] births(double[] depths, long[] times, double[] wanted) {
        Map<Double, Long> births = new HashMap<>();
        for (int row = 0; row < depths.length; row++) {
            births.put(depths[row], times[row]);
        }
        return Arrays.stream(wanted).mapToLong(births::get).toArray();
    }

    /** The image with what this ingestion has written. */
    private StoredImage visible() {
        Frames first = like.orElseThrow();
        StoredImage image =
                before.orElseGet(() -> StoredImage.empty(1, name, first.unit(), first.type(), first.width(), 0));
        return writer.isPresent() ? image.with(writer.orElseThrow().runs(0), 0, 0) : image;
    }

    /** Says of which rows the pixels are there already. Rows near one another are read together. */
    private void compare(Found found, Frames lot, boolean[] same) {
        List<Match> matches = found.matches();
        FrameBuffer buffer = new FrameBuffer();
        int most = Segments.rowsAtOnce(lot.type(), lot.width());
        for (int from = 0, to; from < matches.size(); from = to) {
            long first = matches.get(from).place();
            to = from + 1;
            while (to < matches.size()
                    && matches.get(to).place() - matches.get(to - 1).place() <= GAP
                    && matches.get(to).place() - first < most) {
                to++;
            }
            int rows = (int) (matches.get(to - 1).place() - first + 1);
            buffer.prepare(lot.unit(), lot.width(), lot.type(), found.run().masked(), rows);
            segments.pixels(found.run(), first, rows, buffer);
            Frames there = buffer.frames();
            for (Match match : matches.subList(from, to)) {
                same[match.row()] = there.samePixels((int) (match.place() - first), lot, match.row(), 1);
            }
        }
    }

    private long[] births(Found found) {
        List<Match> matches = found.matches();
        long[] births = new long[matches.size()];
        if (!found.run().timed()) {
            Arrays.fill(births, found.run().time());
            return births;
        }
        long first = matches.get(0).place();
        long last = matches.get(matches.size() - 1).place();
        long[] created = segments.stamps(found.run(), first, Math.toIntExact(last - first + 1))
                .created();
        for (int i = 0; i < births.length; i++) {
            births[i] = created[(int) (matches.get(i).place() - first)];
        }
        return births;
    }

    private RunWriter writer() {
        if (writer.isEmpty()) {
            segment = Segments.name();
            claim = Optional.of(segments.folder().claim(segment));
            writer = Optional.of(new RunWriter(segments, segment, wanted.orElse(0) % Cells.SLOTS));
        }
        return writer.orElseThrow();
    }

    @Override
    public UpsertReport commit(Map<String, String> note) {
        requireOpen();
        try {
            behind.await();
            if (writer.isEmpty() && unchanged == 0) {
                // Nothing has been compared yet: so it is with the latest rows.
                before = wanted(catalog.now());
                before.ifPresent(image -> like.ifPresent(first -> requireFit(image, first)));
            }
            store(gathered);
            writer.ifPresent(RunWriter::finish);
            if (writer.isEmpty() && note.isEmpty()) {
                State now = catalog.now();
                requireLeftOutThere(wanted(now));
                return new UpsertReport(wanted.orElse(0), now.number(), 0, 0, unchanged);
            }
            Commit commit =
                    catalog.publish(latest -> Optional.of(draft(latest, note))).orElseThrow();
            done = true;
            return new UpsertReport(
                    commit.told().image().orElse(wanted.orElse(0)),
                    commit.number(),
                    commit.told().added(),
                    commit.told().replaced(),
                    unchanged);
        } finally {
            close();
        }
    }

    /** What becomes of the latest state, which others may have changed meanwhile. */
    private Draft draft(State latest, Map<String, String> note) {
        long id = wanted.orElseGet(latest::nextId);
        requireLeftOutThere(latest.find(id));
        if (writer.isEmpty()) {
            StoreCommit.Kind kind = StoreCommit.Kind.NOTE;
            OptionalLong there = latest.find(id).isPresent() ? OptionalLong.of(id) : OptionalLong.empty();
            return new Draft(kind, there, 0, 0, note, time -> new Change.None());
        }
        Frames first = like.orElseThrow();
        RunWriter written = writer.orElseThrow();
        Optional<StoredImage> there = latest.find(id);
        there.ifPresent(image -> requireFit(image, first));
        long news = keys(there).equals(keys(before)) ? added : recounted(there);
        long changed = added + replaced - news;
        return new Draft(StoreCommit.Kind.UPSERT, OptionalLong.of(id), news, changed, note, moment -> {
            long time = StoredImage.micros(moment);
            StoredImage image = StoredImage.empty(id, name, first.unit(), first.type(), first.width(), time);
            return new Change.Add(image, written.runs(time), news);
        });
    }

    /** Rows were left out because the image had them; it has to have them still. */
    private void requireLeftOutThere(Optional<StoredImage> there) {
        if (unchanged > 0
                && before.isPresent()
                && mayHaveLost(before.get(), there, keys(before), leftOutFrom, leftOutTo)) {
            throw new StoreException("Image " + before.get().id()
                    + " was changed by another writer at depths of rows that it had already; store them again");
        }
    }

    /** Compaction alone leaves the time of the last change as it is. */
    private static boolean mayHaveLost(
            StoredImage then, Optional<StoredImage> there, List<String> known, double from, double to) {
        if (there.isEmpty() || there.get().created() != then.created()) {
            return true;
        }
        return there.get().updated() != then.updated()
                && there.get().runs().stream().anyMatch(run -> !known.contains(run.key()) && run.meets(from, to));
    }

    private static List<String> keys(Optional<StoredImage> image) {
        return image.stream()
                .flatMap(each -> each.runs().stream())
                .map(Run::key)
                .toList();
    }

    /**
     * How many of our rows have depths that the image does not have, which changed since we began; the others keep the time of
     * creation that they have there.
     */
    private long recounted(Optional<StoredImage> there) {
        Frames first = like.orElseThrow();
        RunWriter written = writer.orElseThrow();
        StoredImage image =
                there.orElseGet(() -> StoredImage.empty(1, name, first.unit(), first.type(), first.width(), 0));
        long all = 0;
        long known = 0;
        for (Run run : written.runs(0)) {
            RowStamps stamps = segments.stamps(run, 0, Math.toIntExact(run.rows()));
            long before = known;
            for (int block = 0; block < run.fence().length; block++) {
                double[] depths = segments.block(run, block);
                for (Found found : new ImageRows(image, segments).find(depths, 0)) {
                    known += adopt(found, stamps, block * Run.FENCE);
                }
            }
            if (known > before) {
                written.stamp(run, stamps);
            }
            all += run.rows();
            image = image.with(List.of(run), 0, 0);
        }
        return all - known;
    }

    /** Gives rows from one on the times of creation of those that they replace. How many. */
    private int adopt(Found found, RowStamps stamps, int from) {
        long[] births = births(found);
        for (int i = 0; i < births.length; i++) {
            stamps.created()[from + found.matches().get(i).row()] = births[i];
        }
        return births.length;
    }

    @Override
    public void close() {
        boolean kept = done;
        done = true;
        forget();
        behind.end();
        claim.ifPresent(SegmentFolder.Claim::close);
        claim = Optional.empty();
        if (!kept && !segment.isEmpty()) {
            segments.folder().delete(segment);
            segment = "";
        }
    }
}
