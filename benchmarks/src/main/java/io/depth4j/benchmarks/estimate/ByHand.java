package io.depth4j.benchmarks.estimate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.internal.estimate.Enlarger;
import io.depth4j.internal.estimate.Preparation;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.model.ModelSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What an estimate cannot do without: our kernels before the run, the run from one buffer outside the heap to another, our kernels after
 * it, into a new map. Each is timed where it stands, with the caches as it finds them there.
 */
final class ByHand implements Way {

    private final ModelSpec spec;
    private final Image picture;
    private final OrtSession session;
    private final Preparation preparation;
    private final FloatPlane map;
    private FloatPlane depth;
    private final FloatBuffer inputMemory;
    private final FloatBuffer outputMemory;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private long prepareNanos;
    private long runNanos;
    private long finishNanos;
    private int runs;

    ByHand(Path network, ModelSpec spec, Image picture) throws OrtException {
        this.spec = spec;
        this.picture = picture;
        this.preparation = new Preparation(spec.input(), picture.size(), picture.format(), Kernels.active());
        Size seen = preparation.target();
        this.map = FloatPlane.allocate(seen);
        this.depth = FloatPlane.allocate(picture.size());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            this.session = environment.createSession(network.toString(), options);
        }
        this.inputMemory = floats(preparation.floats());
        this.outputMemory = floats(seen.pixels());
        long[] inputShape = {1, 3, seen.height(), seen.width()};
        long[] outputShape = {1, 1, seen.height(), seen.width()};
        this.inputTensor = OnnxTensor.createTensor(environment, inputMemory, inputShape);
        this.outputTensor = OnnxTensor.createTensor(environment, outputMemory, outputShape);
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public String name() {
        return "the same by hand";
    }

    @Override
    public void run() throws OrtException {
        long start = System.nanoTime();
        preparation.prepareInto(picture, inputMemory, 0);
        long prepared = System.nanoTime();
        session.run(
                        Map.of(spec.input().tensor(), inputTensor),
                        Set.of(),
                        Map.of(spec.output().tensor(), outputTensor))
                .close();
        long ran = System.nanoTime();
        outputMemory.get(0, map.array());
        long copied = System.nanoTime();
        FloatPlane made = FloatPlane.allocate(picture.size());
        Enlarger.resize(map, spec.output().upsample(), made);
        depth = made;
        finishNanos += System.nanoTime() - copied;
        prepareNanos += prepared - start;
        runNanos += ran - prepared;
        runs++;
    }

    @Override
    public void settled() {
        prepareNanos = 0;
        runNanos = 0;
        finishNanos = 0;
        runs = 0;
    }

    /** What one run since then was made of, in milliseconds. */
    Parts parts() {
        return new Parts(prepareNanos / 1e6 / runs, runNanos / 1e6 / runs, finishNanos / 1e6 / runs);
    }

    /** What it is made of, in milliseconds. */
    record Parts(double prepare, double run, double finish) {
        double sum() {
            return prepare + run + finish;
        }
    }

    @Override
    public double result() throws OrtException {
        run();
        return depth.at(depth.width() / 2, depth.height() / 2);
    }

    @Override
    public void close() throws OrtException {
        inputTensor.close();
        outputTensor.close();
        session.close();
    }
}
