package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.CsvOptions.RowLength;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a table of a depth and 200 pixels is told, in the history and beside the file. */
@Timeout(60)
class PipelineMessagesTest {

    private static final IngestOptions LENIENT = IngestOptions.splineThenTruncate();
    private static final IngestOptions STRICT =
            LENIENT.withBadRows(BadRows.FAIL).withCsv(LENIENT.csv().withRowLength(RowLength.EXACT));

    private static final String HEADER = "depth" + ",p".repeat(200) + "\n";
    private static final String GOOD = "1.5" + ",7".repeat(200) + "\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> tables() {
        String pixels = ",7".repeat(199);
        return Stream.of(
                Arguments.of(
                        "too few columns",
                        STRICT,
                        "depth" + ",p".repeat(10) + "\n1" + ",7".repeat(10) + "\n",
                        "t.csv: expected 201 columns (1 depth + 200 pixels), found 11"),
                Arguments.of(
                        "too many columns",
                        STRICT,
                        "depth" + ",p".repeat(201) + "\n1" + ",7".repeat(201) + "\n",
                        "t.csv: expected 201 columns (1 depth + 200 pixels), found 202"),
                Arguments.of(
                        "a depth that is text",
                        STRICT,
                        HEADER + "deep" + ",7".repeat(200) + "\n",
                        "t.csv, line 2, column 1: the depth is not a number, found 'deep'"),
                Arguments.of("a header and no row", STRICT, HEADER, "t.csv: there is a header and no row"),
                Arguments.of(
                        "a pixel that is text",
                        STRICT,
                        HEADER + "1,7,dark" + ",7".repeat(198) + "\n",
                        "t.csv, line 2, column 3: the pixel is not a number, found 'dark'"),
                Arguments.of(
                        "a pixel that is text, far behind",
                        STRICT,
                        HEADER + GOOD + "2" + pixels + ",dark\n",
                        "t.csv, line 3, column 201: the pixel is not a number, found 'dark'"),
                Arguments.of("nothing at all", STRICT, "", "t.csv: the file is empty"),
                Arguments.of("blank lines", STRICT, "\n \n\n", "t.csv: the file is empty"),
                Arguments.of("no text", STRICT, "depth\0,1\n", "t.csv: expected a table as text, found a zero byte"),
                Arguments.of(
                        "a missing depth",
                        STRICT,
                        HEADER + GOOD + pixels.substring(1) + "\n",
                        "t.csv, line 3, column 199: expected 201 columns (1 depth + 200 pixels), found 199"),
                Arguments.of(
                        "a blank depth",
                        STRICT,
                        HEADER + GOOD + ",7".repeat(200) + "\n",
                        "t.csv, line 3, column 1: the depth is missing"),
                Arguments.of(
                        "a depth that is not a number",
                        STRICT,
                        HEADER + GOOD + "NaN" + ",7".repeat(200) + "\n",
                        "t.csv, line 3, column 1: the depth is missing, found 'NaN'"),
                Arguments.of(
                        "many blank pixels",
                        STRICT,
                        HEADER + "1" + ",".repeat(21) + ",7".repeat(179) + "\n",
                        "t.csv: too many pixels are missing: 10.5 %, allowed are 10.0 %"),
                Arguments.of(
                        "a longer row",
                        STRICT,
                        HEADER + GOOD + "2" + ",7".repeat(201) + "\n",
                        "t.csv, line 3, column 202: expected 201 columns (1 depth + 200 pixels), found 202"),
                Arguments.of(
                        "no good row",
                        LENIENT,
                        HEADER + "x" + ",7".repeat(200) + "\n1,7\n",
                        "t.csv: none of 2 rows is good; line 2, column 1: the depth is not a number, found 'x'"),
                Arguments.of(
                        "an open quote",
                        STRICT,
                        HEADER + GOOD + "\"2" + ",7".repeat(200) + "\n",
                        "t.csv: a quote behind line 2 is not closed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aBadTableIsToldOf(String what, IngestOptions options, String text, String expected) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        try (FrameStore store = new MemoryFrameStore();
                IngestPipeline pipeline = IngestPipeline.open(
                        store,
                        PipelineOptions.watching(folder)
                                .withSettle(Duration.ZERO)
                                .withIngest(options))) {
            PipelineRecord record = pipeline.scan().get(0);

            assertThat(record.outcome()).as(what).isEqualTo(Outcome.FAILED);
            assertThat(record.error().orElseThrow()).startsWith(expected);
            assertThat(pipeline.history(Long.MAX_VALUE, 10)).containsExactly(record);
            assertThat(store.images()).isEmpty();
            JsonObject json = JsonObject.parse(Files.readString(folder.resolve("failed/t.csv.error.json")));
            assertThat(json.string("error")).isEqualTo(record.error().get());
            assertThat(json.objects("badRows")).hasSize((int) record.rejected());
        }
    }

    /** Where rows may be bad, longer ones and missing pixels are let pass as far as they are allowed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("passable")
    void aPassableTableIsStored(String what, String text, long rejected) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        try (FrameStore store = new MemoryFrameStore();
                IngestPipeline pipeline = IngestPipeline.open(
                        store,
                        PipelineOptions.watching(folder)
                                .withSettle(Duration.ZERO)
                                .withIngest(LENIENT))) {
            PipelineRecord record = pipeline.scan().get(0);

            assertThat(record.outcome()).as(what).isEqualTo(Outcome.DONE);
            assertThat(record.rejected()).isEqualTo(rejected);
            assertThat(store.images()).extracting(ImageSummary::width).containsExactly(150);
        }
    }

    static Stream<Arguments> passable() {
        return Stream.of(
                Arguments.of("a longer row", HEADER + "1" + ",7".repeat(203) + "\n", 0L),
                Arguments.of("a tenth of blanks", HEADER + "1" + ",".repeat(20) + ",7".repeat(180) + "\n", 0L),
                Arguments.of("a bad row", HEADER + GOOD + "x" + ",7".repeat(200) + "\n2,7\n", 2L));
    }
}
