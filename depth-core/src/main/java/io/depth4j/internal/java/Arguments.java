package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a node is given: its constant inputs and its attributes, each asked for once by its kind. */
final class Arguments {

    private final Node node;
    private final Map<String, Constant> constants;
    private final Set<String> asked = new HashSet<>();

    Arguments(Node node, Map<String, Constant> constants) {
        this.node = node;
        this.constants = constants;
    }

    Node node() {
        return node;
    }

    /** How many inputs there are, those at the end that are left out not counted. */
    int inputs() {
        int count = node.inputs().size();
        while (count > 0 && node.inputs().get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    void requireInputs(int least, int most) {
        if (inputs() < least || inputs() > most) {
            throw wrong(least == most ? least + " inputs" : least + " to " + most + " inputs", inputs());
        }
    }

    /** The constant input at {@code i}, if it is not left out. */
    Optional<Constant> optional(int i) {
        if (i >= inputs() || node.inputs().get(i).isEmpty()) {
            return Optional.empty();
        }
        Constant constant = constants.get(node.inputs().get(i));
        if (constant == null) {
            throw unknown("a constant as input " + i, "'" + node.inputs().get(i) + "' there, which is computed");
        }
        return Optional.of(constant);
    }

    Constant constant(int i) {
        return optional(i).orElseThrow(() -> wrong("an input " + i, "none"));
    }

    /** The floats of a constant input, which are as many as there are channels. */
    float[] channels(int i, int count) {
        Constant constant = constant(i);
        if (!constant.type().isFloat() || constant.rank() != 1 || constant.count() != count) {
            throw wrong("input " + i + " to be " + count + " floats", constant);
        }
        return constant.floats();
    }

    /** The one float of a constant input. */
    Optional<Float> scalar(int i) {
        return optional(i).map(constant -> {
            if (!constant.type().isFloat() || constant.count() != 1) {
                throw wrong("input " + i + " to be one float", constant);
            }
            return constant.floats()[0];
        });
    }

    private Optional<Attribute> attribute(String name) {
        asked.add(name);
        return Optional.ofNullable(node.attributes().get(name));
    }

    long whole(String name, long otherwise) {
        Attribute found = attribute(name).orElse(new Attribute.Whole(otherwise));
        if (found instanceof Attribute.Whole whole) {
            return whole.value();
        }
        throw wrong("attribute '" + name + "' to be a whole number", found);
    }

    float decimal(String name, float otherwise) {
        Attribute found = attribute(name).orElse(new Attribute.Decimal(otherwise));
        if (found instanceof Attribute.Decimal decimal) {
            return decimal.value();
        }
        throw wrong("attribute '" + name + "' to be a float", found);
    }

    String text(String name, String otherwise) {
        Attribute found = attribute(name).orElse(new Attribute.Text(otherwise));
        if (found instanceof Attribute.Text text) {
            return text.value();
        }
        throw wrong("attribute '" + name + "' to be a text", found);
    }

    /** So many whole numbers from {@code least} to {@code most}; all {@code otherwise} if the attribute is not there. */
    int[] wholes(String name, int count, int otherwise, int least, int most) {
        long[] same = new long[count];
        Arrays.fill(same, otherwise);
        Attribute found = attribute(name).orElse(new Attribute.Wholes(same));
        if (!(found instanceof Attribute.Wholes wholes) || wholes.values().length != count) {
            throw wrong("attribute '" + name + "' to be " + count + " whole numbers", found);
        }
        for (long value : wholes.values()) {
            if (value < 0 || value < least && otherwise > 0) {
                throw wrong("attribute '" + name + "' from " + least + " on", value);
            }
            if (value > most) {
                throw unknown("attribute '" + name + "' up to " + most, value);
            }
        }
        return Arrays.stream(wholes.values()).mapToInt(Math::toIntExact).toArray();
    }

    /** An attribute that changes nothing, or another that may only have this value. */
    void requireWhole(String name, long only, long otherwise) {
        long found = whole(name, otherwise);
        if (found != only) {
            throw unknown("attribute '" + name + "' " + only, found);
        }
    }

    /** Throws if there is an attribute that nobody asked for. */
    void requireAllAsked() {
        for (String name : node.attributes().keySet()) {
            if (!asked.contains(name)) {
                throw unknown("attributes " + List.copyOf(asked), "'" + name + "'");
            }
        }
    }

    Map<String, Attribute> attributes() {
        asked.addAll(node.attributes().keySet());
        return node.attributes();
    }

    /** The error for what no network should have. */
    MalformedInputException wrong(String expected, Object found) {
        return new MalformedInputException(node + " should have " + expected + ", found " + found);
    }

    /** The error for what others can run. */
    UnavailableException unknown(String expected, Object found) {
        return new UnavailableException(
                "The engine 'java' runs " + node.operator() + " with " + expected + " only, " + node + " has " + found);
    }
}
