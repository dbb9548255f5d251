package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthException;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.frames.IngestOptions.BadRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are none, or that want too much: clear words, bounded memory, nothing stored. */
@Timeout(120)
class CsvHostileTest {

    private static final IngestOptions STRICT = IngestOptions.defaults();
    private static final IngestOptions LENIENT = STRICT.withBadRows(BadRows.SKIP);
    private static final CsvLimits SMALL = new CsvLimits(1000, 50, 100_000);

    private final MemoryFrameStore store = new MemoryFrameStore();

    private IngestReport ingest(InputStream in, IngestOptions options) throws IOException {
        try {
            return CsvIngest.ingest(in, "t", store, options);
        } catch (DepthException e) {
            assertThat(store.images()).isEmpty();
            throw e;
        }
    }

    private IngestReport ingest(byte[] bytes, IngestOptions options) throws IOException {
        return ingest(new ByteArrayInputStream(bytes), options);
    }

    private IngestReport ingest(String text, IngestOptions options) throws IOException {
        return ingest(text.getBytes(StandardCharsets.UTF_8), options);
    }

    private static IngestOptions limited(IngestOptions options, CsvLimits limits) {
        return options.withCsv(options.csv().withLimits(limits));
    }

    /** A head, then the same bytes again and again without an end. */
    private static InputStream endless(String head, String again) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long index = at++;
                return index < head.length()
                        ? head.charAt((int) index)
                        : again.charAt((int) ((index - head.length()) % again.length()));
            }

            @Override
            public int read(byte[] dst, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    dst[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "depth,0\n1,2\n", "depth,0\n1,2\n\"3\",4\n", "depth,0\n1,2\n3,\"", "\"depth"})
    void aLineWithoutAnEndIsRefused(String head) {
        for (String again : new String[] {"7", "1,", "x", "\t", ",,"}) {
            InputStream in = endless(head.isEmpty() ? "1,2" : head, again);
            assertThatThrownBy(() -> ingest(in, limited(LENIENT, SMALL)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("100000 bytes");
        }
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> ingest(endless("depth,0\n1,2\n3,\"", "4\n5,6\n"), limited(LENIENT, SMALL)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("is a quote not closed?");
        assertThatThrownBy(() -> ingest("depth,0\n1,2\n3,\"4\n5,6\n", LENIENT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t: a quote behind line 2 is not closed");
        assertThatThrownBy(() -> ingest("\"depth,0\n1,2\n", LENIENT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t: a quote in line 1 is not closed");
    }

    @Test
    void aLineLongerThanAllowedIsRefusedThoughItIsInMemory() {
        String text = "1,2\n1," + "0".repeat(2000) + "2\n";

        assertThatThrownBy(() -> ingest(text, limited(LENIENT, SMALL.withLineBytes(1000))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line 2 has 2003 bytes, allowed are 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "1,2\n", "x,y\n", "\"1\",2\n", "# nothing\n"})
    void moreLinesThanAllowedAreRefused(String line) {
        IngestOptions options = LENIENT.withCsv(LENIENT.csv().withComment('#').withLimits(SMALL));

        assertThatThrownBy(() -> ingest(endless("", line), options))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("more than the 1000 lines that are allowed");
    }

    @Test
    void moreColumnsThanAllowedAreRefused() {
        assertThatThrownBy(() -> ingest("1" + ",2".repeat(50) + "\n", limited(LENIENT, SMALL)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("found 51 columns, allowed are 50");
    }

    @Test
    void manyColumnsAreFine() throws IOException {
        IngestReport report = ingest("1" + ",2".repeat(40_000) + "\n3" + ",4".repeat(40_000) + "\n", STRICT);

        assertThat(store.image(report.image()).orElseThrow().width()).isEqualTo(40_000);
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void zeroBytesAreRefusedAtTheBeginningAndBadRowsBehindIt() throws IOException {
        assertThatThrownBy(() -> ingest("depth,0\n1,\0\n", LENIENT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("expected a table as text, found a zero byte");

        IngestReport report = ingest("depth,0\n" + "1,2\n".repeat(2000) + "3,4\0\n5,6\n", LENIENT);

        assertThat(report.badRows())
                .containsExactly(new BadRow(2002, 2, "4\0", "the pixel is not a number"))
                .extracting(BadRow::text)
                .containsExactly("4·");
    }

    @Test
    void cutPackedFilesAreRefusedWhereverTheyEnd() throws IOException {
        byte[] packed = packed("depth,0\n" + "1,2\n".repeat(50_000));

        for (int length : new int[] {2, 5, 11, 40, packed.length / 2, packed.length - 9, packed.length - 1}) {
            assertThatThrownBy(() -> ingest(Arrays.copyOf(packed, length), LENIENT))
                    .as("the first " + length + " bytes")
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("the gzip data");
        }
    }

    @Test
    void damagedPackedFilesAreRefused() throws IOException {
        byte[] packed = packed("depth,0\n" + "1,2\n".repeat(50_000));
        packed[packed.length - 7] ^= 1;

        assertThatThrownBy(() -> ingest(packed, LENIENT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("the gzip data are damaged");
    }

    @Test
    void aSmallPackedFileThatUnpacksToMuchIsRefused() throws IOException {
        byte[] packed = packed("0".repeat(50_000_000));

        assertThat(packed).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> ingest(packed, LENIENT)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void noiseIsRefused() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            try {
                ingest(noise, i % 2 == 0 ? LENIENT : STRICT);
            } catch (DepthException e) {
                assertThat(e).hasMessageStartingWith("t");
            }
        }
    }

    /** Most bytes are those that tables are made of, so that damage goes deep. */
    @Test
    void damagedTablesAreReadOrRefused() throws IOException {
        Random random = new Random(12);
        String letters = "0123456789.,;\t|\"\n\r -+eEnaifx#\0é";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("depth,0,1\n1,2,3\n4,5,6\n");
            for (int j = random.nextInt(40); j >= 0; j--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            try {
                IngestReport report = CsvIngest.ingest(
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                        "t",
                        store,
                        LENIENT);
                assertThat(report.rows() - report.rejected()).isPositive();
            } catch (DepthException e) {
                assertThat(e).hasMessageStartingWith("t");
            }
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
