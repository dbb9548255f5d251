package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.Hash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which tables are written. */
class CsvReadingTest {

    private static final CsvOptions CSV = CsvOptions.defaults();

    @TempDir
    private Path folder;

    private static String read(byte[] bytes, CsvOptions csv) throws IOException {
        return read(new ByteArrayInputStream(bytes), csv);
    }

    private static String read(String text, CsvOptions csv) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), csv);
    }

    /** The rows as they are stored, such as {@code 1.5: 7 NaN}. */
    private static String read(InputStream in, CsvOptions csv) throws IOException {
        try (MemoryFrameStore store = new MemoryFrameStore()) {
            CsvIngest.ingest(in, "t", store, 1, IngestOptions.defaults().withCsv(csv));
            return shown(store.read(1, DepthRange.all()));
        }
    }

    private static String shown(Frames frames) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < frames.count(); row++) {
            rows.append(row == 0 ? "" : " | ").append(frames.depth(row)).append(':');
            for (int x = 0; x < frames.width(); x++) {
                rows.append(' ').append(frames.isMissing(row, x) ? "-" : (int) frames.value(row, x));
            }
        }
        return rows.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFoundOut(String separator) throws IOException {
        String text = "depth,0,1,2\n1.5,10,20,30\n2.5,40,50,60\n".replace(",", separator);

        assertThat(read(text, CSV)).isEqualTo("1.5: 10 20 30 | 2.5: 40 50 60");
        assertThat(read(text, CSV.withDelimiter(separator.charAt(0)))).isEqualTo("1.5: 10 20 30 | 2.5: 40 50 60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "depth,0,1\n",
                "depth,col1,col2\n",
                "Tiefe (m),Pixel α,\n",
                "\"depth\",\"0\",\"1\"\n",
                "\"depth, measured\",\"a \"\"b\"\"\",1\n",
                "\"depth\n(m)\",0,1\n",
                "\"depth\r\n(m)\",0,1\r\n",
                "d(6\"),0,1\n",
                "",
                "\n\n",
                "  \n depth , 0 , 1 \n"
            })
    void aHeaderMayBeAnythingOrMissing(String header) throws IOException {
        assertThat(read(header + "1.5,10,20\n2,30,40\n", CSV)).isEqualTo("1.5: 10 20 | 2.0: 30 40");
    }

    @Test
    void whetherThereIsAHeaderCanBeSaid() throws IOException {
        assertThat(read("1,2,3\n4,5,6\n", CSV.withHeader(CsvOptions.Header.PRESENT)))
                .isEqualTo("4.0: 5 6");
        assertThatThrownBy(() -> read("depth,2,3\n4,5,6\n", CSV.withHeader(CsvOptions.Header.ABSENT)))
                .hasMessageContaining("line 1, column 1: the depth is not a number, found 'depth'");
    }

    @Test
    void aRowWithSomeBadCellsIsNoHeader() {
        assertThatThrownBy(() -> read("1,2,x,4\n2,3,4,5\n", CSV))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("line 1, column 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWay(String end) throws IOException {
        String text = "depth,0\n1,2\n\n  \n3,4".replace("\n", end);

        assertThat(read(text, CSV)).isEqualTo("1.0: 2 | 3.0: 4");
        assertThat(read(text + end, CSV)).isEqualTo("1.0: 2 | 3.0: 4");
        assertThat(read(text + end + end, CSV)).isEqualTo("1.0: 2 | 3.0: 4");
    }

    @Test
    void aByteOrderMarkDoesNotCount() throws IOException {
        assertThat(read("\ufeffdepth,0\n1,2\n", CSV)).isEqualTo("1.0: 2");
        assertThat(read("\ufeff1,2\n", CSV)).isEqualTo("1.0: 2");
        assertThat(read(gzip("\ufeff1,2\n"), CSV)).isEqualTo("1.0: 2");
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> read("\ufeff1,2\n".getBytes(StandardCharsets.UTF_16LE), CSV))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t: the text is UTF-16; expected UTF-8");
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        Path file = Files.write(folder.resolve("a.csv.gz"), gzip("depth,0\n1,2\n3,4\n"));

        try (MemoryFrameStore store = new MemoryFrameStore()) {
            IngestReport report = CsvIngest.ingest(file, store, IngestOptions.defaults());
            assertThat(shown(store.read(report.image(), DepthRange.all()))).isEqualTo("1.0: 2 | 3.0: 4");
            assertThat(report.sha256()).isEqualTo(Hash.sha256(file));
        }
    }

    @Test
    void severalPackedPartsAreOneFile() throws IOException {
        byte[] first = gzip("depth,0\n1,2\n3");
        byte[] second = gzip(",4\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(read(both, CSV)).isEqualTo("1.0: 2 | 3.0: 4");
        assertThat(read(
                        new InputStream() {
                            private final InputStream in = new ByteArrayInputStream(both);

                            @Override
                            public int read() throws IOException {
                                return in.read();
                            }

                            @Override
                            public int read(byte[] dst, int offset, int length) throws IOException {
                                return in.read(dst, offset, Math.min(length, 5));
                            }
                        },
                        CSV))
                .isEqualTo("1.0: 2 | 3.0: 4");
    }

    @Test
    void decimalCommasAreReadIfToldSo() throws IOException {
        CsvOptions comma = CSV.withDecimalComma(true);

        assertThat(read("depth;0;1\n1,5;2,9;3\n2,25;-999,25;4\n", comma)).isEqualTo("1.5: 3 3 | 2.25: - 4");
        assertThatThrownBy(() -> CSV.withDecimalComma(true).withDelimiter(','))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullsAreMissing() throws IOException {
        String nulls = "1,,NaN,nan,NA,N/A,null,NULL,-,-999,-999.25,-999.2500,-9999,-9.9925e2, ,7\n";

        assertThat(read(nulls, CSV)).isEqualTo("1.0: - - - - - - - - - - - - - - 7");
    }

    @Test
    void nullsAreWhatTheOptionsSay() throws IOException {
        CsvOptions csv = CSV.withNulls(Set.of("void", "0", "42.0"));

        assertThat(read("1,VOID,0,00.0,42,41,nan,1\n", csv)).isEqualTo("1.0: - - - - 41 - 1");
        assertThatThrownBy(() -> read("1,2,NA\n", csv)).hasMessageContaining("found 'NA'");
        assertThat(read("1,-999.25,3\n", csv)).isEqualTo("1.0: 0 3");
    }

    @Test
    void blankPixelsAreMissingZeroOrBad() throws IOException {
        String text = "1,,2\n3,4, \n";

        assertThat(read(text, CSV)).isEqualTo("1.0: - 2 | 3.0: 4 -");
        assertThat(read(text, CSV.withBlank(CsvOptions.Blank.ZERO))).isEqualTo("1.0: 0 2 | 3.0: 4 0");
        assertThatThrownBy(() -> read(text, CSV.withBlank(CsvOptions.Blank.BAD)))
                .hasMessageContaining("line 1, column 2: the pixel is blank");
    }

    @Test
    void rowsAreOfTheLengthThatTheOptionsAllow() throws IOException {
        String longer = "d,0,1\n1,2,3\n4,5,6,7\n";
        String shorter = "d,0,1\n1,2,3\n4,5\n";

        assertThat(read(longer, CSV.withRowLength(CsvOptions.RowLength.AT_LEAST)))
                .isEqualTo("1.0: 2 3 | 4.0: 5 6");
        assertThat(read(shorter, CSV.withRowLength(CsvOptions.RowLength.AT_MOST)))
                .isEqualTo("1.0: 2 3 | 4.0: 5 -");
        assertThat(read(longer, CSV.withRowLength(CsvOptions.RowLength.ANY))).isEqualTo("1.0: 2 3 | 4.0: 5 6");
        assertThat(read(shorter, CSV.withRowLength(CsvOptions.RowLength.ANY))).isEqualTo("1.0: 2 3 | 4.0: 5 -");
        assertThatThrownBy(() -> read(longer, CSV.withRowLength(CsvOptions.RowLength.AT_MOST)))
                .hasMessageContaining("found 4");
        assertThatThrownBy(() -> read(shorter, CSV.withRowLength(CsvOptions.RowLength.AT_LEAST)))
                .hasMessageContaining("found 2");
        assertThatThrownBy(() -> read("d,0\n1,2,\n", CSV)).hasMessageContaining("found 3");
    }

    @Test
    void commentsAreSkippedIfToldSo() throws IOException {
        CsvOptions csv = CSV.withComment('#');

        assertThat(read("# made by \"hand\"\n#\ndepth,0\n1,2\n#3,4\n5,6\n", csv))
                .isEqualTo("1.0: 2 | 5.0: 6");
        assertThatThrownBy(() -> read("depth,0\n#3,4\n", CSV)).hasMessageContaining("found '#3'");
    }

    @Test
    void depthsMayStandInAnyColumn() throws IOException {
        assertThat(read("0,1,depth\n1,2,3.5\n", CSV.withDepthColumn(2))).isEqualTo("3.5: 1 2");
        assertThat(read("0,depth,1\n1,3.5,2\n", CSV.withDepthColumn(1))).isEqualTo("3.5: 1 2");
        assertThatThrownBy(() -> read("0,1\n1,2\n", CSV.withDepthColumn(2)))
                .hasMessageContaining("expected depths in column 3, found 2 columns");
    }

    @Test
    void depthsMayComeInAnyOrder() throws IOException {
        assertThat(read("3,30\n-1.5,10\n3,33\n0,20\n", CSV)).isEqualTo("-1.5: 10 | 0.0: 20 | 3.0: 33");
    }

    @Test
    void quotedCellsAreRead() throws IOException {
        String text = "depth,0,1\n1,2,3\n\"4\",\"5\",6\n7, \"8\" ,9\n10,11,12\n";

        assertThat(read(text, CSV)).isEqualTo("1.0: 2 3 | 4.0: 5 6 | 7.0: 8 9 | 10.0: 11 12");
    }

    @Test
    void aBadQuotedRowIsFoundInItsLine() {
        assertThatThrownBy(() -> read("depth,0\n1,2\n\"3\",4\n5,\"a\nb\"\n6,7\n", CSV))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t, line 4, column 2: the pixel is not a number, found 'a·b'");
    }

    @Test
    void numbersAreDecimal() {
        for (String odd : new String[] {"0x10", "1f", "1d", "1_0", "1e", "--1", "1 2", "١"}) {
            assertThatThrownBy(() -> read("1,2\n2," + odd + "\n", CSV))
                    .as(odd)
                    .hasMessageContaining("line 2, column 2: the pixel is not a number, found '" + odd + "'");
        }
    }
}
