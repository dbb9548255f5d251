package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import io.depth4j.spi.TensorInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code ModelProto}. Depth of messages is fixed, so that no file can make it recur. */
final class ModelReader {

    private static final int OLDEST = 11;
    private static final int NEWEST = 21;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final List<TensorInfo> inputs = new ArrayList<>();
    private final List<TensorInfo> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long operators;
    private int graphs;

    private ModelReader() {}

    static Model read(byte[] file) {
        Ceilings.require("bytes", file.length, Ceilings.FILE_BYTES);
        return new ModelReader().all(new ProtoMessage(file));
    }

    private Model all(ProtoMessage model) {
        while (model.next()) {
            switch (model.field()) {
                case 7 -> graph(model.message());
                case 8 -> operatorSet(model.message());
                case 14 -> pair(model.message());
                default -> {}
            }
        }
        if (graphs != 1) {
            throw new MalformedInputException("A network should have one graph, found " + graphs);
        }
        if (operators < OLDEST || operators > NEWEST) {
            throw new UnavailableException("The engine 'java' knows ONNX's operators of version " + OLDEST + " to "
                    + NEWEST + ", found " + operators);
        }
        // An old way to give defaults: a weight that stands among the inputs too.
        inputs.removeIf(input -> constants.containsKey(input.name()));
        return new Model(operators, nodes, constants, inputs, outputs, metadata);
    }

    private void operatorSet(ProtoMessage message) {
        String domain = "";
        long version = 0;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> domain = message.text();
                case 2 -> version = message.number();
                default -> {}
            }
        }
        if (domain.isEmpty() || domain.equals("ai.onnx")) {
            operators = version;
        }
    }

    private void pair(ProtoMessage message) {
        String key = "";
        String value = "";
        while (message.next()) {
            switch (message.field()) {
                case 1 -> key = message.text();
                case 2 -> value = message.text();
                default -> {}
            }
        }
        metadata.put(key, value);
        Ceilings.require("pairs of metadata", metadata.size(), Ceilings.LIST);
    }

    private void graph(ProtoMessage graph) {
        graphs++;
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> {
                    nodes.add(NodeReader.read(graph.message()));
                    Ceilings.require("nodes", nodes.size(), Ceilings.NODES);
                }
                case 5 -> constant(ConstantReader.read(graph.message()));
                case 11 -> addTo(inputs, graph.message());
                case 12 -> addTo(outputs, graph.message());
                case 15 -> throw new UnavailableException("The engine 'java' does not read sparse tensors");
                default -> {}
            }
        }
    }

    private void constant(ConstantReader.Named read) {
        if (constants.put(read.name(), read.constant()) != null) {
            throw new MalformedInputException("Tensor '" + read.name() + "' should be there once, found it twice");
        }
        Ceilings.require("tensors", constants.size(), Ceilings.TENSORS);
    }

    private static void addTo(List<TensorInfo> list, ProtoMessage message) {
        String name = "";
        long type = 0;
        List<Integer> shape = List.of();
        while (message.next()) {
            if (message.field() == 1) {
                name = message.text();
            } else if (message.field() == 2) {
                ProtoMessage kind = message.message();
                while (kind.next()) {
                    if (kind.field() == 1) {
                        ProtoMessage tensor = kind.message();
                        while (tensor.next()) {
                            if (tensor.field() == 1) {
                                type = tensor.number();
                            } else if (tensor.field() == 2) {
                                shape = shape(tensor.message());
                            }
                        }
                    }
                }
            }
        }
        list.add(new TensorInfo(name, typeName(type), shape));
        Ceilings.require("inputs and outputs", list.size(), Ceilings.LIST);
    }

    private static String typeName(long type) {
        return ElementType.of(type)
                .map(known -> known.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("ONNX's type " + type);
    }

    private static List<Integer> shape(ProtoMessage message) {
        List<Integer> shape = new ArrayList<>();
        while (message.next()) {
            if (message.field() == 1) {
                long length = TensorInfo.ANY;
                ProtoMessage axis = message.message();
                while (axis.next()) {
                    if (axis.field() == 1) {
                        length = axis.number();
                        if (length < 0 || length > Integer.MAX_VALUE) {
                            throw new MalformedInputException(
                                    "An axis of an input or output should be from 0 to 2^31 - 1, found " + length);
                        }
                    }
                }
                shape.add((int) length);
                Ceilings.require("axes in one tensor", shape.size(), Ceilings.AXES);
            }
        }
        return shape;
    }
}
