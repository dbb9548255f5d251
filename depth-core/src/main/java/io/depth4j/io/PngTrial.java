package io.depth4j.io;

import io.depth4j.io.PngOptions.Filter;
import io.depth4j.io.PngOptions.Packing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Settles what a caller left open by packing a few pairs of rows, spread over the picture, in each way that may be best:
 * photographs want their neighbours averaged and short codes, flat pictures and line art want their repetitions found.
 */
final class PngTrial {

    /** Answers how many bytes the given rows take, packed as one after the other. */
    interface Packer {
        long size(int[] rows, PngOptions options);
    }

    private static final int LEAST_PAIRS = 2;
    private static final int MOST_PAIRS = 6;
    private static final int ROWS_PER_PAIR = 64;
    private static final double LEAST_SAVING = 0.2;

    private PngTrial() {}

    private record Result(PngOptions options, long size) {}

    static PngOptions choose(int height, PngOptions asked, Packer packer) {
        List<PngOptions> ways = asked.packing() == Packing.AUTO
                ? List.of(asked.withPacking(Packing.HUFFMAN), asked.withPacking(Packing.FAST))
                : List.of(asked);
        List<PngOptions> candidates =
                ways.stream().flatMap(PngTrial::withFilters).toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        int[] rows = sample(height);
        return candidates.stream()
                .map(options -> new Result(options, packer.size(rows, options)))
                .min(Comparator.comparingDouble(PngTrial::price))
                .orElseThrow()
                .options;
    }

    private static Stream<PngOptions> withFilters(PngOptions asked) {
        if (asked.filter() != Filter.AUTO) {
            return Stream.of(asked);
        }
        Stream<Filter> filters = switch (asked.packing()) {
            case HUFFMAN -> Stream.of(Filter.AVERAGE);
            case FAST -> Stream.of(Filter.NONE, Filter.UP);
            default -> Stream.of(Filter.NONE, Filter.ADAPTIVE);
        };
        return filters.map(asked::withFilter);
    }

    /** Looking for repetitions takes longer than short codes do, so it has to earn its time. */
    private static double price(Result result) {
        return result.options.packing() == Packing.HUFFMAN ? result.size * (1 - LEAST_SAVING) : result.size;
    }

    private static int[] sample(int height) {
        int pairs = Math.max(LEAST_PAIRS, Math.min(MOST_PAIRS, height / ROWS_PER_PAIR));
        return IntStream.range(0, pairs)
                .map(pair -> (int) ((2L * pair + 1) * height / (2L * pairs)))
                .flatMap(row -> IntStream.of(row, row + 1))
                .filter(row -> row < height)
                .toArray();
    }
}
