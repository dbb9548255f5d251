package io.depth4j.internal.java;

import io.depth4j.internal.kernel.Depthwise;
import io.depth4j.internal.kernel.Direct;
import io.depth4j.internal.kernel.NetActivation;
import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.NetWindow;
import io.depth4j.internal.kernel.Pointwise;

/**
 * A convolution as the file describes it.
 *
 * @param in channels, one group or as many as there are channels
 * @param values for each output channel, for each input channel of its group, the kernel row by row
 */
record ConvolutionWeights(int in, int out, boolean depthwise, NetWindow window, float[] values, float[] bias) {

    /** With each output channel times {@code scale} plus {@code shift}. */
    ConvolutionWeights normalized(float[] scale, float[] shift) {
        float[] scaled = values.clone();
        float[] shifted = bias.clone();
        int each = scaled.length / out;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i / each];
        }
        for (int i = 0; i < out; i++) {
            shifted[i] = shifted[i] * scale[i] + shift[i];
        }
        return new ConvolutionWeights(in, out, depthwise, window, scaled, shifted);
    }

    /** How many floats the kernels' own form has. */
    long packed() {
        long taps = (long) window.height() * window.width();
        return NetKernels.padded(out) * (depthwise ? taps : taps * in);
    }

    /** In the kernels' own form. */
    Convolution pack() {
        NetActivation none = NetActivation.none();
        if (depthwise) {
            return new DepthwiseConvolution(in, window, new Depthwise(in, window, values, bias, none));
        }
        return window.equals(NetWindow.centered(1, 1))
                ? new PointwiseConvolution(in, out, new Pointwise(in, out, values, bias, none))
                : new DirectConvolution(in, out, window, new Direct(in, out, window, values, bias, none));
    }
}
