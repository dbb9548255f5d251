package io.depth4j.examples.cli;

import io.depth4j.DepthMap;
import io.depth4j.Range;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which values the colours span. */
sealed interface RangeChoice {

    /** The percentiles that leave a few stray pixels out. */
    RangeChoice USUAL = new Percentiles(2, 98);

    /** From the smallest to the largest of each picture. */
    record MinMax() implements RangeChoice {
        @Override
        public Range of(DepthMap map) {
            return Range.minMax(map);
        }
    }

    /** Between two percentiles of each picture. */
    record Percentiles(double low, double high) implements RangeChoice {
        @Override
        public Range of(DepthMap map) {
            return Range.percentiles(map, low, high);
        }
    }

    /** The same for every picture. */
    record Fixed(Range range) implements RangeChoice {
        @Override
        public Range of(DepthMap map) {
            return range;
        }
    }

    Range of(DepthMap map);

    /** Reads {@code minmax}, {@code percentiles:LOW,HIGH} or {@code LOW,HIGH}. */
    final class Converter implements ITypeConverter<RangeChoice> {

        private static final String PERCENTILES = "percentiles:";

        @Override
        public RangeChoice convert(String words) {
            if (words.equals("minmax")) {
                return new MinMax();
            }
            Range ends = ends(words.startsWith(PERCENTILES) ? words.substring(PERCENTILES.length()) : words, words);
            if (!words.startsWith(PERCENTILES)) {
                return new Fixed(ends);
            }
            if (ends.low() < 0 || ends.high() > 100) {
                throw new TypeConversionException("percentiles lie between 0 and 100, found '" + words + "'");
            }
            return new Percentiles(ends.low(), ends.high());
        }

        /** Two numbers, the lower one first. */
        static Range ends(String numbers, String words) {
            String[] ends = numbers.split(",", -1);
            try {
                if (ends.length == 2) {
                    Range range = Range.of(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
                    if (range.low() < range.high()) {
                        return range;
                    }
                }
            } catch (IllegalArgumentException e) {
                throw unreadable(words, e);
            }
            throw unreadable(words, new IllegalArgumentException(numbers));
        }

        private static TypeConversionException unreadable(String words, IllegalArgumentException cause) {
            TypeConversionException wrong = new TypeConversionException(
                    "expected two numbers LOW,HIGH, the lower first, found '" + words + "'");
            wrong.initCause(cause);
            return wrong;
        }
    }
}
