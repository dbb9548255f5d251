package io.depth4j.benchmarks.network;

import io.depth4j.Cancellation;
import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import io.depth4j.benchmarks.contest.Contest;
import io.depth4j.spi.Network;
import io.depth4j.spi.Tensor;
import java.util.Map;
import java.util.Set;

/** One network run by the engine in Java, beside the same file run by ONNX Runtime; nothing before the run or after it. */
final class NetworkRun implements Contest, AutoCloseable {

    /** In parts of the range of the peer's values. */
    static final Tolerance TOLERANCE = new Tolerance(1e-4, 1e-4);

    private final Network java;
    private final Network onnx;
    private final Map<String, Tensor> inputs;
    private final float[] input;
    private final float[] inputCopy;
    private final String output;
    private float[] javaValues = {};
    private float[] onnxValues = {};

    /** @param java and the other are closed with this */
    NetworkRun(Network java, Network onnx, String inputName, Tensor.Floats input, String output) {
        this.java = java;
        this.onnx = onnx;
        this.inputs = Map.of(inputName, input);
        this.input = input.values();
        this.inputCopy = this.input.clone();
        this.output = output;
    }

    @Override
    public void ours() {
        javaValues = values(java);
    }

    @Override
    public void peer() {
        onnxValues = values(onnx);
    }

    private float[] values(Network network) {
        Map<String, Tensor.Floats> results = network.run(inputs, Set.of(output), new Cancellation());
        return results.get(output).values();
    }

    @Override
    public void copy() {
        System.arraycopy(input, 0, inputCopy, 0, input.length);
    }

    @Override
    public Agreement agreement() {
        ours();
        peer();
        Agreement found = Agreement.ofFloats(javaValues, onnxValues, TOLERANCE);
        double range = range(onnxValues);
        return new Agreement(found.worst() / range, found.mean() / range, TOLERANCE);
    }

    /** 0 for a flat map, which agrees with nothing: it would prove nothing. */
    private static double range(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return (double) greatest - least;
    }

    @Override
    public void close() {
        java.close();
        onnx.close();
    }
}
