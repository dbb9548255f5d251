package io.depth4j.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.MalformedInputException;
import io.depth4j.frames.CsvOptions;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.frames.IngestOptions.OutOfRange;
import io.depth4j.frames.IngestOptions.Quantization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What is read from bytes is what Commons CSV reads. */
class ParsersAgreeTest {

    /** A text and how to read it. */
    record Case(String text, IngestOptions options) {}

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void bytesAreReadAsCommonsCsvReadsThem(@ForAll("plainTables") Case each) throws IOException {
        assertThat(Table.read(each.text, each.options)).isEqualTo(Table.readByCommons(each.text, each.options));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void aTableThatBecomesQuotedIsReadAsCommonsCsvReadsIt(@ForAll("quotedTables") Case each) {
        assertThat(outcome(() -> Table.read(each.text, each.options)))
                .isEqualTo(outcome(() -> Table.readByCommons(each.text, each.options)));
    }

    /** A table, or that a quote is not closed. */
    private static Object outcome(Callable<Table> reading) {
        try {
            return reading.call();
        } catch (MalformedInputException e) {
            assertThat(e).hasMessageContaining("is not closed");
            return "a quote is not closed";
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void howTheBytesComeDoesNotMatter(@ForAll("plainTables") Case each, @ForAll @IntRange(min = 1, max = 9) int atATime)
            throws IOException {
        assertThat(Table.read(new Dripping(each.text, atATime), each.options))
                .isEqualTo(Table.read(each.text, each.options));
    }

    @Property(tries = 5000)
    void numbersAreTheDoublesNearestToThem(@ForAll("numbers") String number) throws IOException {
        IngestOptions options = IngestOptions.defaults()
                .withCsv(CsvOptions.defaults()
                        .withHeader(CsvOptions.Header.ABSENT)
                        .withNulls(Set.of()))
                .withQuantization(Quantization.NONE);

        Table table = Table.read(number + "," + number + "," + number + "\n", options);

        float pixel = (float) Double.parseDouble(number);
        float expected = Float.isInfinite(pixel) ? Float.NaN : pixel;
        assertThat(table.rows())
                .containsExactly("1: " + Double.parseDouble(number) + " [" + expected + ", " + expected + "]");
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> decimals = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
                .ofScale(9)
                .map(BigDecimal::toPlainString);
        Arbitrary<String> doubles = Arbitraries.doubles().map(String::valueOf);
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
        Arbitrary<String> fractions = Combinators.combine(digits, digits).as((whole, part) -> whole + "." + part);
        Arbitrary<String> powers = Combinators.combine(
                        fractions, Arbitraries.integers().between(-40, 40))
                .as((fraction, power) ->
                        fraction + (power % 2 == 0 ? "e" : "E") + (power % 3 == 0 && power > 0 ? "+" : "") + power);
        return Arbitraries.oneOf(decimals, doubles, digits, fractions, fractions.map(each -> "-" + each), powers);
    }

    @Provide
    Arbitrary<Case> plainTables() {
        return tables(false);
    }

    @Provide
    Arbitrary<Case> quotedTables() {
        return tables(true);
    }

    private Arbitrary<Case> tables(boolean quoted) {
        return options().flatMap(options -> {
            char delimiter = options.csv().delimiter().orElseThrow();
            String mark = options.csv().decimalComma() ? "," : ".";
            Arbitrary<String> cell = cells(mark, quoted, delimiter);
            Arbitrary<String> row = Arbitraries.oneOf(
                    rows(cell, delimiter, 4, 4),
                    rows(cell, delimiter, 4, 4),
                    rows(Arbitraries.integers().between(0, 300).map(String::valueOf), delimiter, 4, 4),
                    rows(cell, delimiter, 1, 6),
                    Arbitraries.of("", "  ", "#", "# a remark; it's, 1|2"));
            Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r");
            Arbitrary<List<String>> lines =
                    Combinators.combine(row, end).as(String::concat).list().ofMaxSize(12);
            Arbitrary<String> last = Arbitraries.oneOf(Arbitraries.just(""), row);
            String header = String.join("" + delimiter, "depth", "a", "b", "c");
            return Combinators.combine(lines, last, end)
                    .as((all, tail, eol) -> new Case(header + eol + String.join("", all) + tail, options));
        });
    }

    private static Arbitrary<String> rows(Arbitrary<String> cell, char delimiter, int least, int most) {
        return cell.list().ofMinSize(least).ofMaxSize(most).map(cells -> String.join("" + delimiter, cells));
    }

    private static Arbitrary<String> cells(String mark, boolean quoted, char delimiter) {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-2, 300).map(String::valueOf)),
                Tuple.of(
                        6,
                        Arbitraries.doubles()
                                .between(-1, 260)
                                .ofScale(5)
                                .map(value -> new BigDecimal("" + value)
                                        .toPlainString()
                                        .replace(".", mark))),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "",
                                " ",
                                "NaN",
                                "nan",
                                "-nan",
                                "null",
                                "NULL",
                                "NA",
                                "-999.25",
                                "-999" + mark + "2500",
                                "-9999",
                                "inf",
                                "-Infinity",
                                "+7",
                                "007",
                                "1e2",
                                "25e-1",
                                "2E+",
                                "2e-",
                                "1e99999999999",
                                "e5",
                                ".e5",
                                "1e2 3",
                                "1e2e3",
                                "1" + mark + "5E+1",
                                "2e",
                                "e3",
                                mark,
                                "5" + mark,
                                mark + "5",
                                "-" + mark + "5",
                                "--1",
                                "1-",
                                "+",
                                "-",
                                "0x1p3",
                                "1f",
                                "1d",
                                "1_0",
                                "NaNa",
                                "text",
                                "ä",
                                "\u20033",
                                "3\u00a0",
                                "1 2",
                                "0" + mark + "1234567890123456789",
                                "12345678901234567890",
                                "255" + mark + "0000001",
                                "1e400",
                                "1e-400",
                                "\f4",
                                "#5")));
        Arbitrary<String> spaced = Combinators.combine(
                        Arbitraries.of("", "", "", " ", "  "), cell, Arbitraries.of("", "", " "))
                .as((before, text, after) -> before + text + after);
        if (!quoted) {
            return spaced;
        }
        Arbitrary<String> inQuotes = Arbitraries.oneOf(
                        spaced, Arbitraries.of("a\nb", "1\r\n", "\r", "say \"\"x\"\"", "1" + delimiter + "2", "\n\n7"))
                .map(text -> '"' + text + '"');
        return Arbitraries.frequencyOf(
                Tuple.of(12, spaced),
                Tuple.of(2, inQuotes),
                Tuple.of(1, inQuotes.map(text -> " " + text + " ")),
                Tuple.of(1, inQuotes.map(text -> text + "1")),
                Tuple.of(1, spaced.map(text -> text + "1\"")));
    }

    private static Arbitrary<IngestOptions> options() {
        Arbitrary<CsvOptions> csv = Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of(true, false),
                        Arbitraries.of(CsvOptions.Blank.class),
                        Arbitraries.of(CsvOptions.RowLength.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as((delimiter, comma, blank, length, comments, depth) -> {
                    CsvOptions options = CsvOptions.defaults()
                            .withDelimiter(delimiter)
                            .withHeader(CsvOptions.Header.PRESENT)
                            .withDecimalComma(comma && delimiter != ',')
                            .withBlank(blank)
                            .withRowLength(length)
                            .withDepthColumn(depth);
                    return comments ? options.withComment('#') : options;
                });
        return Combinators.combine(csv, Arbitraries.of(OutOfRange.class), Arbitraries.of(Quantization.class))
                .as((how, range, quantization) -> IngestOptions.defaults()
                        .withCsv(how)
                        .withBadRows(BadRows.SKIP)
                        .withOutOfRange(range)
                        .withQuantization(quantization));
    }

    /** A stream that gives some bytes at a time. */
    private static final class Dripping extends InputStream {

        private final InputStream in;
        private final int atATime;

        Dripping(String text, int atATime) {
            this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.atATime = atATime;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] dst, int offset, int length) throws IOException {
            return in.read(dst, offset, Math.min(length, atATime));
        }
    }
}
