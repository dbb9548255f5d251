package io.depth4j.benchmarks.network;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.benchmarks.ChildJvm;
import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.guard.Measurement;
import io.depth4j.io.Images;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What somebody waits for who starts a JVM for one photo: reading it, opening the network, one estimate. */
public final class FirstEstimate {

    public static final String COMMAND = "network-first";

    private static final double MOST_SECONDS = 1.5;

    private FirstEstimate() {}

    /** In the JVM that is measured: prints the time at which the map was there, in milliseconds since 1970. */
    public static int run(String[] arguments, PrintStream out) throws IOException {
        Subject subject = Subject.parse(arguments);
        try (DepthEstimator estimator = subject.estimator()) {
            DepthMap map = estimator.estimate(Images.read(subject.requiredPhoto()));
            long there = System.currentTimeMillis();
            if (!Float.isFinite(map.at(map.width() / 2, map.height() / 2))) {
                throw new IllegalStateException("Expected depth in the middle of the map, found none");
            }
            out.println(there);
            return 0;
        }
    }

    /** Starts a JVM and waits for its map; the seconds from before the JVM was started. */
    static double seconds(List<String> jvmArguments, Subject subject) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(COMMAND));
        arguments.addAll(subject.forChild());
        ChildJvm child = new ChildJvm(jvmArguments, arguments);
        long start = System.currentTimeMillis();
        return (Long.parseLong(child.output()) - start) / 1e3;
    }

    static Bound bar(double[] seconds) {
        return new Bound("seconds", Measurement.median(seconds), MOST_SECONDS);
    }
}
