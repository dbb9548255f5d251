package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import io.depth4j.frames.CsvIngest;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestPipeline;
import io.depth4j.frames.MemoryFrameStore;
import io.depth4j.frames.PipelineOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FramesWatchTest {

    private static final String INCOMING = "incoming";

    @TempDir
    Path folder;

    private Path incoming;

    @BeforeEach
    void tables() throws IOException {
        Wells.tables(folder);
        incoming = Files.createDirectories(folder.resolve(INCOMING));
    }

    private void put(String table, String name) throws IOException {
        Files.copy(folder.resolve(table), incoming.resolve(name));
    }

    /** {@code depth frames watch --store wells --once --settle 0s … incoming} */
    private Run once(String... more) {
        return Wells.run(Run.in(folder), "watch", words(more));
    }

    private static String[] words(String... more) {
        List<String> words = new ArrayList<>(List.of("--once", "--settle", "0s"));
        words.addAll(List.of(more));
        words.add(INCOMING);
        return words.toArray(String[]::new);
    }

    private List<ImageSummary> images() {
        try (TileDbFrameStore store = Wells.open(folder)) {
            return store.images();
        }
    }

    private List<String> files(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsGoodIsStoredAndWhatIsBadIsExplained() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        put(Wells.FAULTY, Wells.FAULTY);
        Run run = once();

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("hole\\.csv: 30 rows into image 1, \\d\\.\\d\\d s\n")
                .contains("error: faulty.csv, line 3, column 3: ")
                .endsWith("1 done, 1 failed; 30 rows\n")
                .hasLineCount(3);
        assertThat(files(INCOMING)).isEmpty();
        assertThat(files("incoming/processed")).containsExactly(Wells.HOLE);
        assertThat(files("incoming/failed")).containsExactly(Wells.FAULTY, "faulty.csv.error.json");
        assertThat(images()).singleElement().satisfies(image -> {
            assertThat(image.name()).isEqualTo(Wells.HOLE);
            assertThat(image.rows()).isEqualTo(Wells.ROWS);
        });
    }

    @Test
    void eachFileIsALineOfJson() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        put(Wells.FAULTY, Wells.FAULTY);
        Run run = once("--json", "--quiet", "--workers", "1");

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        String hole = lines.stream()
                .filter(line -> line.contains(Wells.HOLE))
                .findFirst()
                .orElseThrow();
        assertThat(Wells.values(hole))
                .containsEntry("/file", Wells.HOLE)
                .containsEntry("/status", "done")
                .containsEntry("/image", "1")
                .containsEntry("/rows", "30")
                .containsEntry("/bad", "0")
                .containsKeys("/time", "/commit", "/sha256", "/seconds")
                .doesNotContainKey("/reason");
        String faulty = lines.stream()
                .filter(line -> line.contains(Wells.FAULTY))
                .findFirst()
                .orElseThrow();
        assertThat(Wells.values(faulty))
                .containsEntry("/status", "failed")
                .containsEntry("/bad", "2")
                .containsKey("/reason")
                .doesNotContainKey("/image");
        assertThat(run.err()).startsWith("error: faulty.csv").hasLineCount(1);
    }

    @Test
    void contentIsStoredOnceUnderWhateverName() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        assertThat(once().status()).isEqualTo(ExitCode.DONE);
        put(Wells.HOLE, "again.csv");
        Run again = once();
        assertThat(again.status()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).startsWith("again.csv: its content is in image 1 already\n0 done, 1 there already;");
        assertThat(images()).hasSize(1);
        assertThat(files("incoming/processed")).containsExactly("again.csv", Wells.HOLE);
    }

    @Test
    void nothingToDoIsDoneAndNothingButFailuresIsNot() throws IOException {
        Run empty = once();
        assertThat(empty.status()).as(empty.err()).isEqualTo(ExitCode.DONE);
        put(Wells.FAULTY, Wells.FAULTY);
        assertThat(once().status()).isEqualTo(ExitCode.NOTHING_DONE);
    }

    @Test
    void theWordsOfTheCommandAreTheOptionsOfTheLibrary() throws IOException {
        put(Wells.HOLE, "hole.TXT");
        put(Wells.HOLE, Wells.HOLE);
        Run run = once(
                "--image",
                "7",
                "--names",
                "h*.txt",
                "--processed",
                "done",
                "--failed",
                "bad",
                "--workers",
                "3",
                "--preset",
                "spline-then-truncate",
                "--unit",
                "ft",
                "--tolerance",
                "0.01",
                "--compression",
                "3");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(files(INCOMING)).containsExactly(Wells.HOLE);
        assertThat(files("done")).containsExactly("hole.TXT");
        assertThat(folder.resolve("bad")).isEmptyDirectory();
        IngestOptions options = IngestOptions.splineThenTruncate();
        options = options.withCsv(options.csv().withUnit(DepthUnit.FOOT));
        try (MemoryFrameStore store = new MemoryFrameStore()) {
            long image =
                    CsvIngest.ingest(folder.resolve(Wells.HOLE), store, options).image();
            assertThat(Wells.read(folder, 7).sameAs(store.read(image, DepthRange.all())))
                    .isTrue();
        }
    }

    @Test
    void badRowsAreLeftOutIfThatIsWanted() throws IOException {
        put(Wells.FAULTY, Wells.FAULTY);
        Run run = once("--lenient");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("faulty.csv: 2 rows into image 1, 2 bad rows left out");
        assertThat(Wells.read(folder, 1).depths()).containsExactly(7.0, 7.3);
    }

    @Test
    void filesThatComeAreTakenUntilItIsInterrupted() throws Exception {
        Cancellation interruption = new Cancellation();
        CompletableFuture<Run> watching = CompletableFuture.supplyAsync(() -> Run.in(folder)
                .depth(
                        interruption,
                        "frames",
                        "watch",
                        "--store",
                        Wells.STORE,
                        "--settle",
                        "0s",
                        "--every",
                        "off",
                        "--daily",
                        "off",
                        INCOMING));
        put(Wells.HOLE, "one.csv");
        await("incoming/processed/one.csv");
        Files.writeString(folder.resolve("two.tmp"), "1,2,3\n4,5,6\n");
        Files.move(folder.resolve("two.tmp"), incoming.resolve("two.csv"));
        await("incoming/processed/two.csv");
        interruption.cancel("interrupted");

        Run run = watching.get();
        assertThat(run.status()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err())
                .startsWith("Watching incoming for wells\none.csv: 30 rows into image 1, ")
                .contains("two.csv: 2 rows into image 2, ")
                .endsWith("interrupted: 2 done; 32 rows\n");
        assertThat(images()).extracting(ImageSummary::name).containsExactly("one.csv", "two.csv");
    }

    private void await(String file) throws InterruptedException {
        while (!Files.exists(folder.resolve(file))) {
            Thread.sleep(10);
        }
    }

    @Test
    void anInterruptedScanLeavesFilesWhereTheyAre() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        Cancellation interruption = new Cancellation();
        interruption.cancel("interrupted");
        Run run = Run.in(folder).depth(interruption, "frames", "watch", "--store", Wells.STORE, "--once", INCOMING);
        assertThat(run.status()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err()).isEqualTo("interrupted: 0 done; 0 rows\n");
        assertThat(images()).isEmpty();
        assertThat(files(INCOMING)).containsExactly(Wells.HOLE);
    }

    @Test
    void aFolderIsWatchedByOneAtATimeAndItsFilesAreToldMeanwhile() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        put(Wells.FAULTY, Wells.FAULTY);
        assertThat(once().status()).isEqualTo(ExitCode.SOME_FAILED);
        try (TileDbFrameStore store = Wells.open(folder);
                IngestPipeline pipeline = IngestPipeline.open(store, PipelineOptions.watching(incoming))) {
            Run second = once();
            assertThat(second.status()).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(second.err()).contains(INCOMING).hasLineCount(1);

            store.note(Map.of("note", "of somebody else"));
            assertThat(FileNotes.page(store, Long.MAX_VALUE, 10))
                    .isEqualTo(pipeline.history(Long.MAX_VALUE, 10))
                    .hasSize(2);
        }
        Run told = Wells.run(folder, "log", "--files");
        assertThat(told.out()).startsWith("COMMIT  TIME").contains("hole.csv    done    1      30    0    -");
        Run page = Wells.run(folder, "log", "--files", "--limit", "1", "--json");
        Map<String, String> latest = Wells.values(page.out());
        assertThat(latest)
                .containsEntry("/0/folder", incoming.toRealPath().toString())
                .doesNotContainKey("/1/file");
        Run next = Wells.run(folder, "log", "--files", "--before", latest.get("/0/commit"), "--json");
        assertThat(Wells.values(next.out()).get("/0/file")).isNotEqualTo(latest.get("/0/file"));
    }

    @Test
    void itEndsWhenNobodyReadsWhatItTells() throws IOException {
        put(Wells.HOLE, Wells.HOLE);
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(gone, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = new Program(streams, Map.of(), folder, new Cancellation())
                .run("frames", "watch", "--store", Wells.STORE, "--json", "--settle", "0s", INCOMING);
        assertThat(status).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Standard output could not be written");
    }

    @Test
    void noStoreIsMadeForAFolderThatIsNotThere() {
        Run run = Wells.run(folder, "watch", "--once", "nowhere");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).isEqualTo("error: There is no such folder: nowhere\n");
        assertThat(folder.resolve(Wells.STORE)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--image 0 incoming",
                "--workers 0 incoming",
                "--settle soon incoming",
                "--every 0s incoming",
                "--every never incoming",
                "--daily 25:00 incoming",
                "--names *.{csv incoming",
                "--processed incoming incoming",
                "--lenient --strict incoming",
                "--compression 23 incoming",
                "incoming processed"
            })
    void wrongWordsAreUsageAndNoStoreIsMade(String words) {
        Run run = Wells.run(folder, "watch", words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
        assertThat(folder.resolve(Wells.STORE)).doesNotExist();
    }
}
