package io.depth4j.examples.cli;

import io.depth4j.tiledb.StoreOptions;
import picocli.CommandLine.Option;

/** How rows are kept that come into a store. */
final class StoringChoice {

    @Option(
            names = "--tolerance",
            paramLabel = "DISTANCE",
            description = "How far apart two depths may be and count as the same; ${DEFAULT-VALUE}, if not given.")
    private double tolerance;

    @Option(
            names = "--compression",
            paramLabel = "LEVEL",
            description = "Of Zstandard, 1 to 22; ${DEFAULT-VALUE}, the fastest, if not given.")
    private int compression = 1;

    /** @throws IllegalArgumentException if there is no such level or distance */
    StoreOptions over(StoreOptions base) {
        return base.withDepthTolerance(tolerance).withCompression(compression);
    }
}
