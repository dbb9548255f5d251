package io.depth4j.benchmarks.network;

import io.depth4j.KernelInfo;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.guard.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What both engines came to in one JVM; times are medians, in milliseconds.
 *
 * @param times the median over the rounds of how many times ONNX Runtime's time the engine in Java takes
 * @param difference the largest between their values, in parts of the range
 */
record Turns(KernelInfo kernels, Size seen, double java, double onnx, double times, double difference) {

    /** How many times ONNX Runtime's time the engine in Java may take. */
    private static final double VECTOR = 4;

    private static final double SCALAR = 20;

    static Turns of(KernelInfo kernels, Size seen, Measurement measured, double difference) {
        // Medians of an odd number of rounds: the reciprocal's is the reciprocal.
        return new Turns(
                kernels,
                seen,
                measured.oursMicros() / 1e3,
                measured.peerMicros() / 1e3,
                1 / measured.ratio(),
                difference);
    }

    /** Reads what {@link #tree()} wrote. */
    static Turns of(Map<?, ?> tree) {
        return new Turns(
                new KernelInfo(
                        (String) tree.get("kernels"), number(tree, "vectorBits").intValue(), (String)
                                tree.get("reason")),
                new Size(
                        number(tree, "width").intValue(), number(tree, "height").intValue()),
                number(tree, "java").doubleValue(),
                number(tree, "onnx").doubleValue(),
                number(tree, "times").doubleValue(),
                number(tree, "difference").doubleValue());
    }

    private static Number number(Map<?, ?> tree, String name) {
        return (Number) tree.get(name);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kernels", kernels.name());
        tree.put("vectorBits", kernels.vectorBits());
        tree.put("reason", kernels.reason());
        tree.put("width", seen.width());
        tree.put("height", seen.height());
        tree.put("java", java);
        tree.put("onnx", onnx);
        tree.put("times", times);
        tree.put("difference", difference);
        return tree;
    }

    boolean isVector() {
        return kernels.vectorBits() > 0;
    }

    Bound bar() {
        return new Bound("times ONNX Runtime's time", times, isVector() ? VECTOR : SCALAR);
    }

    String kernelsName() {
        return isVector() ? kernels.name() + " " + kernels.vectorBits() + " bit" : kernels.name();
    }
}
