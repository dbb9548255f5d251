package io.depth4j.benchmarks.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.spi.NetworkOptions;
import java.io.IOException;
import java.nio.file.Path;

/** depth4j from the picture to the map. */
final class Library implements Way {

    private final DepthEstimator estimator;
    private final Image picture;

    Library(Path network, Image picture) throws IOException {
        this.estimator = DepthEstimators.builder(network)
                .options(NetworkOptions.defaults().withThreads(1))
                .open();
        this.picture = picture;
    }

    @Override
    public String name() {
        return "depth4j, estimate";
    }

    @Override
    public void run() {
        estimator.estimate(picture);
    }

    @Override
    public double result() {
        DepthMap map = estimator.estimate(picture);
        return map.at(map.width() / 2, map.height() / 2);
    }

    @Override
    public void close() {
        estimator.close();
    }
}
