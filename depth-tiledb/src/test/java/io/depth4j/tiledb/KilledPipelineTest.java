package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.IngestPipeline;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.frames.PipelineStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that watches a folder again and again; 200 times in the profile soak. */
class KilledPipelineTest {

    private static final int KILLS = Integer.getInteger("depth4j.kills", 6);
    private static final int FILES = 8;
    private static final int ROWS = 100;
    private static final int LONGEST_MILLIS = 900;

    private final Random random = new Random(11);
    private final Set<String> dropped = new HashSet<>();
    private int contents;

    @TempDir
    Path folder;

    private Path watched;

    @Test
    void everyFileIsStoredOnceAndPutAwayWheneverTheProcessDies() throws Exception {
        watched = Files.createDirectory(folder.resolve("in"));
        Path store = folder.resolve("store");
        for (int kill = 0; kill < KILLS; kill++) {
            drop(kill);
            kill(store);
        }
        int left = files(watched).size();
        try (TileDbFrameStore opened = TileDbFrameStore.open(store, StoreOptions.defaults());
                IngestPipeline pipeline = IngestPipeline.open(opened, BusyPipeline.options(watched))) {
            List<PipelineRecord> last = pipeline.scan();

            assertThat(last).hasSize(left);
            assertThat(opened.verify().problems()).isEmpty();
            assertEachIsThereOnce(opened);
            assertThat(files(watched)).isEmpty();
            assertThat(files(watched.resolve("failed"))).isEmpty();
            List<PipelineRecord> history = pipeline.history(Long.MAX_VALUE, Integer.MAX_VALUE);
            assertThat(history.stream().map(PipelineRecord::file)).containsAll(dropped);
            assertThat(history).extracting(PipelineRecord::outcome).containsOnly(Outcome.DONE, Outcome.AGAIN);
            PipelineStatus status = pipeline.status();
            assertThat(status.processed()).isEqualTo(history.size());
            System.out.printf(
                    "%d kills, %d files of %d contents, %d left for the last run, %d of them stored before, %d told of twice%n",
                    KILLS,
                    dropped.size(),
                    contents,
                    left,
                    last.stream()
                            .filter(each -> each.outcome() == Outcome.AGAIN)
                            .count(),
                    history.size() - dropped.size());
        }
        // A name that was taken by a process which then died is an empty file.
        List<Path> processed = files(watched.resolve("processed"));
        processed.removeIf(file -> file.toFile().length() == 0);
        assertThat(processed).hasSameSizeAs(dropped);
    }

    /** Many files of their own content, and one that has another's. */
    private void drop(int kill) throws IOException {
        for (int i = 0; i < FILES; i++) {
            String name = kill + "-" + i + ".csv";
            Path file = Files.writeString(folder.resolve(name), table(i == FILES - 1 ? contents - 1 : contents++));
            Files.move(file, watched.resolve(name));
            dropped.add(name);
        }
    }

    /** The content's number is the first depth. */
    private static String table(int content) {
        StringBuilder text = new StringBuilder("depth,0,1\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(content + row).append(',').append(content % 256).append(",7\n");
        }
        return text.toString();
    }

    private void kill(Path store) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyPipeline.class.getName(),
                        store.toString(),
                        watched.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('o');
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        process.destroyForcibly();
        process.waitFor();
    }

    private void assertEachIsThereOnce(TileDbFrameStore store) {
        Set<Integer> found = new HashSet<>();
        for (ImageSummary image : store.images()) {
            int content = (int) image.lowest();
            assertThat(found.add(content))
                    .as("content %d is there once", content)
                    .isTrue();
            Frames rows = store.read(image.id(), DepthRange.all());
            assertThat(rows.count()).isEqualTo(ROWS);
            assertThat(rows.value(ROWS - 1, 0)).isEqualTo(content % 256);
        }
        assertThat(found).hasSize(contents);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList());
        }
    }
}
