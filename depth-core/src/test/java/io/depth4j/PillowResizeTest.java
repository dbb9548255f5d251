package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The conventions named after Pillow agree with it; {@code src/test/python/pillow_resize.py} wrote what it gives. */
class PillowResizeTest {

    /** Every so many values of a plane are in the file. */
    private static final int STEP = 61;

    @Test
    void bytesArePillowsOnRandomSizes() throws IOException {
        List<String> differing = new ArrayList<>();
        List<String[]> cases = lines("bytes");
        for (String[] line : cases) {
            if (crc(resized(line)) != Long.parseLong(line[8], 16)) {
                differing.add(String.join(" ", line));
            }
        }
        assertThat(cases).hasSizeGreaterThanOrEqualTo(3 * 3 * 40);
        assertThat(differing).isEmpty();
    }

    @Test
    void firstBytesArePillows() throws IOException {
        for (String[] line : lines("full")) {
            byte[] expected = HexFormat.of().parseHex(line[8]);
            assertThat(Arrays.copyOf(resized(line), expected.length))
                    .as(String.join(" ", line))
                    .isEqualTo(expected);
        }
    }

    @Test
    void blueGreenRedIsPillowsRedGreenBlue() throws IOException {
        for (String[] line : lines("bytes")) {
            if (line[2].equals("RGB")) {
                Image src = Image.wrap(from(line), PixelFormat.BGR24, pixels(line));
                byte[] found = resizer(line[1]).resize(src, to(line)).array();
                assertThat(crc(found)).isEqualTo(Long.parseLong(line[8], 16));
            }
        }
    }

    @Test
    void planesArePillowsWithinAMillionth() throws IOException {
        for (String[] line : lines("floats")) {
            int seed = Integer.parseInt(line[6]);
            Size from = new Size(Integer.parseInt(line[2]), Integer.parseInt(line[3]));
            Size to = new Size(Integer.parseInt(line[4]), Integer.parseInt(line[5]));
            FloatPlane src = FloatPlane.allocate(from);
            Generator generator = new Generator(seed);
            for (int i = 0; i < src.array().length; i++) {
                src.array()[i] = (generator.next() >>> 8) / 0x1p24f;
            }
            float[] found = resizer(line[1]).resize(src, to).array();
            var expected = ByteBuffer.wrap(Base64.getDecoder().decode(line[7]))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            for (int i = 0; i < found.length; i += STEP) {
                assertThat(found[i]).as(String.join(" ", line)).isCloseTo(expected.get(), within(1e-6f));
            }
        }
    }

    @Test
    void randomFlatStepAndSinglePixelRowsArePillows() throws IOException {
        for (String[] line : lines("rows")) {
            byte[] rows = pattern(line[2]);
            Image src = Image.wrap(new Size(200, rows.length / 200), PixelFormat.GRAY8, rows);
            byte[] found =
                    resizer(line[1]).resize(src, new Size(150, src.height())).array();
            assertThat(crc(found)).as(String.join(" ", line)).isEqualTo(Long.parseLong(line[3], 16));
        }
    }

    @Test
    void pillowBilinearRowsAreThoseOfTheSharedVectors() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "no folder of shared data: -Ddepth4j.data is blank");
        Path file = Path.of(data, "contracts", "vectors", "resize_rows.json");
        int rows = 0;
        double[] input = {};
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                if (json.currentName().equals("input")) {
                    input = numbers(json);
                } else if (json.currentName().equals("s2_u8")) {
                    assertThat(pillowRow(input)).isEqualTo(numbers(json));
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(9);
    }

    /** Clips to bytes, truncates, and resizes from 200 to 150. */
    private static double[] pillowRow(double[] input) {
        Image src = Image.allocate(new Size(input.length, 1), PixelFormat.GRAY8);
        for (int x = 0; x < input.length; x++) {
            src.array()[x] = (byte) (int) Math.max(0, Math.min(255, input[x]));
        }
        byte[] row =
                FrameResizers.pillowBilinear().resize(src, new Size(150, 1)).array();
        double[] values = new double[row.length];
        for (int x = 0; x < row.length; x++) {
            values[x] = row[x] & 0xff;
        }
        return values;
    }

    private static double[] numbers(JsonParser json) throws IOException {
        List<Double> numbers = new ArrayList<>();
        assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(json.currentToken() == JsonToken.VALUE_NULL ? 0 : json.getDoubleValue());
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static byte[] resized(String[] line) {
        PixelFormat format = switch (line[2]) {
            case "L" -> PixelFormat.GRAY8;
            case "RGB" -> PixelFormat.RGB24;
            default -> PixelFormat.RGBA32;
        };
        Image src = Image.wrap(from(line), format, pixels(line));
        return resizer(line[1]).resize(src, to(line)).array();
    }

    private static byte[] pixels(String[] line) {
        int channels = line[2].length();
        byte[] pixels =
                new Generator(Integer.parseInt(line[7])).bytes(from(line).pixels() * channels);
        for (int i = 3; channels == 4 && i < pixels.length; i += 4) {
            int alpha = pixels[i] & 0xff;
            pixels[i] = (byte) (alpha < 64 ? 0 : alpha > 191 ? 255 : alpha);
        }
        return pixels;
    }

    private static byte[] pattern(String name) {
        int rows = switch (name) {
            case "random" -> 2000;
            case "flat" -> 256;
            case "step" -> 201;
            default -> 200;
        };
        byte[] pattern = name.equals("random") ? new Generator(99).bytes(rows * 200) : new byte[rows * 200];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < 200; x++) {
                switch (name) {
                    case "random" -> {}
                    case "flat" -> pattern[y * 200 + x] = (byte) y;
                    case "step" -> pattern[y * 200 + x] = (byte) (x < y ? 10 : 245);
                    default -> pattern[y * 200 + x] = (byte) (x == y ? 255 : 0);
                }
            }
        }
        return pattern;
    }

    private static Size from(String[] line) {
        return new Size(Integer.parseInt(line[3]), Integer.parseInt(line[4]));
    }

    private static Size to(String[] line) {
        return new Size(Integer.parseInt(line[5]), Integer.parseInt(line[6]));
    }

    private static FrameResizer resizer(String filter) {
        return switch (filter) {
            case "BILINEAR" -> FrameResizers.pillowBilinear();
            case "BICUBIC" -> FrameResizers.pillowBicubic();
            case "LANCZOS3" -> FrameResizers.lanczos3();
            default -> throw new AssertionError(filter);
        };
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static List<String[]> lines(String kind) throws IOException {
        var stream = Objects.requireNonNull(PillowResizeTest.class.getResourceAsStream("pillow_resize.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .map(line -> line.split(" "))
                    .filter(line -> line[0].equals(kind))
                    .toList();
        }
    }

    /** The generator of the script. */
    private static final class Generator {
        private int state;

        Generator(int seed) {
            this.state = seed;
        }

        int next() {
            state = state * 1664525 + 1013904223;
            return state;
        }

        byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) (next() >>> 24);
            }
            return bytes;
        }
    }
}
