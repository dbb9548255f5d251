package io.depth4j.examples.cli;

import io.depth4j.Range;
import io.depth4j.frames.Rescale;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code LOW,HIGH}, {@code minmax}, {@code row}, {@code none}, {@code percentiles:LOW,HIGH}, {@code window:DEPTH} or
 * {@code window:DEPTH,LOW,HIGH}.
 */
final class RescaleConverter implements ITypeConverter<Rescale> {

    private static final String PERCENTILES = "percentiles:";
    private static final String WINDOW = "window:";
    private static final double USUAL_LOW = 2;
    private static final double USUAL_HIGH = 98;

    @Override
    public Rescale convert(String words) {
        try {
            return switch (words) {
                case "minmax" -> Rescale.minMax();
                case "row" -> Rescale.perRow();
                case "none" -> Rescale.none();
                default -> withNumbers(words);
            };
        } catch (IllegalArgumentException e) {
            throw unreadable(words, e);
        }
    }

    private static Rescale withNumbers(String words) {
        if (words.startsWith(PERCENTILES)) {
            double[] ends = numbers(words.substring(PERCENTILES.length()));
            requireCount(ends, 2);
            return Rescale.percentiles(ends[0], ends[1]);
        }
        if (words.startsWith(WINDOW)) {
            double[] numbers = numbers(words.substring(WINDOW.length()));
            if (numbers.length == 1) {
                return Rescale.window(numbers[0], USUAL_LOW, USUAL_HIGH);
            }
            requireCount(numbers, 3);
            return Rescale.window(numbers[0], numbers[1], numbers[2]);
        }
        double[] ends = numbers(words);
        requireCount(ends, 2);
        return new Rescale.Fixed(Range.of(ends[0], ends[1]));
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void requireCount(double[] numbers, int count) {
        if (numbers.length != count) {
            throw new IllegalArgumentException(count + " numbers are needed, found " + numbers.length);
        }
    }

    private static TypeConversionException unreadable(String words, IllegalArgumentException cause) {
        TypeConversionException wrong = new TypeConversionException("expected LOW,HIGH, minmax, row, none,"
                + " percentiles:LOW,HIGH or window:DEPTH, found '" + words + "': " + cause.getMessage());
        wrong.initCause(cause);
        return wrong;
    }
}
