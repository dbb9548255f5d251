package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.ForgottenException;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.StoreCommit;
import io.depth4j.frames.VerifyReport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stores that earlier programs wrote stay readable. Each version that was released has a folder in {@code src/test/resources/stores};
 * {@code -Ddepth4j.stores=FOLDER} writes the one of this program into a new folder.
 */
class StoredVersionTest {

    private static final Long[] IMAGES = {StoredVersion.PAD, StoredVersion.FLOATS, StoredVersion.RAMP};
    private static final String WANTED = System.getProperty("depth4j.stores", "");

    @TempDir
    Path folder;

    @Test
    void aStoreIsWrittenWhereOneIsWanted() throws IOException {
        assumeFalse(WANTED.isBlank(), "-Ddepth4j.stores=FOLDER says where to");
        Path wanted = Path.of(WANTED);
        assertThat(wanted).as("a new folder").doesNotExist();
        StoredVersion.write(wanted);
    }

    @Test
    void aStoreOfVersion1IsReadAsItWasWritten() throws Exception {
        copy("version-1", folder);
        check(folder);
    }

    @Test
    void aStoreOfThisProgramIsReadAsItWasWritten() throws IOException {
        StoredVersion.write(folder);
        check(folder);
    }

    @Test
    void aStoreOfALaterVersionIsRefusedAndLeftAlone() throws IOException {
        StoredVersion.write(folder);
        Path format = folder.resolve("catalog/format.json");
        Files.writeString(format, "{\"depth4j-frames\":2}");
        for (Opener opener : List.<Opener>of(TileDbFrameStore::open, TileDbFrameStore::openExisting)) {
            assertThatThrownBy(() -> opener.open(folder, StoreOptions.defaults()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(format.toString())
                    .hasMessageContaining("has version 2")
                    .hasMessageContaining("reads version 1");
        }
        Files.writeString(format, "{\"depth4j-frames\":1}");
        check(folder);
    }

    private interface Opener {
        TileDbFrameStore open(Path folder, StoreOptions options) throws IOException;
    }

    private static void check(Path folder) throws IOException {
        try (TileDbFrameStore store = TileDbFrameStore.openExisting(folder, StoreOptions.defaults())) {
            List<ImageSummary> images = store.images();
            assertThat(images).extracting(ImageSummary::id).containsExactly(IMAGES);
            assertThat(images)
                    .extracting(ImageSummary::type)
                    .containsExactly(PixelType.UINT8, PixelType.FLOAT32, PixelType.UINT8);
            assertThat(images)
                    .extracting(ImageSummary::unit)
                    .containsExactly(DepthUnit.METRE, DepthUnit.FOOT, DepthUnit.METRE);
            assertThat(images).extracting(ImageSummary::rows).containsExactly(42L, 4L, (long) StoredVersion.RAMP_ROWS);

            List<StoreCommit> log = store.log(Long.MAX_VALUE, 100);
            assertThat(log)
                    .extracting(StoreCommit::kind)
                    .containsExactly(
                            StoreCommit.Kind.UPSERT,
                            StoreCommit.Kind.COMPACT,
                            StoreCommit.Kind.NOTE,
                            StoreCommit.Kind.DELETE,
                            StoreCommit.Kind.UPSERT,
                            StoreCommit.Kind.UPSERT,
                            StoreCommit.Kind.UPSERT,
                            StoreCommit.Kind.UPSERT,
                            StoreCommit.Kind.UPSERT);
            assertThat(log).extracting(StoreCommit::added).containsExactly(2L, 0L, 0L, 0L, 4L, 4L, 0L, 40L, (long)
                    StoredVersion.RAMP_ROWS);
            assertThat(log).extracting(StoreCommit::replaced).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 4L, 0L, 0L);
            assertThat(store.noted("sha256", "00ff").orElseThrow().note()).containsEntry("file", "größe.csv");

            rows(store, log);
            means(store);
            past(store, log);
            VerifyReport report = store.verify();
            assertThat(report.problems()).isEmpty();
            assertThat(report.rows()).isEqualTo(46 + StoredVersion.RAMP_ROWS);
            assertThat(report.orphans()).isEmpty();

            store.upsert(StoredVersion.PAD, StoredVersion.pad());
            store.compact(Instant.now());
            assertThat(store.read(StoredVersion.PAD, DepthRange.closed(100, 1000))
                            .count())
                    .isEqualTo(41);
            assertThat(store.verify().isSound()).isTrue();
        }
    }

    private static void rows(FrameReader store, List<StoreCommit> log) {
        Frames found = store.read(StoredVersion.PAD, DepthRange.all());
        Frames pad = StoredVersion.pad();
        List<RowTimes> times = store.times(StoredVersion.PAD, DepthRange.all());
        Instant first = log.get(7).time();
        for (int row = 0; row < found.count(); row++) {
            double depth = found.depth(row);
            int late = row(StoredVersion.late(), depth);
            int replaced = row(StoredVersion.replaced(), depth);
            Frames from = late >= 0 ? StoredVersion.late() : replaced >= 0 ? StoredVersion.replaced() : pad;
            assertThat(found.samePixels(row, from, row(from, depth), 1))
                    .as("the row at %s", depth)
                    .isTrue();
            Instant came = late >= 0 ? log.get(0).time() : first;
            Instant changed = replaced >= 0 ? log.get(6).time() : came;
            assertThat(times.get(row)).isEqualTo(new RowTimes(depth, came, changed));
        }
        assertThat(store.read(StoredVersion.FLOATS, DepthRange.all()).sameAs(StoredVersion.floats()))
                .isTrue();
        assertThat(store.nearest(StoredVersion.FLOATS, 0.3).depth(0)).isEqualTo(1.0 / 3);
        Frames seen = store.overview(StoredVersion.PAD, DepthRange.closed(105, 106.5), 1);
        assertThat(seen.value(0, 0)).isEqualTo(200);
    }

    /** From afar it is seen by the means that were stored. */
    private static void means(FrameReader store) {
        assertThat(store.read(StoredVersion.RAMP, DepthRange.all()).sameAs(StoredVersion.ramp()))
                .isTrue();
        for (int parts : new int[] {1, 3}) {
            Frames seen = store.overview(StoredVersion.RAMP, DepthRange.all(), parts);
            for (int part = 0; part < parts; part++) {
                double middle = (part + 0.5) * StoredVersion.RAMP_ROWS / parts;
                assertThat(seen.value(part, 0)).isCloseTo((float) (middle / 40 - 0.5), within(1f));
            }
        }
    }

    private static int row(Frames frames, double depth) {
        for (int row = 0; row < frames.count(); row++) {
            if (frames.depth(row) == depth) {
                return row;
            }
        }
        return -1;
    }

    private static void past(TileDbFrameStore store, List<StoreCommit> log) {
        FrameReader third = store.at(log.get(5).time());
        assertThat(third.images()).extracting(ImageSummary::id).containsExactly(IMAGES);
        assertThat(third.read(StoredVersion.PAD, DepthRange.all()).count()).isEqualTo(40);
        FrameReader fourth = store.at(log.get(4).time());
        assertThat(fourth.read(StoredVersion.GONE, DepthRange.all()).sameAs(StoredVersion.replaced()))
                .isTrue();
        assertThat(store.at(log.get(3).time()).image(StoredVersion.GONE)).isEmpty();
        assertThatThrownBy(() -> store.at(log.get(6).time())).isInstanceOf(ForgottenException.class);
    }

    private static void copy(String version, Path folder) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(StoredVersionTest.class.getResource("/stores/" + version));
        Path stored = Path.of(url.toURI());
        try (Stream<Path> all = Files.walk(stored)) {
            for (Path each : all.toList()) {
                Path there = folder.resolve(stored.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        }
    }
}
