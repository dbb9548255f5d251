package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.StoreCommit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {

    private static final int WRITERS = 2;
    private static final int TIMES = 12;

    @TempDir
    Path folder;

    @Test
    void severalProcessesWriteAndCompactOneStoreAndLoseNothing() throws Exception {
        Path store = folder.resolve("store");
        TileDbFrameStore.open(store, StoreOptions.defaults()).close();
        long start = System.nanoTime();
        List<Process> processes = start(Neighbour.class, store);
        int reads = 0;
        try (TileDbFrameStore reader = TileDbFrameStore.open(store, StoreOptions.defaults())) {
            int last = 0;
            while (processes.stream().anyMatch(Process::isAlive)) {
                if (reader.image(1).isPresent()) {
                    int count = reader.read(1, DepthRange.all()).count();
                    assertThat(count).as("rows only become more").isGreaterThanOrEqualTo(last);
                    assertThat(count % Neighbour.ROWS)
                            .as("rows of half a commit")
                            .isZero();
                    last = count;
                    reads++;
                }
            }
            Set<Long> numbers = new TreeSet<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(processes.get(writer).waitFor()).isZero();
                Files.readAllLines(folder.resolve("out" + writer), StandardCharsets.US_ASCII)
                        .forEach(line -> numbers.add(Long.parseLong(line)));
            }
            assertThat(numbers).hasSize(WRITERS * TIMES).doesNotContain(1L);
            assertThat(reader.images()).hasSize(WRITERS * TIMES + 1);
            Frames rows = reader.read(1, DepthRange.all());
            assertThat(rows.count()).isEqualTo(WRITERS * TIMES * Neighbour.ROWS);
            for (int row = 0; row < rows.count(); row++) {
                int writer = (int) (rows.depth(row) / 1000);
                assertThat(rows.value(row, 0)).isEqualTo(writer);
            }
            assertThat(reader.verify().isSound()).isTrue();
            System.out.printf(
                    "%d processes, %d commits, %d rows of one image and %d new images in %.1f s; a third read %d times%n",
                    WRITERS,
                    reader.stats().commits(),
                    rows.count(),
                    numbers.size(),
                    (System.nanoTime() - start) / 1e9,
                    reads);
        }
        assertThat(reads).isPositive();
    }

    /** Each writes all rows anew, so that a row of one of them stands wherever rows of both came at once. */
    @Test
    void severalProcessesWriteTheSameRowsAndEachRowIsOfOneOfThem() throws Exception {
        Path store = folder.resolve("store");
        TileDbFrameStore.open(store, StoreOptions.defaults()).close();
        List<Process> processes = start(Rival.class, store);
        int reads = 0;
        try (TileDbFrameStore reader = TileDbFrameStore.open(store, StoreOptions.defaults())) {
            while (processes.stream().anyMatch(Process::isAlive)) {
                if (reader.image(1).isPresent()) {
                    Rival.requireOfOneCommit(reader.read(1, DepthRange.all()));
                    reads++;
                }
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
            assertThat(reads).isPositive();
            assertThat(reader.image(1).orElseThrow().rows()).isEqualTo(Rival.ROWS);
            List<StoreCommit> upserts = reader.log(Long.MAX_VALUE, 1000).stream()
                    .filter(commit -> commit.kind() == StoreCommit.Kind.UPSERT)
                    .toList();
            assertThat(upserts).hasSize(WRITERS * TIMES);
            assertThat(upserts.stream().mapToLong(StoreCommit::added).sum()).isEqualTo(Rival.ROWS);
            assertThat(upserts)
                    .allSatisfy(commit ->
                            assertThat(commit.added() + commit.replaced()).isEqualTo(Rival.ROWS));
            String last = upserts.get(0).note().get("value");
            assertThat(reader.read(1, DepthRange.all()).value(0, 0)).isEqualTo(Integer.parseInt(last));
            Instant first = upserts.get(upserts.size() - 1).time();
            assertThat(reader.times(1, DepthRange.all()))
                    .allSatisfy(row -> assertThat(row.created()).isEqualTo(first));
            assertThat(reader.verify().isSound()).isTrue();
        }
    }

    private List<Process> start(Class<?> main, Path store) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp" + writer)),
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName(),
                            store.toString(),
                            String.valueOf(writer),
                            String.valueOf(TIMES))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(folder.resolve("out" + writer).toFile())
                    .start());
        }
        return processes;
    }
}
