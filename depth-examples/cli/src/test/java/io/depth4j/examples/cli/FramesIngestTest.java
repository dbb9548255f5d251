package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import io.depth4j.FrameResizers;
import io.depth4j.frames.CsvIngest;
import io.depth4j.frames.CsvOptions;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.MemoryFrameStore;
import io.depth4j.frames.PixelType;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesIngestTest {

    @TempDir
    Path folder;

    @BeforeEach
    void tables() throws IOException {
        Wells.tables(folder);
    }

    private Run ingest(String... words) {
        return Wells.run(folder, "ingest", words);
    }

    private Frames inMemory(String file, IngestOptions options) throws IOException {
        try (MemoryFrameStore store = new MemoryFrameStore()) {
            long image = CsvIngest.ingest(folder.resolve(file), store, options).image();
            return store.read(image, DepthRange.all());
        }
    }

    private List<ImageSummary> images() {
        try (TileDbFrameStore store = Wells.open(folder)) {
            return store.images();
        }
    }

    @Test
    void aTableBecomesAnImageThatHasItsRows() throws IOException {
        Run run = ingest(Wells.HOLE);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).matches("(?s)TABLE +IMAGE +ROWS +NEW +REPLACED +UNCHANGED +BAD +SECONDS +ROWS/S\n.*");
        assertThat(Wells.cells(run.out()).get(0)).hasSize(9).containsSequence("1", "30", "30", "0", "0", "0");
        assertThat(run.err())
                .startsWith("1 done; 30 rows in ")
                .contains("rows/s")
                .hasLineCount(1);
        assertThat(images()).singleElement().satisfies(image -> {
            assertThat(image.name()).isEqualTo(Wells.HOLE);
            assertThat(image.width()).isEqualTo(Wells.PIXELS);
        });
        Frames rows = Wells.read(folder, 1);
        assertThat(rows.sameAs(inMemory(Wells.HOLE, IngestOptions.defaults()))).isTrue();
        assertThat(rows.isMissing(4, 1)).isTrue();
        assertThat(rows.value(29, 7)).isEqualTo(Wells.value(29, 7));
    }

    @Test
    void theSameTableAgainChangesNothing() throws IOException {
        assertThat(ingest(Wells.HOLE).status()).isEqualTo(ExitCode.DONE);
        Map<String, String> before = stats();

        Run again = ingest(Wells.HOLE, "--json");

        assertThat(again.status()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(Wells.values(again.out()))
                .containsEntry("/files/0/image", "1")
                .containsEntry("/files/0/new", "0")
                .containsEntry("/files/0/replaced", "0")
                .containsEntry("/files/0/unchanged", "30");
        assertThat(stats())
                .containsEntry("/images", "1")
                .containsEntry("/segments", before.get("/segments"))
                .containsEntry("/bytes", before.get("/bytes"));
    }

    private Map<String, String> stats() throws IOException {
        return Wells.values(Wells.run(folder, "stats", "--json").out());
    }

    @Test
    void theDocumentTellsRowsSecondsAndRowsPerSecondOfEachTableAndOfAll() throws IOException {
        Files.copy(folder.resolve(Wells.HOLE), folder.resolve("other.csv"));
        Run run = ingest(Wells.HOLE, "other.csv", "--json");

        Map<String, String> values = Wells.values(run.out());
        assertThat(values)
                .containsEntry("/files/0/rows", "30")
                .containsEntry("/files/1/image", "2")
                .containsEntry("/files/1/status", "done")
                .containsEntry("/summary/done", "2")
                .containsEntry("/summary/rows", "60")
                .containsEntry("/summary/status", "0")
                .containsKey("/files/0/sha256");
        for (String place : List.of("/files/0/", "/summary/")) {
            double rows = Double.parseDouble(values.get(place + "rows"));
            double seconds = Double.parseDouble(values.get(place + "seconds"));
            assertThat(seconds).isPositive();
            assertThat(Double.parseDouble(values.get(place + "rowsPerSecond")) * seconds / rows)
                    .isBetween(0.999, 1.001);
        }
    }

    @Test
    void someTablesFailAndTheRestIsStored() throws IOException {
        Run run = ingest(Wells.HOLE, Wells.FAULTY, "none.csv", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err())
                .contains("error: faulty.csv, line 3, column 3: ")
                .contains("found 'x'")
                .contains("none.csv: there is no such file")
                .contains("1 done, 2 failed; 30 rows");
        assertThat(Wells.values(run.out()))
                .containsEntry("/files/1/status", "failed")
                .containsEntry("/summary/failed", "2")
                .containsKey("/files/1/reason");
        assertThat(images()).hasSize(1);
    }

    @Test
    void nothingStoredIsThree() {
        assertThat(ingest(Wells.FAULTY).status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(images()).isEmpty();
    }

    @Test
    void noStoreIsMadeWhereThereIsNoTable() {
        Run run = ingest("none.csv");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("none.csv").hasLineCount(1);
        assertThat(folder.resolve(Wells.STORE)).doesNotExist();
    }

    @Test
    void badRowsAreLeftOutAndListedIfThatIsWanted() throws IOException {
        Run run = ingest(Wells.FAULTY, "--lenient", "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("faulty.csv, line 3, column 3: ").contains("line 4, column 3: ");
        assertThat(Wells.values(run.out()))
                .containsEntry("/files/0/rows", "4")
                .containsEntry("/files/0/new", "2")
                .containsEntry("/files/0/bad", "2")
                .containsEntry("/files/0/badRows/0/line", "3")
                .containsEntry("/files/0/badRows/0/column", "3")
                .containsEntry("/files/0/badRows/0/text", "x")
                .containsEntry("/files/0/missing", "1");
        assertThat(Wells.read(folder, 1).depths()).containsExactly(7.0, 7.3);
    }

    @Test
    void ofManyBadRowsPeopleSeeTheFirst() throws IOException {
        Files.writeString(folder.resolve("many.csv"), "1,2,3\n" + "a,b,c\n".repeat(150));
        Run run = ingest("many.csv", "--lenient", "--header", "absent", "--json");
        assertThat(run.err())
                .contains("many.csv, line 11, ")
                .doesNotContain("line 12,")
                .contains("140 more bad rows, the first 100 with --json");
        assertThat(Wells.values(run.out()))
                .containsKey("/files/0/badRows/99/line")
                .doesNotContainKey("/files/0/badRows/100/line");
    }

    @Test
    void presetsAreThoseOfTheLibrary() throws IOException {
        Files.writeString(folder.resolve("short.csv"), Files.readString(folder.resolve(Wells.HOLE)) + "1003.0,1,2\n");
        assertThat(ingest("short.csv", "--name", "a", "--preset", "spline-then-truncate")
                        .status())
                .isEqualTo(ExitCode.DONE);
        assertThat(ingest("short.csv", "--name", "b", "--preset", "truncate-then-triangle")
                        .status())
                .isEqualTo(ExitCode.DONE);

        assertThat(Wells.read(folder, 1).sameAs(inMemory("short.csv", IngestOptions.splineThenTruncate())))
                .isTrue();
        assertThat(Wells.read(folder, 2).sameAs(inMemory("short.csv", IngestOptions.truncateThenTriangle())))
                .isTrue();
        Run strict = ingest("short.csv", "--name", "c", "--preset", "spline-then-truncate", "--strict");
        assertThat(strict.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(strict.err()).contains("line 32");
    }

    @Test
    void theWordsOfTheCommandAreTheOptionsOfTheLibrary() throws IOException {
        Files.writeString(folder.resolve("odd.csv"), "# a log\n0,5;9,75;1,5\n7;77;1e9\n1,25;10,0;2,5\n;10,5;\n");
        Run run = ingest(
                "odd.csv",
                "--delimiter=semicolon",
                "--decimal-comma",
                "--comment=#",
                "--header=absent",
                "--depth-column=2",
                "--pixels=2",
                "--unit=ft",
                "--nulls=7,8",
                "--blank=zero",
                "--row-length=at-most",
                "--quantize=none",
                "--out-of-range=missing",
                "--holes=keep",
                "--most-missing=0.9",
                "--width=4",
                "--resizer=bilinear");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);

        CsvOptions csv = CsvOptions.defaults()
                .withDelimiter(';')
                .withDecimalComma(true)
                .withComment('#')
                .withHeader(CsvOptions.Header.ABSENT)
                .withDepthColumn(1)
                .withPixels(2)
                .withUnit(DepthUnit.FOOT)
                .withNulls(Set.of("7", "8"))
                .withBlank(CsvOptions.Blank.ZERO)
                .withRowLength(CsvOptions.RowLength.AT_MOST);
        IngestOptions options = IngestOptions.defaults()
                .withCsv(csv)
                .withQuantization(IngestOptions.Quantization.NONE)
                .withOutOfRange(IngestOptions.OutOfRange.MISSING)
                .withMostMissing(0.9)
                .withWidth(4)
                .withResizer(FrameResizers.bilinear());
        Frames rows = Wells.read(folder, 1);
        assertThat(rows.sameAs(inMemory("odd.csv", options))).isTrue();
        assertThat(rows.unit()).isEqualTo(DepthUnit.FOOT);
        assertThat(rows.type()).isEqualTo(PixelType.FLOAT32);
        assertThat(rows.depths()).containsExactly(9.75, 10, 10.5, 77);
    }

    @Test
    void packedTablesAndStandardInputAreRead() throws IOException {
        byte[] table = Files.readAllBytes(folder.resolve(Wells.HOLE));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(table);
        }
        Files.write(folder.resolve("hole.csv.gz"), packed.toByteArray());
        assertThat(ingest("hole.csv.gz").status()).isEqualTo(ExitCode.DONE);
        Run piped = Wells.run(Run.in(folder).reading(table), "ingest", "--name", "pipe", "-");
        assertThat(piped.status()).as(piped.err()).isEqualTo(ExitCode.DONE);

        assertThat(images()).extracting(ImageSummary::name).containsExactly("hole.csv.gz", "pipe");
        assertThat(Wells.read(folder, 1).sameAs(Wells.read(folder, 2))).isTrue();
    }

    @Test
    void theImageIsTheOneThatIsNamed() {
        assertThat(ingest(Wells.HOLE, "--image", "7").status()).isEqualTo(ExitCode.DONE);
        assertThat(ingest(Wells.HOLE, "--name", "north").status()).isEqualTo(ExitCode.DONE);
        assertThat(ingest(Wells.HOLE, "--name", "north").status()).isEqualTo(ExitCode.DONE);
        assertThat(images()).extracting(ImageSummary::id).containsExactly(7L, 8L);
        assertThat(ingest(Wells.HOLE, "--name", "north", "--new").status()).isEqualTo(ExitCode.DONE);
        assertThat(images()).extracting(ImageSummary::name).containsExactly(Wells.HOLE, "north", "north");

        Run either = ingest(Wells.HOLE, "--name", "north");
        assertThat(either.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(either.err()).contains("2 images are called north: 8, 9; --image says which one");
    }

    @Test
    void tablesOfOneNameAreNotMixedUp() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.copy(folder.resolve(Wells.FAULTY), folder.resolve("more/hole.csv"));
        assertThat(ingest(Wells.HOLE, "more/hole.csv").status()).isEqualTo(ExitCode.USAGE);
        assertThat(ingest(Wells.HOLE, "more/hole.csv", "--new", "--lenient").status())
                .isEqualTo(ExitCode.DONE);
        assertThat(images()).hasSize(2);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        assertThat(ingest(Wells.HOLE, "--name", "north").status()).isEqualTo(ExitCode.DONE);
        Run run = ingest(Wells.FAULTY, "--name", "north", "--lenient");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("rows of 200").contains("found rows of 3");
    }

    @Test
    void depthsWithinTheToleranceAreTheSame() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "1.0,5,6\n2.0,7,8\n");
        Files.writeString(folder.resolve("b.csv"), "1.0004,9,9\n2.1,7,8\n");
        assertThat(ingest("a.csv", "--name", "n").status()).isEqualTo(ExitCode.DONE);
        Run run = ingest("b.csv", "--name", "n", "--tolerance", "0.001");
        assertThat(Wells.cells(run.out()).get(0)).containsSequence("1", "2", "1", "1", "0", "0");
        assertThat(Wells.read(folder, 1).depths()).containsExactly(1.0, 2.0, 2.1);
    }

    @Test
    void anInterruptedIngestionLeavesNothing() {
        Cancellation interruption = new Cancellation();
        interruption.cancel("interrupted");
        Run run = Run.in(folder).depth(interruption, "frames", "ingest", "--store", Wells.STORE, Wells.HOLE);
        assertThat(run.status()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err()).contains("interrupted: 0 done, 1 not tried");
        assertThat(images()).isEmpty();
    }

    @Test
    void anObjectStoreIsWrittenByItsDeclaredOwnerOnly() {
        Run run = Run.in(folder).depth("frames", "ingest", "--store", "s3://bucket/wells", Wells.HOLE);
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err())
                .contains("s3://bucket/wells is in an object store")
                .contains("--owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--image 0 hole.csv",
                "--image 3 --name north hole.csv",
                "--image 3 --new hole.csv",
                "--width 0 hole.csv",
                "--resizer area hole.csv",
                "--resizer bogus --width 3 hole.csv",
                "--preset bogus hole.csv",
                "--lenient --strict hole.csv",
                "--delimiter comma --decimal-comma hole.csv",
                "--delimiter x hole.csv",
                "--unit fathom hole.csv",
                "--depth-column 0 hole.csv",
                "--most-missing 2 hole.csv",
                "--tolerance -1 hole.csv",
                "--compression 23 hole.csv",
                "hole.csv hole.csv"
            })
    void wrongWordsAreUsageAndNoStoreIsMade(String words) {
        Run run = ingest(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
        assertThat(folder.resolve(Wells.STORE)).doesNotExist();
    }
}
