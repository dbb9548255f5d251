package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetWindow;

/** {@code Conv}, and {@code BatchNormalization}, which is part of one or one of its own. */
final class ConvolutionOperators {

    private static final int LONGEST = 64;

    private ConvolutionOperators() {}

    static ConvolutionWeights convolution(Arguments arguments, Weights weights) {
        arguments.requireInputs(2, 3);
        Constant kernel = arguments.constant(1);
        if (!kernel.type().isFloat() || kernel.rank() != 4 || kernel.count() == 0) {
            throw arguments.wrong("weights of four axes of floats", kernel);
        }
        int out = kernel.axis(0);
        int inEach = kernel.axis(1);
        int height = kernel.axis(2);
        int width = kernel.axis(3);
        int[] said = arguments.node().attributes().containsKey("kernel_shape")
                ? arguments.wholes("kernel_shape", 2, 1, 1, Integer.MAX_VALUE)
                : new int[] {height, width};
        if (said[0] != height || said[1] != width) {
            throw arguments.wrong("attribute 'kernel_shape' as its weights have it", said[0] + "×" + said[1]);
        }
        if (height > LONGEST || width > LONGEST) {
            throw arguments.unknown("kernels up to " + LONGEST, height + "×" + width);
        }
        long groups = arguments.whole("group", 1);
        boolean depthwise = groups == out && inEach == 1 && groups > 1;
        if (groups != 1 && !depthwise) {
            throw arguments.unknown("one group, or each channel for itself", groups + " groups of " + inEach);
        }
        NetWindow window = window(arguments, height, width);
        float[] bias = arguments.optional(2).isPresent() ? arguments.channels(2, out) : new float[out];
        arguments.requireAllAsked();
        weights.take(kernel.count());
        return new ConvolutionWeights(depthwise ? out : inEach, out, depthwise, window, kernel.floats(), bias);
    }

    private static NetWindow window(Arguments arguments, int height, int width) {
        arguments.wholes("dilations", 2, 1, 1, 1);
        int[] strides = arguments.wholes("strides", 2, 1, 1, LONGEST);
        int[] pads = arguments.wholes("pads", 4, 0, 0, LONGEST);
        if (strides[0] != strides[1]) {
            throw arguments.unknown("one stride for both axes", strides[0] + " and " + strides[1]);
        }
        switch (arguments.text("auto_pad", "NOTSET")) {
            case "NOTSET" -> {}
            case "VALID" -> pads = new int[4];
            default -> throw arguments.unknown("auto_pad NOTSET or VALID", arguments.text("auto_pad", ""));
        }
        return new NetWindow(height, width, strides[0], pads[0], pads[1], pads[2], pads[3]);
    }

    /** A factor and an addend for each channel. */
    record Normalization(float[] scale, float[] shift) {

        /** As a convolution that looks at one pixel of one channel. */
        ConvolutionWeights alone() {
            int channels = scale.length;
            return new ConvolutionWeights(channels, channels, true, NetWindow.centered(1, 1), scale, shift);
        }
    }

    static Normalization normalization(Arguments arguments) {
        arguments.requireInputs(5, 5);
        int channels = arguments.constant(1).count();
        if (channels == 0) {
            throw arguments.wrong("at least one channel", arguments.constant(1));
        }
        float[] scale = arguments.channels(1, channels);
        float[] shift = arguments.channels(2, channels);
        float[] mean = arguments.channels(3, channels);
        float[] variance = arguments.channels(4, channels);
        float epsilon = arguments.decimal("epsilon", 1e-5f);
        arguments.decimal("momentum", 0.9f);
        arguments.requireWhole("training_mode", 0, 0);
        arguments.requireAllAsked();
        for (int c = 0; c < channels; c++) {
            double factor = scale[c] / Math.sqrt((double) variance[c] + epsilon);
            scale[c] = (float) factor;
            shift[c] = (float) (shift[c] - mean[c] * factor);
        }
        return new Normalization(scale, shift);
    }
}
