package io.depth4j.internal.java;

import io.depth4j.internal.kernel.Depthwise;
import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.NetWindow;
import java.util.List;

/** A sum round each pixel, each channel for itself. */
record DepthwiseConvolution(int channels, NetWindow window, Depthwise layer) implements Convolution {

    @Override
    public int in() {
        return channels;
    }

    @Override
    public int out() {
        return channels;
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        Depthwise active = layer.withActivation(extras.activation());
        return new Bound(active, inputs.get(0), output);
    }

    private record Bound(Depthwise layer, Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            Shape shape = from.shape();
            kernels.depthwise(
                    layer, from.array(arena), from.at(), shape.height(), shape.width(), arena, to.at(), first, last);
        }
    }
}
