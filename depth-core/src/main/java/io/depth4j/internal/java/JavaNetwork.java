package io.depth4j.internal.java;

import io.depth4j.Cancellation;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.WarmUp;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.ProviderInfo;
import io.depth4j.spi.Tensor;
import io.depth4j.spi.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network that Java runs. Pictures of a batch run one after the other, in the same memory. */
final class JavaNetwork implements Network {

    private final Graph graph;
    private final ProviderInfo provider;
    private final Plans plans;
    private final Crew crew;
    private final InFlight inFlight = new InFlight();

    JavaNetwork(Graph graph, ProviderInfo provider, NetworkOptions options) {
        this.graph = graph;
        this.provider = provider;
        this.plans = new Plans(graph, options.optimization());
        this.crew = new Crew(Math.max(1, options.threads()));
    }

    @Override
    public List<TensorInfo> inputs() {
        return graph.inputs();
    }

    @Override
    public List<TensorInfo> outputs() {
        return graph.outputs();
    }

    @Override
    public Map<String, String> metadata() {
        return graph.metadata();
    }

    @Override
    public ProviderInfo provider() {
        return provider;
    }

    @Override
    public Map<String, Tensor.Floats> run(Map<String, Tensor> given, Set<String> wanted, Cancellation cancellation) {
        inFlight.enter();
        try {
            cancellation.check();
            requireOutputs(wanted);
            Plans.Kept kept = plans.of(shapes(given));
            Scratch scratch = kept.scratch().take();
            try {
                return run(kept, scratch, given, wanted, cancellation);
            } finally {
                kept.scratch().give(scratch);
            }
        } finally {
            inFlight.leave();
        }
    }

    private Map<String, Tensor.Floats> run(
            Plans.Kept kept,
            Scratch scratch,
            Map<String, Tensor> given,
            Set<String> wanted,
            Cancellation cancellation) {
        NetKernels kernels = WarmUp.forPicture().nets();
        List<float[]> inputs = new ArrayList<>();
        for (int i = 0; i < graph.inputs().size(); i++) {
            inputs.add(planes(i, given, scratch));
        }
        Map<String, Tensor.Floats> found = new LinkedHashMap<>();
        for (int picture = 0; picture < kept.pictures(); picture++) {
            for (int i = 0; i < inputs.size(); i++) {
                float[] planes = inputs.get(i);
                kept.plan().load(kernels, i, planes, picture * (planes.length / kept.pictures()), scratch.arena());
            }
            kept.plan().run(kernels, scratch, crew, cancellation);
            for (int i = 0; i < graph.outputs().size(); i++) {
                String name = graph.outputs().get(i).name();
                if (wanted.contains(name)) {
                    int result = i;
                    float[] planes = found.computeIfAbsent(name, unused -> room(kept, result))
                            .values();
                    kept.plan()
                            .store(
                                    kernels,
                                    result,
                                    scratch.arena(),
                                    planes,
                                    picture * (planes.length / kept.pictures()));
                }
            }
        }
        return found;
    }

    private void requireOutputs(Set<String> wanted) {
        List<String> there = graph.outputs().stream().map(TensorInfo::name).toList();
        for (String name : wanted) {
            if (!there.contains(name)) {
                throw new MalformedInputException("The network should have an output '" + name + "', found " + there);
            }
        }
    }

    private float[] planes(int input, Map<String, Tensor> given, Scratch scratch) {
        Tensor tensor = given.get(graph.inputs().get(input).name());
        if (tensor instanceof Tensor.Floats floats) {
            return floats.values();
        }
        FloatBuffer door = scratch.door(input);
        ((Tensor.Written) tensor).writer().accept(door);
        return door.array();
    }

    private static Tensor.Floats room(Plans.Kept kept, int result) {
        Shape shape = kept.plan().results().get(result).shape();
        int floats = Math.multiplyExact(kept.pictures(), Math.multiplyExact(shape.channels(), shape.pixels()));
        return new Tensor.Floats(
                List.of(kept.pictures(), shape.channels(), shape.height(), shape.width()), new float[floats]);
    }

    /** The shapes of what is given, in the order of the inputs, each checked. */
    private List<List<Integer>> shapes(Map<String, Tensor> given) {
        List<List<Integer>> shapes = new ArrayList<>();
        for (TensorInfo input : graph.inputs()) {
            Tensor tensor = given.get(input.name());
            if (tensor == null || given.size() != graph.inputs().size()) {
                throw new MalformedInputException("The network takes the inputs "
                        + graph.inputs().stream().map(TensorInfo::name).toList() + ", found " + given.keySet());
            }
            if (tensor instanceof Tensor.Longs || !fits(input, tensor.shape())) {
                throw new MalformedInputException("Input '" + input.name() + "' of the network takes " + input
                        + ", found " + (tensor instanceof Tensor.Longs ? "whole numbers " : "") + tensor.shape());
            }
            shapes.add(tensor.shape());
            if (!tensor.shape().get(0).equals(shapes.get(0).get(0))) {
                throw new MalformedInputException("The inputs should have one number of pictures, found " + shapes);
            }
        }
        return shapes;
    }

    private static boolean fits(TensorInfo input, List<Integer> shape) {
        boolean fits = shape.size() == 4;
        for (int i = 0; fits && i < 4; i++) {
            int axis = input.shape().get(i);
            fits = shape.get(i) > 0 && (axis == TensorInfo.ANY || axis == shape.get(i));
        }
        return fits;
    }

    /** Waits for the runs in flight. */
    @Override
    public void close() {
        if (inFlight.close()) {
            crew.close();
        }
    }
}
