package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.VerifyReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process again and again, 200 times in the profile soak. */
class KilledWriterTest {

    private static final int KILLS = Integer.getInteger("depth4j.kills", 6);
    private static final int LONGEST_MILLIS = 900;

    private final Map<Long, SortedMap<Double, Byte>> expected = new HashMap<>();
    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @Test
    void whatIsAcknowledgedStaysAndNothingIsHalfThere() throws Exception {
        Path store = folder.resolve("store");
        int step = 0;
        int applied = 0;
        long orphans = 0;
        long start = System.nanoTime();
        Map<BusyStep.Kind, Integer> killedIn = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Said said = killed(store, step);
            for (; step <= said.done; step++) {
                BusyStep.of(step).apply(expected);
            }
            if (said.begun > said.done) {
                killedIn.merge(BusyStep.of(said.begun).kind(), 1, Integer::sum);
            }
            try (TileDbFrameStore opened = TileDbFrameStore.open(store, StoreOptions.defaults())) {
                VerifyReport report = opened.verify();
                assertThat(report.problems()).as("kill %d", kill).isEmpty();
                orphans += report.orphans().size();
                if (said.begun > said.done) {
                    if (!isAsExpected(opened)) {
                        BusyStep.of(said.begun).apply(expected);
                        applied++;
                    }
                    step = said.begun + 1;
                }
                assertThat(isAsExpected(opened))
                        .as("kill %d: the store is as acknowledged, or with the one step that was under way", kill)
                        .isTrue();
                if (kill % 10 == 9 || kill == KILLS - 1) {
                    opened.compact(Instant.now());
                    assertThat(opened.verify().orphans()).isEmpty();
                    assertThat(isAsExpected(opened)).isTrue();
                }
            }
        }
        long rows = expected.values().stream().mapToLong(Map::size).sum();
        System.out.printf(
                "%d kills in %.0f s, in the middle of %s: all of %d steps and %,d rows as acknowledged,"
                        + " %d steps whole before anybody said so, %d orphans removed%n",
                KILLS, (System.nanoTime() - start) / 1e9, killedIn, step, rows, applied, orphans);
        assertThat(step).as("steps that were done").isGreaterThan(KILLS / 2);
    }

    private record Said(int begun, int done) {}

    private Said killed(Path store, int first) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyWriter.class.getName(),
                        store.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int begun = first - 1;
        int done = first - 1;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // Unlike the process, its handle leaves what it has said to be read.
                process.toHandle().destroyForcibly();
            });
            killer.start();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2 && words[0].equals("begin")) {
                    begun = Integer.parseInt(words[1]);
                } else if (words.length == 2 && words[0].equals("done")) {
                    done = Integer.parseInt(words[1]);
                }
            }
            killer.join();
        }
        process.waitFor();
        delete(temporary);
        return new Said(begun, done);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isAsExpected(TileDbFrameStore store) {
        if (!expected.keySet()
                .equals(store.images().stream().map(ImageSummary::id).collect(Collectors.toSet()))) {
            return false;
        }
        for (Map.Entry<Long, SortedMap<Double, Byte>> image : expected.entrySet()) {
            Frames found = store.read(image.getKey(), DepthRange.all());
            if (found.count() != image.getValue().size()) {
                return false;
            }
            int row = 0;
            for (Map.Entry<Double, Byte> each : image.getValue().entrySet()) {
                if (found.depth(row) != each.getKey() || !allAre(found, row, each.getValue())) {
                    return false;
                }
                row++;
            }
        }
        return true;
    }

    private static boolean allAre(Frames frames, int row, byte value) {
        for (int x = 0; x < BusyStep.WIDTH; x++) {
            if (frames.bytes()[row * BusyStep.WIDTH + x] != value) {
                return false;
            }
        }
        return true;
    }
}
