package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Cancellation;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesQueryTest {

    @TempDir
    Path folder;

    @BeforeEach
    void store() throws IOException {
        Wells.store(folder);
    }

    private Run query(String... words) {
        return Wells.run(folder, "query", words);
    }

    @Test
    void aTableShowsTheFirstRowsAndPixels() {
        Run some = query("--image", "1", "--from", "1000.3", "--to", "1000.5");
        assertThat(some.status()).as(some.err()).isEqualTo(ExitCode.DONE);
        assertThat(some.out()).matches("(?s)DEPTH +0 +1 +2 .* 11 +\\.\\.\\.\n.*");
        List<List<String>> cells = Wells.cells(some.out());
        assertThat(cells).extracting(row -> row.get(0)).containsExactly("1000.3", "1000.4", "1000.5");
        assertThat(cells.get(1))
                .startsWith("1000.4", "" + Wells.value(4, 0), "-")
                .endsWith("...");
        assertThat(some.err()).contains("Rows have 200 pixels");

        Run all = query("--image", "1");
        assertThat(Wells.cells(all.out())).hasSize(20);
        assertThat(all.err()).contains("More rows follow").hasLineCount(1);
    }

    @Test
    void whatCsvWritesIngestReads() throws IOException {
        Run run = query("--image", "1", "-o", "all.csv");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("all.csv")).get(0))
                .startsWith("depth,0,1,")
                .endsWith(",199");
        assertThat(query("--image", "1", "--format", "csv").out())
                .isEqualTo(Files.readString(folder.resolve("all.csv")))
                .contains("\n1000.4," + Wells.value(4, 0) + ",," + Wells.value(4, 2) + ",");

        assertThat(Wells.run(folder, "ingest", "all.csv").status()).isEqualTo(ExitCode.DONE);
        assertThat(Wells.read(folder, 2).sameAs(Wells.read(folder, 1))).isTrue();
    }

    @Test
    void floatsComeBackAsTheyWere() throws IOException {
        Files.writeString(folder.resolve("floats.csv"), "1.0,0.1,-3.5e-7\n1.5,NaN,1e20\n");
        assertThat(Wells.run(folder, "ingest", "--quantize", "none", "floats.csv")
                        .status())
                .isEqualTo(ExitCode.DONE);
        assertThat(query("--image", "2", "--format", "csv").out())
                .isEqualTo("depth,0,1\n1.0,0.1,-3.5E-7\n1.5,,1.0E20\n");
        assertThat(query("--image", "2", "--json").out())
                .contains("[ 0.1, -3.5E-7 ]")
                .contains("[ null, 1.0E20 ]");
    }

    @Test
    void aDocumentHasNullWhereAPixelIsMissing() throws IOException {
        Run run = query("--image", "1", "--from", "1000.4", "--to", "1000.4", "--json");
        Map<String, String> values = Wells.values(run.out());
        assertThat(values)
                .containsEntry("/name", Wells.HOLE)
                .containsEntry("/unit", "m")
                .containsEntry("/type", "uint8")
                .containsEntry("/rows/0/depth", "1000.4")
                .containsEntry("/rows/0/pixels/0", "" + Wells.value(4, 0))
                .containsEntry("/rows/0/pixels/1", "null")
                .containsEntry("/rows/0/pixels/199", "" + Wells.value(4, 199))
                .doesNotContainKey("/rows/1/depth");
        assertThat(query("--image", "1", "--from", "1000.4", "--to", "1000.4", "--format", "json")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void anArrayOfNumPyHasDoublesAndTheDepthFirst() throws IOException {
        assertThat(query("--image", "1", "-o", "rows.npy").status()).isEqualTo(ExitCode.DONE);
        byte[] file = Files.readAllBytes(folder.resolve("rows.npy"));
        assertThat(query("--image", "1", "--format", "npy").bytes()).isEqualTo(file);

        int columns = 1 + Wells.PIXELS;
        int begin = file.length - Wells.ROWS * columns * Double.BYTES;
        String header = new String(file, 0, begin, StandardCharsets.ISO_8859_1);
        assertThat(begin % 64).isZero();
        assertThat(header)
                .startsWith("\u0093NUMPY\u0001\u0000")
                .contains("{'descr': '<f8', 'fortran_order': False, 'shape': (30, 201), }")
                .endsWith("\n");
        assertThat((file[8] & 0xff) + 256 * file[9]).isEqualTo(begin - 10);
        ByteBuffer values = ByteBuffer.wrap(file, begin, file.length - begin).order(ByteOrder.LITTLE_ENDIAN);
        Frames rows = Wells.read(folder, 1);
        for (int row = 0; row < rows.count(); row++) {
            assertThat(values.getDouble()).isEqualTo(rows.depth(row));
            for (int x = 0; x < rows.width(); x++) {
                assertThat((float) values.getDouble())
                        .usingComparator(Float::compare)
                        .isEqualTo(rows.value(row, x));
            }
        }
    }

    @Test
    void theNearestRowIsFoundInAnyUnit() throws IOException {
        assertThat(query("--image", "1", "--nearest", "1001.04", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith("1001.0,");
        double feet = DepthUnit.METRE.to(DepthUnit.FOOT, 1001.04);
        Map<String, String> values =
                Wells.values(query("--image", "1", "--nearest", "" + feet, "--unit", "ft", "--json")
                        .out());
        assertThat(values).containsEntry("/unit", "ft");
        assertThat(Double.parseDouble(values.get("/rows/0/depth")))
                .isCloseTo(DepthUnit.METRE.to(DepthUnit.FOOT, 1001.0), within(1e-9));
    }

    @Test
    void aRangeIsCountedInTheUnitThatIsNamed() {
        String feet = "" + DepthUnit.METRE.to(DepthUnit.FOOT, 1002.75);
        Run run = query("--image", "1", "--from", feet, "--unit", "ft", "--format", "csv");
        assertThat(run.out().lines().skip(1)).hasSize(2);
    }

    @Test
    void theStoreIsReadAsItWas() throws IOException {
        String before = Wells.values(Wells.run(folder, "log", "--json").out()).get("/0/time");
        Files.writeString(folder.resolve("more.csv"), "2000" + ",1".repeat(Wells.PIXELS) + "\n");
        assertThat(Wells.run(folder, "ingest", "--image", "1", "more.csv").status())
                .isEqualTo(ExitCode.DONE);
        assertThat(query("--image", "1", "--from", "1500", "--format", "csv").out())
                .hasLineCount(2);
        assertThat(query("--image", "1", "--from", "1500", "--format", "csv", "--at", before)
                        .out())
                .hasLineCount(1);
    }

    @Test
    void depthsMayBeNegative() throws IOException {
        Files.writeString(folder.resolve("above.csv"), "-2.5,1,2\n-1.5,3,4\n0.5,5,6\n");
        assertThat(Wells.run(folder, "ingest", "above.csv").status()).isEqualTo(ExitCode.DONE);
        assertThat(query("--image", "2", "--from", "-2", "--to", "-1", "--format", "csv", "-o", "-")
                        .out())
                .isEqualTo("depth,0,1\n-1.5,3,4\n");
    }

    @Test
    void whoeverReadsMayHaveSeenEnough() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                new PrintStream(gone, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = new Program(streams, Map.of(), folder, new Cancellation())
                .run("frames", "query", "--store", Wells.STORE, "--image", "1", "--format", "json");
        assertThat(status).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("its reader may have gone");
    }

    @Test
    void noRowsAreAnAnswerToo() {
        Run run = query("--image", "1", "--from", "5", "--to", "6");
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("run from 1000.0 to 1002.9 m");
        assertThat(query("--image", "1", "--from", "5", "--to", "6", "--format", "csv")
                        .out())
                .hasLineCount(1);
    }

    @Test
    void aFileIsReplacedOnlyIfThatIsWanted() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "mine");
        Run run = query("--image", "1", "-o", "rows.csv");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("rows.csv is there already; --overwrite");
        assertThat(folder.resolve("rows.csv")).hasContent("mine");

        Run again = query("--image", "1", "-o", "rows.csv", "--overwrite", "--json");
        assertThat(again.status()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(Wells.values(again.out())).containsEntry("/rows", "30").containsEntry("/format", "csv");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Run image = query("--image", "9");
        assertThat(image.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(image.err()).contains("There is no image 9; there are 1: 1");

        Run store = Run.in(folder).depth("frames", "query", "--store", "nowhere", "--image", "1");
        assertThat(store.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(store.err()).contains("There is no store in").contains("nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from 1",
                "--image 1 --from 5 --to 1",
                "--image 1 --from NaN",
                "--image 1 --nearest 5 --to 7",
                "--image 1 --nearest NaN",
                "--image 1 --unit fathom",
                "--image 1 --format xml",
                "--image 1 -o rows.txt",
                "--image 1 -o rows.txt --format table",
                "--image 1 --json --format csv",
                "--image 1 --at yesterday"
            })
    void wrongWordsAreUsage(String words) {
        Run run = query(words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void numbersForProgramsDoNotGoToATerminal() {
        Run run = Wells.run(Run.in(folder).onTerminal(), "query", "--image", "1", "--format", "npy");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.bytes()).isEmpty();
    }
}
