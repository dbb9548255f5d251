package io.depth4j.internal.java;

import io.depth4j.internal.kernel.ResizeAxis.Convention;
import io.depth4j.internal.kernel.ResizeAxis.Rounding;
import java.util.Optional;

/** {@code Resize} of ONNX, as far as height and width go. */
final class ResizeOperator {

    private ResizeOperator() {}

    static Operation of(Arguments arguments, Model model) {
        arguments.requireInputs(3, 4);
        String position = arguments.text("coordinate_transformation_mode", "half_pixel");
        Convention convention = switch (position) {
            case "asymmetric" -> Convention.ASYMMETRIC;
            case "half_pixel", "pytorch_half_pixel" -> Convention.HALF_PIXEL;
            case "align_corners" -> Convention.ALIGN_CORNERS;
            default ->
                throw arguments.unknown(
                        "coordinates asymmetric, half_pixel, pytorch_half_pixel or align_corners", position);
        };
        Optional<Rounding> rounding = rounding(arguments);
        // These count for other modes only.
        arguments.decimal("cubic_coeff_a", 0);
        arguments.decimal("extrapolation_value", 0);
        arguments.whole("exclude_outside", 0);
        if (model.operators() >= 18) {
            arguments.requireWhole("antialias", 0, 0);
            String policy = arguments.text("keep_aspect_ratio_policy", "stretch");
            if (!policy.equals("stretch")) {
                throw arguments.unknown("the policy stretch", policy);
            }
        }
        boolean single = position.equals("pytorch_half_pixel");
        Optional<Constant> scales = arguments.optional(2).filter(given -> given.count() > 0);
        if (scales.isPresent()) {
            return new Resize(convention, rounding, single, 0, scaled(arguments, 2), scaled(arguments, 3));
        }
        // Sizes say how many pictures there are.
        if (model.inputs().stream().anyMatch(input -> input.shape().get(0) != 1)
                || sized(arguments, 0).length() != 1) {
            throw arguments.unknown("sizes where the inputs are for one picture", model.inputs());
        }
        int channels = sized(arguments, 1).length();
        return new Resize(convention, rounding, single, channels, sized(arguments, 2), sized(arguments, 3));
    }

    private static Optional<Rounding> rounding(Arguments arguments) {
        String mode = arguments.text("mode", "nearest");
        String nearest = arguments.text("nearest_mode", "round_prefer_floor");
        Rounding rounding = switch (nearest) {
            case "floor" -> Rounding.FLOOR;
            case "ceil" -> Rounding.CEIL;
            case "round_prefer_floor" -> Rounding.PREFER_FLOOR;
            case "round_prefer_ceil" -> Rounding.PREFER_CEIL;
            default -> throw arguments.wrong("a known nearest_mode", nearest);
        };
        return switch (mode) {
            case "nearest" -> Optional.of(rounding);
            case "linear" -> Optional.empty();
            default -> throw arguments.unknown("the modes nearest and linear", mode);
        };
    }

    private static Resize.Target scaled(Arguments arguments, int axis) {
        Constant scales = arguments.constant(2);
        if (scales.type() != ElementType.FLOAT32 || scales.count() != 4) {
            throw arguments.wrong("four scales", scales);
        }
        float[] values = scales.floats();
        if (values[0] != 1 || values[1] != 1) {
            throw arguments.unknown("the scale 1 of pictures and channels", values[0] + " and " + values[1]);
        }
        float scale = values[axis];
        if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
            throw arguments.wrong("scales above 0", scale);
        }
        return new Resize.Target(scale, 0);
    }

    private static Resize.Target sized(Arguments arguments, int axis) {
        Constant sizes = arguments.constant(3);
        if (sizes.type() != ElementType.INT64 || sizes.count() != 4) {
            throw arguments.wrong("four sizes", sizes);
        }
        long length = sizes.whole(axis);
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw arguments.wrong("sizes from 1 to 2^31 - 1", length);
        }
        return new Resize.Target(0, (int) length);
    }
}
