package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The presets store the bytes that SciPy's and Pillow's ways give; {@code csv_preset_goldens.py} wrote them. */
class CsvPresetsTest {

    private static final String HEADER =
            "depth," + IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "\n";

    private static Frames stored(List<String> rows, IngestOptions options) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < rows.size(); row++) {
            text.append(row).append(',').append(rows.get(row)).append('\n');
        }
        try (MemoryFrameStore store = new MemoryFrameStore()) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            IngestReport report = CsvIngest.ingest(new ByteArrayInputStream(bytes), "t", store, options);
            return store.read(report.image(), DepthRange.all());
        }
    }

    private static void assertStored(List<String> rows, IngestOptions options, List<byte[]> expected)
            throws IOException {
        Frames frames = stored(rows, options.withMostMissing(1));
        assertThat(frames.count()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(frames.rows(row, row + 1).bytes()).as(rows.get(row)).isEqualTo(expected.get(row));
            for (int x = 0; x < 150; x++) {
                assertThat(frames.isMissing(row, x)).isFalse();
            }
        }
    }

    @Test
    void bytesAreThoseOfTheGoldens() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CsvPresetsTest.class.getResourceAsStream("csv-presets.txt")),
                StandardCharsets.US_ASCII))) {
            lines = reader.lines().toList();
        }
        List<String> rows = new ArrayList<>();
        List<byte[]> spline = new ArrayList<>();
        List<byte[]> triangle = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            rows.add(lines.get(i));
            spline.add(HexFormat.of().parseHex(lines.get(i + 1)));
            triangle.add(HexFormat.of().parseHex(lines.get(i + 2)));
        }
        assertThat(rows).hasSizeGreaterThan(40);
        assertStored(rows, IngestOptions.splineThenTruncate(), spline);
        assertStored(rows, IngestOptions.truncateThenTriangle(), triangle);
    }

    @Test
    void bytesAreThoseOfTheSharedVectors() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "no folder of shared data: -Ddepth4j.data is blank");
        List<String> rows = new ArrayList<>();
        List<byte[]> spline = new ArrayList<>();
        List<byte[]> triangle = new ArrayList<>();
        Path file = Path.of(data, "contracts", "vectors", "resize_rows.json");
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME) {
                    switch (json.currentName()) {
                        case "input" -> rows.add(String.join(",", numbers(json)));
                        case "s1_u8" -> spline.add(bytes(numbers(json)));
                        case "s2_u8" -> triangle.add(bytes(numbers(json)));
                        default -> {
                            // Names, and figures of single steps.
                        }
                    }
                }
            }
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(9);
        assertStored(rows, IngestOptions.splineThenTruncate(), spline);
        assertStored(rows, IngestOptions.truncateThenTriangle(), triangle);
    }

    @Test
    void shortRowsAreLeftOutByTheSplineAndFilledUpForTheTriangle() throws IOException {
        String full = "9,".repeat(199) + "9";
        List<String> rows = List.of(full, "9,".repeat(99) + "9");

        assertThat(stored(rows, IngestOptions.splineThenTruncate()).count()).isEqualTo(1);
        Frames filled = stored(rows, IngestOptions.truncateThenTriangle());
        assertThat(filled.count()).isEqualTo(2);
        assertThat(filled.value(1, 10)).isEqualTo(9);
        assertThat(filled.value(1, 140)).isZero();
    }

    private static List<String> numbers(JsonParser json) throws IOException {
        List<String> numbers = new ArrayList<>();
        assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(json.getText());
        }
        return numbers;
    }

    private static byte[] bytes(List<String> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers.get(i));
        }
        return bytes;
    }
}
