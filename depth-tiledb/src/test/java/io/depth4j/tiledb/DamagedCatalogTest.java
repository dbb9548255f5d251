package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.frames.DepthRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a catalog that hold what no store wrote: each is named, none is passed over. */
class DamagedCatalogTest {

    private static final StoreOptions OPTIONS = StoreOptions.defaults();

    @TempDir
    Path folder;

    @BeforeEach
    void store() throws IOException {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, OPTIONS)) {
            store.upsert(1, Neighbour.rows(0, 1));
            store.upsert(1, Neighbour.rows(100, 2));
            store.compact(Instant.now());
            store.upsert(2, Neighbour.rows(0, 3));
            store.delete(1);
        }
    }

    /** Those that are read when a store is opened. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("catalog"))) {
            List<Path> found = files.filter(
                            file -> !file.getFileName().toString().equals("head-0"))
                    .sorted()
                    .toList();
            assertThat(found)
                    .extracting(file -> file.getFileName().toString().replaceAll("[0-9.].*", ""))
                    .contains("base-", "commit-", "format", "head-");
            return found;
        }
    }

    private static Map<String, byte[]> damages(byte[] whole) {
        Map<String, byte[]> damages = new LinkedHashMap<>();
        damages.put("empty", new byte[0]);
        damages.put("half", Arrays.copyOf(whole, whole.length / 2));
        damages.put("without its end", Arrays.copyOf(whole, whole.length - 1));
        damages.put("zeros", new byte[whole.length]);
        byte[] noise = new byte[whole.length];
        new Random(whole.length).nextBytes(noise);
        damages.put("noise", noise);
        damages.put("another document", "{\"a\": [1, 2]}".getBytes(StandardCharsets.US_ASCII));
        damages.put("a list", "[]".getBytes(StandardCharsets.US_ASCII));
        damages.put("deep", "{\"a\":".repeat(5000).getBytes(StandardCharsets.US_ASCII));
        return damages;
    }

    @Test
    void everyDamagedFileIsNamedWhenTheStoreIsOpened() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (Map.Entry<String, byte[]> damage : damages(whole).entrySet()) {
                // A number without its last digit is a number.
                if (whole.length > 1 || damage.getValue().length > 0) {
                    Files.write(file, damage.getValue());
                    assertThatThrownBy(() -> TileDbFrameStore.open(folder, OPTIONS))
                            .as("%s, %s", file, damage.getKey())
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("catalog");
                    assertThatThrownBy(() -> TileDbFrameStore.openExisting(folder, OPTIONS))
                            .isInstanceOf(StoreException.class);
                }
            }
            Files.write(file, whole);
        }
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, OPTIONS)) {
            assertThat(store.verify().isSound()).isTrue();
        }
    }

    @Test
    void aReaderOfAnEarlierCommitNamesTheDamagedOneAndNobodyWritesOverIt() throws IOException {
        try (TileDbFrameStore reader = TileDbFrameStore.open(folder, OPTIONS)) {
            Path next;
            try (TileDbFrameStore writer = TileDbFrameStore.open(folder, OPTIONS)) {
                List<Path> before = files();
                writer.upsert(2, Neighbour.rows(500, 4));
                List<Path> more = new ArrayList<>(files());
                more.removeAll(before);
                assertThat(more).hasSize(1);
                next = more.get(0);
            }
            byte[] whole = Files.readAllBytes(next);
            Files.write(next, Arrays.copyOf(whole, whole.length / 3));
            assertThatThrownBy(() -> reader.read(2, DepthRange.all()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(next.toString());
            assertThatThrownBy(() -> reader.upsert(2, Neighbour.rows(0, 9)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(next.toString());
            assertThatThrownBy(() -> reader.compact(Instant.now())).isInstanceOf(StoreException.class);
            assertThat(Files.size(next)).isEqualTo(whole.length / 3);

            Files.write(next, whole);
            assertThat(reader.read(2, DepthRange.all()).count()).isEqualTo(2 * Neighbour.ROWS);
            assertThat(reader.verify().isSound()).isTrue();
        }
    }

    @Test
    void aCommitUnderAnotherNumberIsRefused() throws IOException {
        List<Path> commits = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("commit-"))
                .toList();
        assertThat(commits).hasSize(3);
        Files.copy(commits.get(1), folder.resolve("copy"));
        Files.delete(commits.get(0));
        Files.move(folder.resolve("copy"), commits.get(0));
        assertThatThrownBy(() -> TileDbFrameStore.open(folder, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(commits.get(0).toString())
                .hasMessageContaining("should hold commit");
    }

    @Test
    void aSegmentThatIsGoneIsNamedByReadersAndByVerify() throws IOException {
        Path segments = folder.resolve("segments");
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, OPTIONS)) {
            try (Stream<Path> all = Files.list(segments)) {
                for (Path segment : all.toList()) {
                    Files.move(segment, folder.resolve(segment.getFileName()));
                }
            }
            assertThatThrownBy(() -> store.read(2, DepthRange.all()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("segment");
            assertThat(store.verify().problems()).singleElement().asString().startsWith("Image 2: The segment");
        }
    }
}
