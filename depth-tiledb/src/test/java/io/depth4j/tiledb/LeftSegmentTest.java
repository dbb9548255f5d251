package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.CompactReport;
import io.depth4j.frames.DepthRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writers leave that were killed in the middle, and what those have that still write. */
class LeftSegmentTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    Path folder;

    private Path store() {
        return folder.resolve("store");
    }

    private List<String> segments() throws IOException {
        try (Stream<Path> all = Files.list(store().resolve("segments"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aSegmentIsKeptWhileItsProcessWritesItAndRemovedWhenItWasKilled() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(store(), StoreOptions.defaults())) {
            store.upsert(1, Neighbour.rows(0, 1));
            List<String> before = segments();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                            "-cp",
                            System.getProperty("java.class.path"),
                            PatientWriter.class.getName(),
                            store().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo("written");
                // What is written is stored beside it.
                long patience = System.nanoTime() + PATIENCE_NANOS;
                while (segments().size() == before.size() && System.nanoTime() < patience) {
                    Thread.sleep(10);
                }
                assertThat(segments()).hasSizeGreaterThan(before.size());
                assertThat(store.verify().orphans()).as("somebody writes it").isEmpty();
                assertThat(store.compact(Instant.now()).orphans()).isZero();
                assertThat(segments()).hasSizeGreaterThan(before.size());
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(store.verify().orphans()).hasSize(1);
            assertThat(store.read(1, DepthRange.all()).count()).isEqualTo(Neighbour.ROWS);
            CompactReport report = store.compact(Instant.now());
            assertThat(report.orphans()).isEqualTo(1);
            assertThat(segments()).isEqualTo(before);
            assertThat(store.verify().orphans()).isEmpty();
        }
    }

    @Test
    void aLockWithoutASegmentGoesToo() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(store(), StoreOptions.defaults())) {
            store.upsert(1, Neighbour.rows(0, 1));
            List<String> before = segments();
            Files.createFile(store().resolve("segments/" + Segments.name() + ".writer"));
            assertThat(store.compact(Instant.now()).orphans()).isEqualTo(1);
            assertThat(segments()).isEqualTo(before);
        }
    }

    @Test
    void manyThreadsLookAtWhatIsLeftAtOnce() throws Exception {
        String left = Segments.name();
        Path segments = Files.createDirectories(store().resolve("segments"));
        Files.createDirectory(segments.resolve(left));
        Files.createFile(segments.resolve(left + ".writer"));
        Callable<Integer> look = () -> {
            int claims = 0;
            for (int time = 0; time < 5000; time++) {
                claims += new LocalSegments(segments).isClaimed(left) ? 1 : 0;
            }
            return claims;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> claims : threads.invokeAll(List.of(look, look, look, look))) {
                assertThat(claims.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsNoSegmentIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(store().resolve("segments/mine")).resolve("data.txt");
        Files.writeString(mine, "mine");
        try (TileDbFrameStore store = TileDbFrameStore.open(store(), StoreOptions.defaults())) {
            store.upsert(1, Neighbour.rows(0, 1));
            assertThat(store.verify().orphans()).isEmpty();
            assertThat(store.compact(Instant.now()).orphans()).isZero();
        }
        assertThat(mine).hasContent("mine");
    }
}
