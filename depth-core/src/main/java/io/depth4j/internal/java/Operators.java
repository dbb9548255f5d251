package io.depth4j.internal.java;

import io.depth4j.UnavailableException;
import io.depth4j.internal.kernel.NetActivation;
import io.depth4j.internal.kernel.NetArithmetic;

/** The operators that compute something for each picture, from their nodes. Others are {@link ConstantOperators}. */
final class Operators {

    private Operators() {}

    /** Whether a node of this name does nothing to floats. */
    static boolean passes(Arguments arguments) {
        return switch (arguments.node().operator()) {
            case "Identity" -> {
                arguments.requireInputs(1, 1);
                arguments.requireAllAsked();
                yield true;
            }
            case "Cast" -> {
                arguments.requireInputs(1, 1);
                long to = arguments.whole("to", 0);
                arguments.whole("saturate", 1);
                arguments.requireAllAsked();
                // Halves are computed as floats, which they are exact in.
                if (!ElementType.of(to).filter(ElementType::isFloat).isPresent()) {
                    throw arguments.unknown("attribute 'to' of float32 or float16", "ONNX's type " + to);
                }
                yield true;
            }
            default -> false;
        };
    }

    /** How many of the inputs at the front are pictures; the others are constants. */
    static int pictures(Arguments arguments) {
        return switch (arguments.node().operator()) {
            case "Add", "Sub", "Mul", "Div" -> 2;
            case "Concat" -> arguments.inputs();
            default -> 1;
        };
    }

    static Operation of(Arguments arguments, Model model) {
        Operation operation = switch (arguments.node().operator()) {
            case "Relu" -> activate(arguments, NetActivation.relu());
            case "Sigmoid" -> activate(arguments, NetActivation.sigmoid());
            case "HardSwish" -> activate(arguments, NetActivation.hardSwish());
            case "HardSigmoid" ->
                activate(
                        arguments,
                        NetActivation.hardSigmoid(arguments.decimal("alpha", 0.2f), arguments.decimal("beta", 0.5f)));
            case "Clip" -> clip(arguments);
            case "Add" -> combine(arguments, NetArithmetic.ADD);
            case "Sub" -> combine(arguments, NetArithmetic.SUBTRACT);
            case "Mul" -> combine(arguments, NetArithmetic.MULTIPLY);
            case "Div" -> combine(arguments, NetArithmetic.DIVIDE);
            case "Concat" -> concatenate(arguments);
            case "GlobalAveragePool" -> {
                arguments.requireInputs(1, 1);
                yield new Average();
            }
            case "CumSum" -> cumulativeSum(arguments);
            case "Resize" -> ResizeOperator.of(arguments, model);
            default -> throw unknown(arguments.node());
        };
        arguments.requireAllAsked();
        return operation;
    }

    private static UnavailableException unknown(Node node) {
        return new UnavailableException("The engine 'java' does not have the operator '" + node.operator()
                + "' of the node " + node
                + "; it has Add, BatchNormalization, Cast, Clip, Concat, Constant, Conv, CumSum,"
                + " DequantizeLinear, Div, GlobalAveragePool, HardSigmoid, HardSwish, Identity, Mul, Relu, Resize,"
                + " Sigmoid and Sub");
    }

    private static Operation activate(Arguments arguments, NetActivation activation) {
        arguments.requireInputs(1, 1);
        return new Activate(activation);
    }

    private static Operation clip(Arguments arguments) {
        arguments.requireInputs(1, 3);
        float low = arguments.scalar(1).orElse(Float.NEGATIVE_INFINITY);
        float high = arguments.scalar(2).orElse(Float.POSITIVE_INFINITY);
        if (!(low <= high)) {
            throw arguments.unknown("a lower end not above the upper one", low + " and " + high);
        }
        return new Activate(NetActivation.clip(low, high));
    }

    private static Operation combine(Arguments arguments, NetArithmetic arithmetic) {
        arguments.requireInputs(2, 2);
        return new Combine(arithmetic);
    }

    private static Operation concatenate(Arguments arguments) {
        arguments.requireInputs(1, Ceilings.LIST);
        long axis = arguments.whole("axis", Integer.MIN_VALUE);
        if (axis != 1 && axis != -3) {
            throw arguments.unknown("attribute 'axis' 1, the channels", axis);
        }
        return new Concatenate();
    }

    private static Operation cumulativeSum(Arguments arguments) {
        arguments.requireInputs(2, 2);
        arguments.requireWhole("exclusive", 0, 0);
        arguments.requireWhole("reverse", 0, 0);
        Constant axis = arguments.constant(1);
        if (axis.type().isFloat() || axis.count() != 1) {
            throw arguments.wrong("an axis that is one whole number", axis);
        }
        long which = axis.whole(0) < 0 ? axis.whole(0) + 4 : axis.whole(0);
        if (which != 2 && which != 3) {
            throw arguments.unknown("axis 2 or 3", axis.whole(0));
        }
        return new CumulativeSum(which == 2);
    }
}
