package io.depth4j.examples.cli;

import io.depth4j.DepthMap;
import io.depth4j.Range;
import io.depth4j.Size;
import java.util.List;
import java.util.Optional;

/**
 * What became of one picture.
 *
 * @param source where it is
 * @param status how it went
 * @param outputs the names of its results
 * @param facts what is known of the map, if one was made now
 * @param seconds from its reading to its last result, while others were under way
 * @param reason why it failed
 */
record Outcome(
        String source,
        Status status,
        List<String> outputs,
        Optional<Facts> facts,
        double seconds,
        Optional<String> reason) {

    /** How it went. */
    enum Status {
        DONE("done"),
        SKIPPED("skipped"),
        FAILED("failed"),
        NOT_TRIED("not tried");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The map, without its pixels. */
    record Facts(Size photo, Size depth, String kind, String axis, Range values, Optional<Range> colored, int missing) {

        static Facts of(Size photo, DepthMap map, Optional<Range> colored) {
            return new Facts(
                    photo, map.size(), map.kind().name(), map.axis().name(), Range.minMax(map), colored, map.missing());
        }
    }

    static Outcome skipped(String source, List<String> outputs) {
        return new Outcome(source, Status.SKIPPED, outputs, Optional.empty(), 0, Optional.empty());
    }

    static Outcome failed(String source, String reason, double seconds) {
        return new Outcome(source, Status.FAILED, List.of(), Optional.empty(), seconds, Optional.of(reason));
    }

    static Outcome notTried(String source) {
        return new Outcome(source, Status.NOT_TRIED, List.of(), Optional.empty(), 0, Optional.empty());
    }
}
