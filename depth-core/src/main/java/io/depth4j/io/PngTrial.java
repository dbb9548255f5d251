package io.depth4j.io;

import io.depth4j.io.PngOptions.Filter;
import io.depth4j.io.PngOptions.Packing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settles what a caller left open by packing a few rows, about one in a hundred, in each way that may be best: photographs want
 * their neighbours averaged and short codes, flat pictures and line art want their repetitions found.
 */
final class PngTrial {

    /** Answers how many bytes rows {@code top} to {@code bottom} take. */
    interface Packer {
        long size(int top, int bottom, PngOptions options);
    }

    private static final int ONE_ROW_IN = 100;
    private static final int LEAST_ROWS = 4;
    private static final int BANDS = 2;

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
        return candidates.stream()
                .map(options -> new Result(options, sampled(height, options, packer)))
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

    private static long sampled(int height, PngOptions options, Packer packer) {
        int rows = Math.min(height, Math.max(LEAST_ROWS, height / ONE_ROW_IN) / BANDS);
        long size = 0;
        for (int band = 1; band <= BANDS; band++) {
            int top = (int) ((long) (height - rows) * band / (BANDS + 1));
            size += packer.size(top, top + rows, options);
        }
        return size;
    }
}
