package io.depth4j.internal.estimate;

import io.depth4j.Camera;
import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.DepthRuntime;
import io.depth4j.DepthSource;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.WarmUp;
import io.depth4j.internal.tensor.TensorPreparation;
import io.depth4j.model.ModelSpec;
import io.depth4j.spi.Network;
import io.depth4j.spi.Tensor;
import io.depth4j.spi.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A network between its preparation and its reading. */
public final class NetworkEstimator implements DepthEstimator {

    /** How many pictures share a run at most: more would take memory and save nothing. */
    private static final int BATCH = 8;

    /** How many floats share a run at most, unless one picture alone has more. */
    private static final int BATCH_FLOATS = 1 << 24;

    private final ModelSpec spec;
    private final Network network;
    private final ModelInfo info;
    private final DepthSource source;
    private final Gate gate;
    private final Reader reader;
    private final Set<String> outputs;
    private final boolean hasFreeBatch;
    private final AtomicReference<Optional<Preparation>> last = new AtomicReference<>(Optional.empty());

    /**
     * @param network what {@code spec} describes, checked
     * @param runs how many runs may be in flight
     */
    public NetworkEstimator(ModelSpec spec, Network network, ModelInfo info, int runs) {
        this.spec = spec;
        this.network = network;
        this.info = info;
        this.source = DepthSource.unknown()
                .withModel(info.id(), info.sha256())
                .withKernels(DepthRuntime.kernels().name())
                .withProvider(info.backend() + " on " + info.provider());
        this.gate = new Gate(runs, network::close);
        this.reader = new Reader(spec.output());
        this.outputs = reader.outputs();
        this.hasFreeBatch = network.inputs().stream()
                .filter(input -> input.name().equals(spec.input().tensor()))
                .allMatch(input -> input.rank() == 4 && input.shape().get(0) == TensorInfo.ANY);
    }

    @Override
    public Size seen(Size picture) {
        return spec.input().size().sizeFor(picture);
    }

    @Override
    public ModelInfo model() {
        return info;
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions options) {
        return estimateAll(List.of(image), options).get(0);
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
        Objects.requireNonNull(options, "options");
        List<Image> pictures = List.copyOf(images);
        DepthMap[] maps = new DepthMap[pictures.size()];
        gate.within(options, cancellation -> {
            for (List<Integer> batch : batches(pictures)) {
                FloatPlane[] planes = new FloatPlane[batch.size()];
                for (int i = 0; i < planes.length; i++) {
                    planes[i] = FloatPlane.allocate(
                            options.size().orElse(pictures.get(batch.get(i)).size()));
                }
                List<Image> together = batch.stream().map(pictures::get).toList();
                List<Reader.Reading> readings = run(together, options.camera(), planes, cancellation);
                for (int i = 0; i < planes.length; i++) {
                    maps[batch.get(i)] =
                            map(planes[i], readings.get(i), together.get(i).size());
                }
            }
        });
        return List.of(maps);
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        Objects.requireNonNull(dst, "dst");
        gate.within(
                EstimateOptions.defaults(),
                cancellation -> run(List.of(image), Optional.empty(), new FloatPlane[] {dst}, cancellation));
    }

    /** The places of the pictures that may share a run. */
    private List<List<Integer>> batches(List<Image> pictures) {
        Map<Size, List<Integer>> open = new LinkedHashMap<>();
        List<List<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Size seen = spec.input().size().sizeFor(pictures.get(i).size());
            List<Integer> batch = open.get(seen);
            if (batch == null || !hasFreeBatch || batch.size() >= most(seen)) {
                batch = new ArrayList<>();
                open.put(seen, batch);
                batches.add(batch);
            }
            batch.add(i);
        }
        return batches;
    }

    private static int most(Size seen) {
        return Math.min(BATCH, BATCH_FLOATS / TensorPreparation.PLANES / seen.pixels());
    }

    /** One run for pictures that the network sees in one size. */
    private List<Reader.Reading> run(
            List<Image> images, Optional<Camera> camera, FloatPlane[] dst, Cancellation cancellation) {
        cancellation.check();
        int batch = images.size();
        Kernels kernels = WarmUp.forPicture();
        Preparation first = preparation(images.get(0), kernels);
        Size seen = first.target();
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put(spec.input().tensor(), new Tensor.Written(shape(batch, seen), floats -> {
            for (int i = 0; i < batch; i++) {
                preparation(images.get(i), kernels).prepareInto(images.get(i), floats, i * first.floats());
            }
        }));
        spec.input().constants().forEach((name, value) -> inputs.put(name, constant(name, value)));
        Map<String, Tensor.Floats> found = network.run(inputs, outputs, cancellation);
        cancellation.check();
        List<Reader.Reading> readings = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            Reader.Run run = new Reader.Run(found, i, batch, seen, images.get(i).size(), camera);
            readings.add(reader.readInto(run, dst[i]));
        }
        return readings;
    }

    private List<Integer> shape(int batch, Size seen) {
        List<Integer> shape = new ArrayList<>(List.of(batch, 3, seen.height(), seen.width()));
        if (spec.input().rank() == 5) {
            shape.add(1, 1);
        }
        return shape;
    }

    /** One whole number, in as many axes as the network has for it. */
    private Tensor constant(String name, long value) {
        int rank = network.inputs().stream()
                .filter(input -> input.name().equals(name))
                .mapToInt(TensorInfo::rank)
                .findFirst()
                .orElse(0);
        Integer[] shape = new Integer[rank];
        Arrays.fill(shape, 1);
        return new Tensor.Longs(List.of(shape), new long[] {value});
    }

    /** Most callers send pictures of one size: the last preparation is kept. */
    private Preparation preparation(Image image, Kernels kernels) {
        Optional<Preparation> kept = last.get();
        if (kept.isPresent() && kept.get().fits(image, kernels)) {
            return kept.get();
        }
        Preparation made = new Preparation(spec.input(), image.size(), image.format(), kernels);
        last.set(Optional.of(made));
        return made;
    }

    private DepthMap map(FloatPlane values, Reader.Reading reading, Size picture) {
        DepthMap map = DepthMap.wrap(values, reading.kind())
                .withAxis(spec.output().axis())
                .withSource(source);
        if (reading.confidence().isPresent()) {
            map = map.withConfidence(reading.confidence().get());
        }
        return reading.camera().isPresent()
                ? map.withCamera(reading.camera().get().resized(picture, values.size()))
                : map;
    }

    @Override
    public void close() {
        gate.close();
    }

    @Override
    public String toString() {
        return "DepthEstimator[" + info.id() + " by " + info.backend() + " on " + info.provider() + "]";
    }
}
