package io.depth4j.internal.java;

import io.depth4j.Cancellation;
import io.depth4j.internal.onnx.OnnxBackend;
import io.depth4j.onnx.OnnxFile;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The engine and the one that it is measured by, over networks from {@code image} to {@code depth}. */
final class Engines {

    static final NetworkOptions ONE_THREAD = NetworkOptions.defaults().withThreads(1);

    private Engines() {}

    static Network java(OnnxFile file) {
        return java(file.bytes(), ONE_THREAD);
    }

    static Network java(byte[] file, NetworkOptions options) {
        return new JavaBackend().open(new NetworkSource.InMemory(file), options);
    }

    static Network onnx(byte[] file) {
        return new OnnxBackend().open(new NetworkSource.InMemory(file), ONE_THREAD);
    }

    static Tensor.Floats noise(long seed, int... shape) {
        Random random = new Random(seed);
        int count = 1;
        for (int axis : shape) {
            count *= axis;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor.Floats(java.util.Arrays.stream(shape).boxed().toList(), values);
    }

    static Tensor.Floats run(Network network, Tensor image) {
        return network.run(Map.of("image", image), Set.of("depth"), new Cancellation())
                .get("depth");
    }

    /** The largest difference by the largest value. */
    static double difference(Tensor.Floats expected, Tensor.Floats found) {
        if (!expected.shape().equals(found.shape())) {
            throw new AssertionError("expected the shape " + expected.shape() + ", found " + found.shape());
        }
        double largest = 1e-6;
        double worst = 0;
        for (int i = 0; i < expected.values().length; i++) {
            float e = expected.values()[i];
            float f = found.values()[i];
            largest = Math.max(largest, Math.abs(e));
            worst = Math.max(worst, e == f || Float.isNaN(e) && Float.isNaN(f) ? 0 : Math.abs(e - f));
            if (Float.isNaN(e) != Float.isNaN(f)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return worst / largest;
    }

    static List<Integer> shape(int... axes) {
        return java.util.Arrays.stream(axes).boxed().toList();
    }
}
