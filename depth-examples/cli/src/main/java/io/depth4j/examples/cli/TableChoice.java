package io.depth4j.examples.cli;

import io.depth4j.frames.CsvOptions;
import io.depth4j.frames.DepthUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tables of depths and pixels are written, where that is not found out or is to be different. */
final class TableChoice {

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            converter = SignConverter.class,
            description = "Between cells: comma, semicolon, tab or |. Found out, if not given.")
    private Optional<Character> delimiter = Optional.empty();

    @Option(
            names = "--header",
            paramLabel = "WHETHER",
            converter = HeaderWords.class,
            completionCandidates = HeaderWords.class,
            description = "Whether the first line names the columns: ${COMPLETION-CANDIDATES}.")
    private Optional<CsvOptions.Header> header = Optional.empty();

    @Option(names = "--decimal-comma", description = "1,5 is one and a half.")
    private boolean decimalComma;

    @Option(
            names = "--nulls",
            paramLabel = "TEXT",
            split = ",",
            description =
                    "What stands for a missing value, instead of NaN, NA, N/A, null, none, -, -999, -999.25, -9999"
                            + " and -9999.25.")
    private List<String> nulls = List.of();

    @Option(
            names = "--blank",
            paramLabel = "WHAT",
            converter = BlankWords.class,
            completionCandidates = BlankWords.class,
            description = "What a pixel without text is: ${COMPLETION-CANDIDATES}.")
    private Optional<CsvOptions.Blank> blank = Optional.empty();

    @Option(
            names = "--row-length",
            paramLabel = "WHICH",
            converter = LengthWords.class,
            completionCandidates = LengthWords.class,
            description = "Which rows are good: as long as there are columns, longer, shorter, or all;"
                    + " ${COMPLETION-CANDIDATES}.")
    private Optional<CsvOptions.RowLength> length = Optional.empty();

    @Option(names = "--comment", paramLabel = "SIGN", description = "Lines that begin with it are skipped, such as #.")
    private Optional<Character> comment = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description = "What depths are counted in: m, ft or .1in. m, if not given.")
    private Optional<DepthUnit> unit = Optional.empty();

    @Option(
            names = "--depth-column",
            paramLabel = "N",
            description = "The column of depths, the first being 1; all others are pixels. 1, if not given.")
    private Optional<Integer> depthColumn = Optional.empty();

    @Option(
            names = "--pixels",
            paramLabel = "N",
            description = "How many columns of pixels there must be; as many as there are, if not given.")
    private Optional<Integer> pixels = Optional.empty();

    /** @throws IllegalArgumentException if the parts do not suit each other */
    CsvOptions over(CsvOptions base) {
        CsvOptions csv = delimiter.map(base::withDelimiter).orElse(base);
        csv = decimalComma ? csv.withDecimalComma(true) : csv;
        csv = header.map(csv::withHeader).orElse(csv);
        csv = nulls.isEmpty() ? csv : csv.withNulls(words(nulls));
        csv = blank.map(csv::withBlank).orElse(csv);
        csv = length.map(csv::withRowLength).orElse(csv);
        csv = comment.map(csv::withComment).orElse(csv);
        csv = unit.map(csv::withUnit).orElse(csv);
        csv = pixels.map(csv::withPixels).orElse(csv);
        if (depthColumn.orElse(1) < 1) {
            throw new IllegalArgumentException("Columns are counted from 1, found " + depthColumn.get());
        }
        return depthColumn.isPresent() ? csv.withDepthColumn(depthColumn.get() - 1) : csv;
    }

    /** Nothing between commas stands for nothing: {@code --nulls ""} leaves no word for a missing value. */
    private static Set<String> words(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads a sign, or its name where shells make it hard to type. */
    private static final class SignConverter implements ITypeConverter<Character> {
        @Override
        public Character convert(String words) {
            return switch (words) {
                case "comma", "," -> ',';
                case "semicolon", ";" -> ';';
                case "tab", "\t", "\\t" -> '\t';
                case "|" -> '|';
                default ->
                    throw new TypeConversionException("expected comma, semicolon, tab or |, found '" + words + "'");
            };
        }
    }

    private static final class HeaderWords extends Words<CsvOptions.Header> {
        HeaderWords() {
            super(CsvOptions.Header.class);
        }
    }

    private static final class BlankWords extends Words<CsvOptions.Blank> {
        BlankWords() {
            super(CsvOptions.Blank.class);
        }
    }

    private static final class LengthWords extends Words<CsvOptions.RowLength> {
        LengthWords() {
            super(CsvOptions.RowLength.class);
        }
    }
}
