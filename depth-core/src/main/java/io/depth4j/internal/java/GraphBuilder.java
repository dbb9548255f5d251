package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import io.depth4j.spi.TensorInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a file says, computes what is constant, and puts normalizations into the convolutions before them. */
final class GraphBuilder {

    private final Model model;
    private final Weights weights = new Weights();
    private final Map<String, Constant> constants;
    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<Integer, Place.Fixed> fixed = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Graph.Work> works = new ArrayList<>();

    /** By the names of their results; those that one node alone reads. */
    private final Map<String, Alone> convolutions = new HashMap<>();

    /** A convolution and the place of its work. */
    private record Alone(ConvolutionWeights convolution, int work) {}

    private GraphBuilder(Model model) {
        this.model = model;
        this.constants = new HashMap<>(model.constants());
    }

    static Graph build(Model model) {
        return new GraphBuilder(model).all();
    }

    private Graph all() {
        model.inputs().forEach(this::input);
        for (Node node : model.nodes()) {
            node.inputs().forEach(name -> uses.merge(name, 1, Integer::sum));
            made.addAll(node.outputs());
        }
        model.outputs().forEach(output -> uses.merge(output.name(), 1, Integer::sum));
        model.nodes().forEach(this::node);
        List<Integer> results = new ArrayList<>();
        List<TensorInfo> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TensorInfo output : model.outputs()) {
            if (!values.containsKey(output.name()) && !constants.containsKey(output.name())
                    || !names.add(output.name())) {
                throw new MalformedInputException(
                        "Output '" + output.name() + "' should be made by one node, found none");
            }
            int value = value(output.name(), "The outputs");
            results.add(value);
            outputs.add(described(output, shapes.get(value)));
        }
        if (outputs.isEmpty()) {
            throw new MalformedInputException("A network should have an output, found none");
        }
        return new Graph(model.inputs(), outputs, model.metadata(), shapes.size(), works, fixed, results);
    }

    private void input(TensorInfo input) {
        boolean fits = input.rank() == 4
                && (input.type().equals("float32") || input.type().equals("float16"))
                && input.shape().get(1) > 0
                && input.shape().stream().allMatch(axis -> axis != 0);
        if (!fits) {
            throw new UnavailableException(
                    "The engine 'java' takes inputs of floats with four axes, of which the second,"
                            + " the channels, is fixed, found " + input);
        }
        Ceilings.require("channels in '" + input.name() + "'", input.shape().get(1), Ceilings.CHANNELS);
        claim(input.name());
        values.put(
                input.name(),
                add(new Shape(
                        input.shape().get(1),
                        input.shape().get(2),
                        input.shape().get(3))));
    }

    private int add(Shape shape) {
        shapes.add(shape);
        return shapes.size() - 1;
    }

    private void claim(String name) {
        if (values.containsKey(name) || constants.containsKey(name)) {
            throw new MalformedInputException("'" + name + "' should be made once, found it twice");
        }
    }

    private static TensorInfo described(TensorInfo output, Shape shape) {
        List<Integer> axes = List.of(TensorInfo.ANY, shape.channels(), shape.height(), shape.width());
        if (output.rank() == 0) {
            return new TensorInfo(output.name(), output.type(), axes);
        }
        boolean fits = output.rank() == 4;
        for (int i = 1; fits && i < 4; i++) {
            fits = output.shape().get(i) < 0
                    || axes.get(i) < 0
                    || output.shape().get(i).equals(axes.get(i));
        }
        if (!fits) {
            throw new MalformedInputException(
                    "Output '" + output.name() + "' should be as its node makes it, " + axes + ", found " + output);
        }
        return output;
    }

    private void node(Node node) {
        List<String> outputs =
                node.outputs().stream().filter(name -> !name.isEmpty()).toList();
        if (outputs.size() != 1 || !node.outputs().get(0).equals(outputs.get(0))) {
            throw new UnavailableException(
                    "The engine 'java' runs nodes with one output, found " + node + " with " + node.outputs());
        }
        String output = outputs.get(0);
        claim(output);
        Arguments arguments = new Arguments(node, constants);
        if (isConstant(node)) {
            Constant folded = ConstantOperators.fold(arguments, weights).orElseThrow();
            arguments.requireAllAsked();
            constants.put(output, folded);
        } else if (Operators.passes(arguments)) {
            values.put(output, picture(node, 0));
        } else {
            values.put(output, result(node, arguments));
        }
    }

    private boolean isConstant(Node node) {
        return switch (node.operator()) {
            case "Constant", "DequantizeLinear" -> true;
            case "Cast", "Identity" ->
                !node.inputs().isEmpty() && constants.containsKey(node.inputs().get(0));
            default -> false;
        };
    }

    /** The value that the node makes. */
    private int result(Node node, Arguments arguments) {
        return switch (node.operator()) {
            case "Conv" -> {
                ConvolutionWeights convolution = ConvolutionOperators.convolution(arguments, weights);
                if (uses.getOrDefault(node.outputs().get(0), 0) == 1) {
                    convolutions.put(node.outputs().get(0), new Alone(convolution, works.size()));
                }
                yield work(node, packed(convolution), List.of(picture(node, 0)));
            }
            case "BatchNormalization" -> normalized(node, ConvolutionOperators.normalization(arguments));
            default -> {
                Operation operation = Operators.of(arguments, model);
                List<Integer> inputs = new ArrayList<>();
                for (int i = 0; i < Operators.pictures(arguments); i++) {
                    inputs.add(picture(node, i));
                }
                yield work(node, operation, inputs);
            }
        };
    }

    private Convolution packed(ConvolutionWeights convolution) {
        weights.take(convolution.packed());
        return convolution.pack();
    }

    private int normalized(Node node, ConvolutionOperators.Normalization normalization) {
        int input = picture(node, 0);
        Alone before = convolutions.get(node.inputs().get(0));
        if (before == null || before.convolution().out() != normalization.scale().length) {
            return work(node, packed(normalization.alone()), List.of(input));
        }
        weights.take(before.convolution().values().length);
        Convolution folded = packed(before.convolution().normalized(normalization.scale(), normalization.shift()));
        Graph.Work work = works.get(before.work());
        works.set(before.work(), new Graph.Work(work.node(), folded, work.inputs(), input));
        return input;
    }

    private int work(Node node, Operation operation, List<Integer> inputs) {
        Graph.Work work = new Graph.Work(node, operation, inputs, shapes.size());
        int output = add(work.shape(shapes));
        works.add(work);
        return output;
    }

    private int picture(Node node, int i) {
        if (i >= node.inputs().size()) {
            throw new MalformedInputException(node + " should have an input " + i + ", found " + node.inputs());
        }
        return value(node.inputs().get(i), node.toString());
    }

    /** The number of a value; constants become pictures when they are first read as one. */
    private int value(String name, String reader) {
        Integer known = values.get(name);
        if (known != null) {
            return known;
        }
        Constant constant = constants.get(name);
        if (constant == null) {
            throw new MalformedInputException(reader + " should read what is there, found '" + name + "', which "
                    + (made.contains(name)
                            ? "only a later node makes: the graph has a cycle or is out of order"
                            : "nothing makes"));
        }
        Place.Fixed place = ConstantOperators.picture(constant, weights)
                .orElseThrow(() ->
                        new UnavailableException("The engine 'java' computes with constants of floats for one picture, "
                                + reader + " reads '" + name + "' of " + constant));
        int value = add(place.shape());
        fixed.put(value, place);
        values.put(name, value);
        return value;
    }
}
