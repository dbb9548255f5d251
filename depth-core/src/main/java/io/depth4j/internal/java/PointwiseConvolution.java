package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.NetWindow;
import io.depth4j.internal.kernel.Pointwise;
import java.util.List;

/** A sum over the channels of each pixel for itself. */
record PointwiseConvolution(int in, int out, Pointwise layer) implements Convolution {

    @Override
    public NetWindow window() {
        return NetWindow.centered(1, 1);
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        Pointwise active = layer.withActivation(extras.activation());
        Place from = inputs.get(0);
        return extras.addend()
                .<Step>map(addend -> new Added(active, from, addend, output))
                .orElseGet(() -> new Bound(active, from, output));
    }

    private record Bound(Pointwise layer, Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().pixels();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            kernels.pointwise(layer, from.array(arena), from.at(), arena, to.at(), first, last);
        }
    }

    private record Added(Pointwise layer, Place from, Place addend, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().pixels();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            kernels.pointwise(
                    layer, from.array(arena), from.at(), addend.array(arena), addend.at(), arena, to.at(), first, last);
        }
    }
}
