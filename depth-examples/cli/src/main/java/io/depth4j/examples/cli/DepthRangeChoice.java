package io.depth4j.examples.cli;

import io.depth4j.frames.DepthRange;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which depths; both ends belong to them. */
final class DepthRangeChoice {

    @Option(names = "--from", paramLabel = "DEPTH", description = "The least depth; that of the image, if not given.")
    private Optional<Double> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DEPTH", description = "The greatest depth; that of the image, if not given.")
    private Optional<Double> to = Optional.empty();

    boolean isGiven() {
        return from.isPresent() || to.isPresent();
    }

    /** @throws IllegalArgumentException if it ends before it begins */
    DepthRange range() {
        return DepthRange.closed(from.orElse(Double.NEGATIVE_INFINITY), to.orElse(Double.POSITIVE_INFINITY));
    }
}
