package io.depth4j.internal.java;

import io.depth4j.onnx.OnnxFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A network of the engine's operators, made from a number alone: from {@code image} to {@code depth}. */
final class RandomNetwork {

    /** A value of the network so far. */
    private record Value(String name, int channels, int height, int width) {
        boolean isLike(Value other) {
            return channels == other.channels && hasSizeOf(other);
        }

        boolean hasSizeOf(Value other) {
            return height == other.height && width == other.width;
        }
    }

    private static final int MOST_PIXELS = 5000;

    private final Random random;
    private final OnnxFile file = new OnnxFile();
    private final List<Value> values = new ArrayList<>();
    private final Set<String> operators = new LinkedHashSet<>();
    private final Value image;
    private final int pictures;
    private int named;

    RandomNetwork(long seed) {
        random = new Random(seed);
        image = new Value("image", 1 + random.nextInt(5), 7 + random.nextInt(40), 7 + random.nextInt(40));
        boolean free = random.nextBoolean();
        pictures = 1 + random.nextInt(2);
        file.input(
                "image",
                OnnxFile.Type.FLOAT32,
                pictures == 1 ? 1 : "batch",
                image.channels(),
                free ? "height" : image.height(),
                free ? "width" : image.width());
        values.add(image);
        int count = 3 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            grow();
        }
        Value last = values.get(values.size() - 1);
        file.output("depth", OnnxFile.Type.FLOAT32, "batch", last.channels(), "rows", "columns");
        node("Identity", "depth", last, Map.of(), last.name());
    }

    byte[] bytes() {
        return file.bytes();
    }

    int[] shape() {
        return new int[] {pictures, image.channels(), image.height(), image.width()};
    }

    Set<String> operators() {
        return operators;
    }

    private void grow() {
        Value from = random.nextInt(3) > 0 ? values.get(values.size() - 1) : values.get(random.nextInt(values.size()));
        switch (random.nextInt(14)) {
            case 0, 1 -> values.add(activated(pointwise(from, 1 + random.nextInt(40))));
            case 2 -> values.add(activated(depthwise(from)));
            case 3 -> values.add(activated(direct(from)));
            case 4 -> values.add(activated(from));
            case 5 -> residual(from);
            case 6 -> values.add(withConstant(from));
            case 7 -> withOther(from);
            case 8 -> values.add(resized(from));
            case 9 -> excited(from);
            case 10 -> coordinate(from);
            case 11 -> values.add(normalized(from));
            case 12 -> values.add(normalized(pointwise(from, 1 + random.nextInt(20))));
            default -> concatenated(from);
        }
    }

    private String name() {
        return "v" + named++;
    }

    private Value node(String operator, String output, Value like, Map<String, ?> attributes, String... inputs) {
        operators.add(operator);
        file.node(operator, List.of(inputs), output, attributes);
        return new Value(output, like.channels(), like.height(), like.width());
    }

    private Value node(String operator, Value like, Map<String, ?> attributes, String... inputs) {
        return node(operator, name(), like, attributes, inputs);
    }

    private float[] numbers(int count, double middle, double spread) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (middle + spread * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }

    private String floats(float[] values, long... axes) {
        String name = name();
        file.floats(name, values, axes);
        return name;
    }

    /** Weights in one of the ways in which files keep them. */
    private String weights(int out, int in, int height, int width) {
        int count = out * in * height * width;
        double spread = 1.7 / Math.sqrt(in * height * width);
        String name = name();
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] halves = new byte[2 * count];
                for (int i = 0; i < count; i++) {
                    // From 2^-6 to 2^-2, of both signs.
                    int bits = (9 + random.nextInt(4)) << 10 | random.nextInt(1 << 10) | random.nextInt(2) << 15;
                    halves[2 * i] = (byte) bits;
                    halves[2 * i + 1] = (byte) (bits >> 8);
                }
                file.raw(name, OnnxFile.Type.FLOAT16, halves, out, in, height, width);
                String cast = name();
                operators.add("Cast");
                file.node("Cast", List.of(name), cast, Map.of("to", 1L));
                return cast;
            }
            case 1 -> {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                boolean signed = random.nextBoolean();
                OnnxFile.Type type = signed ? OnnxFile.Type.INT8 : OnnxFile.Type.UINT8;
                file.raw(name, type, bytes, out, in, height, width);
                String scales = floats(numbers(out, spread / 128, spread / 256), out);
                byte[] zeros = new byte[out];
                if (!signed) {
                    java.util.Arrays.fill(zeros, (byte) 125);
                }
                String zero = name();
                file.raw(zero, type, zeros, out);
                String whole = name();
                operators.add("DequantizeLinear");
                file.node("DequantizeLinear", List.of(name, scales, zero), whole, Map.of("axis", 0L));
                return whole;
            }
            default -> {
                file.floats(name, numbers(count, 0, spread), out, in, height, width);
                return name;
            }
        }
    }

    private Value pointwise(Value from, int out) {
        String weights = weights(out, from.channels(), 1, 1);
        Value like = new Value("", out, from.height(), from.width());
        return random.nextBoolean()
                ? node("Conv", like, Map.of(), from.name(), weights)
                : node("Conv", like, Map.of(), from.name(), weights, floats(numbers(out, 0, 1), out));
    }

    private Value depthwise(Value from) {
        return convolution(from, from.channels(), from.channels());
    }

    private Value direct(Value from) {
        return convolution(from, 1 + random.nextInt(20), 1);
    }

    private Value convolution(Value from, int out, int groups) {
        int kernel = 1 + random.nextInt(7);
        int kernelWidth = random.nextInt(4) == 0 ? 1 + random.nextInt(7) : kernel;
        int stride = 1 + random.nextInt(2);
        int pad = kernel / 2;
        int top = random.nextInt(4) == 0 ? random.nextInt(kernel) : pad;
        int left = kernelWidth / 2;
        int height = from.height() + top + pad - kernel;
        int width = from.width() + 2 * left - kernelWidth;
        if (height < 0 || width < 0) {
            return from;
        }
        Value like = new Value("", out, height / stride + 1, width / stride + 1);
        return node(
                "Conv",
                like,
                Map.of(
                        "kernel_shape",
                        new long[] {kernel, kernelWidth},
                        "strides",
                        new long[] {stride, stride},
                        "pads",
                        new long[] {top, left, pad, left},
                        "group",
                        (long) groups),
                from.name(),
                weights(out, from.channels() / groups, kernel, kernelWidth),
                floats(numbers(out, 0, 1), out));
    }

    private Value activated(Value from) {
        return switch (random.nextInt(8)) {
            case 0 -> node("Relu", from, Map.of(), from.name());
            case 1 -> node("Clip", from, Map.of(), from.name(), floats(new float[] {0}), floats(new float[] {6}));
            case 2 -> node("Clip", from, Map.of(), from.name(), "", floats(new float[] {0.7f}));
            case 3 -> node("HardSwish", from, Map.of(), from.name());
            case 4 -> node("HardSigmoid", from, Map.of("alpha", 0.3f), from.name());
            case 5 -> node("Sigmoid", from, Map.of(), from.name());
            case 6 -> node("Cast", from, Map.of("to", 1L), from.name());
            default -> from;
        };
    }

    private void residual(Value from) {
        Value wide = activated(pointwise(from, 1 + random.nextInt(40)));
        Value narrow = pointwise(wide, from.channels());
        Value sum = random.nextBoolean()
                ? node("Add", from, Map.of(), from.name(), narrow.name())
                : node("Add", from, Map.of(), narrow.name(), from.name());
        values.add(activated(sum));
    }

    private static final List<String> ARITHMETIC = List.of("Add", "Sub", "Mul", "Div");

    private Value withConstant(Value from) {
        String operator = ARITHMETIC.get(random.nextInt(4));
        String constant = switch (random.nextInt(5)) {
            case 0 -> floats(numbers(1, 1.5, 0.5));
            case 1 -> floats(numbers(from.channels(), 1.5, 0.5), 1, from.channels(), 1, 1);
            case 2 -> floats(numbers(from.channels(), 1.5, 0.5), from.channels(), 1, 1);
            case 3 -> floats(numbers(from.height(), 1.5, 0.5), 1, 1, from.height(), 1);
            default -> {
                String name = name();
                operators.add("Constant");
                file.node("Constant", List.of(), name, Map.of("value_float", 1.25f));
                yield name;
            }
        };
        boolean positive = operator.equals("Div") && random.nextBoolean();
        if (positive) {
            Value above = node("Sigmoid", from, Map.of(), from.name());
            // Away from zero, where a quotient would magnify what sums in another order differ by.
            Value away = node("Add", from, Map.of(), above.name(), floats(new float[] {0.5f}));
            return node("Div", from, Map.of(), constant, away.name());
        }
        return random.nextBoolean() || operator.equals("Div")
                ? node(operator, from, Map.of(), from.name(), constant)
                : node(operator, from, Map.of(), constant, from.name());
    }

    private void withOther(Value from) {
        String operator = ARITHMETIC.get(random.nextInt(3));
        values.stream()
                .filter(from::isLike)
                .findFirst()
                .ifPresent(other -> values.add(node(operator, from, Map.of(), other.name(), from.name())));
    }

    private Value resized(Value from) {
        if (from.height() * from.width() * 4 > MOST_PIXELS) {
            return depthwise(from);
        }
        String mode = random.nextBoolean() ? "nearest" : "linear";
        String position = List.of("asymmetric", "half_pixel", "pytorch_half_pixel", "align_corners")
                .get(random.nextInt(4));
        String nearest = List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil")
                .get(random.nextInt(4));
        Map<String, ?> attributes =
                Map.of("mode", mode, "coordinate_transformation_mode", position, "nearest_mode", nearest);
        // Sizes say how many pictures there are.
        if (pictures > 1 || random.nextBoolean()) {
            float scale = List.of(2f, 2f, 1.5f, 0.5f).get(random.nextInt(4));
            Value like = new Value("", from.channels(), (int) (from.height() * scale), (int) (from.width() * scale));
            String scales = floats(new float[] {1, 1, scale, scale}, 4);
            return node("Resize", like, attributes, from.name(), "", scales);
        }
        Value like = new Value("", from.channels(), 2 * from.height(), 1 + random.nextInt(2 * from.width()));
        String sizes = name();
        file.longs(sizes, 1, like.channels(), like.height(), like.width());
        return node("Resize", like, attributes, from.name(), "", "", sizes);
    }

    /** Channels by a look at the whole picture. */
    private void excited(Value from) {
        Value mean = node("GlobalAveragePool", new Value("", from.channels(), 1, 1), Map.of(), from.name());
        Value gate =
                node("Sigmoid", mean, Map.of(), pointwise(mean, from.channels()).name());
        values.add(node("Mul", from, Map.of(), from.name(), gate.name()));
    }

    private void coordinate(Value from) {
        Value one = node(
                "Add",
                from,
                Map.of(),
                node("Mul", from, Map.of(), from.name(), floats(new float[] {0}))
                        .name(),
                floats(new float[] {1}));
        String axis = name();
        file.longs(axis, random.nextBoolean() ? 2 : -1);
        Value sum = node("CumSum", from, Map.of(), one.name(), axis);
        Value mean = node("GlobalAveragePool", new Value("", from.channels(), 1, 1), Map.of(), sum.name());
        Value ratio = node("Div", from, Map.of(), sum.name(), mean.name());
        values.add(node("Mul", from, Map.of(), ratio.name(), from.name()));
    }

    private Value normalized(Value from) {
        int c = from.channels();
        return node(
                "BatchNormalization",
                from,
                Map.of("epsilon", 1e-3f),
                from.name(),
                floats(numbers(c, 1, 0.5), c),
                floats(numbers(c, 0, 1), c),
                floats(numbers(c, 0, 1), c),
                floats(numbers(c, 1, 0.5), c));
    }

    private void concatenated(Value from) {
        List<Value> parts = values.stream()
                .filter(from::hasSizeOf)
                .limit(1 + random.nextInt(4))
                .toList();
        int channels = parts.stream().mapToInt(Value::channels).sum();
        if (channels <= 64) {
            Value like = new Value("", channels, from.height(), from.width());
            values.add(node(
                    "Concat",
                    like,
                    Map.of("axis", 1L),
                    parts.stream().map(Value::name).toArray(String[]::new)));
        }
    }
}
