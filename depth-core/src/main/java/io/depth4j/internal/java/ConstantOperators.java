package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The operators whose result is known when the file is opened. */
final class ConstantOperators {

    private ConstantOperators() {}

    /** The result, if this is such an operator. */
    static Optional<Constant> fold(Arguments arguments, Weights weights) {
        return switch (arguments.node().operator()) {
            case "Constant" -> Optional.of(constant(arguments));
            case "DequantizeLinear" -> Optional.of(dequantized(arguments, weights));
            case "Cast" -> Optional.of(cast(arguments, weights));
            case "Identity" -> Optional.of(arguments.constant(0));
            default -> Optional.empty();
        };
    }

    private static Constant constant(Arguments arguments) {
        arguments.requireInputs(0, 0);
        if (arguments.attributes().size() != 1) {
            throw arguments.wrong("one attribute", arguments.attributes().keySet());
        }
        Attribute value = arguments.attributes().values().iterator().next();
        if (value instanceof Attribute.Tensor tensor) {
            return tensor.value();
        } else if (value instanceof Attribute.Decimal decimal) {
            return Constant.of(new int[0], new float[] {decimal.value()});
        } else if (value instanceof Attribute.Decimals decimals) {
            return Constant.of(new int[] {decimals.values().length}, decimals.values());
        } else if (value instanceof Attribute.Whole whole) {
            return wholes(new int[0], whole.value());
        } else if (value instanceof Attribute.Wholes wholes) {
            return wholes(new int[] {wholes.values().length}, wholes.values());
        }
        throw arguments.unknown("numbers", arguments.attributes().keySet());
    }

    private static Constant wholes(int[] axes, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return new Constant("", ElementType.INT64, axes, bytes);
    }

    private static Constant cast(Arguments arguments, Weights weights) {
        Constant from = arguments.constant(0);
        long to = arguments.whole("to", 0);
        ElementType type =
                ElementType.of(to).orElseThrow(() -> arguments.unknown("a type of its own", "ONNX's type " + to));
        if (type == from.type()) {
            return from;
        }
        if (type == ElementType.FLOAT32) {
            weights.take(from.count());
            return Constant.of(from.axes(), from.floats());
        }
        if (type == ElementType.INT64 && !from.type().isFloat()) {
            Ceilings.require("whole numbers in one tensor", from.count(), Ceilings.LIST);
            long[] values = new long[from.count()];
            for (int i = 0; i < values.length; i++) {
                values[i] = from.whole(i);
            }
            return wholes(from.axes(), values);
        }
        throw arguments.unknown("constants that become float32", from.type() + " to " + type);
    }

    private static Constant dequantized(Arguments arguments, Weights weights) {
        arguments.requireInputs(2, 3);
        Constant from = arguments.constant(0);
        Constant scale = arguments.constant(1);
        Optional<Constant> zero = arguments.optional(2);
        if (from.type().isFloat()
                || from.type() == ElementType.INT64
                || !scale.type().isFloat()) {
            throw arguments.wrong("int8, uint8 or int32 and a scale of floats", from + " and " + scale);
        }
        if (zero.isPresent() && (zero.get().type() != from.type() || zero.get().count() != scale.count())) {
            throw arguments.wrong("as many zero points as scales, of the same type as the values", zero.get());
        }
        arguments.requireWhole("block_size", 0, 0);
        long axis = arguments.whole("axis", 1);
        int each = from.count();
        int channels = 1;
        if (scale.count() != 1) {
            int which = (int) (axis < 0 ? axis + from.rank() : axis);
            if (axis < -from.rank() || axis >= from.rank() || scale.rank() != 1) {
                throw arguments.wrong("an axis of " + from + " for its scales", axis);
            }
            if (scale.count() != from.axis(which)) {
                throw arguments.wrong(from.axis(which) + " scales", scale);
            }
            channels = scale.count();
            for (int i = 0; i <= which; i++) {
                each = from.axis(i) == 0 ? 0 : each / from.axis(i);
            }
        }
        weights.take(from.count());
        float[] factors = scale.floats();
        float[] values = new float[from.count()];
        for (int i = 0; i < values.length; i++) {
            int channel = i / each % channels;
            long offset = zero.isPresent() ? zero.get().whole(channel) : 0;
            values[i] = (from.whole(i) - offset) * factors[channel];
        }
        return Constant.of(from.axes(), values);
    }

    /** As a picture: axes that are not there have length 1, as everywhere in ONNX. */
    static Optional<Place.Fixed> picture(Constant constant, Weights weights) {
        int[] four = {1, 1, 1, 1};
        for (int i = 0; i < constant.rank(); i++) {
            int at = 4 - constant.rank() + i;
            if (at < 0 || constant.axis(i) == 0) {
                return Optional.empty();
            }
            four[at] = constant.axis(i);
        }
        if (four[0] != 1 || !constant.type().isFloat()) {
            return Optional.empty();
        }
        Shape shape = new Shape(four[1], four[2], four[3]);
        weights.take(shape.floats());
        float[] values = new float[(int) shape.floats()];
        float[] planes = constant.floats();
        int padded = NetKernels.padded(shape.channels());
        for (int c = 0; c < shape.channels(); c++) {
            for (int p = 0; p < shape.pixels(); p++) {
                values[p * padded + c] = planes[c * shape.pixels() + p];
            }
        }
        return Optional.of(new Place.Fixed(shape, values));
    }
}
