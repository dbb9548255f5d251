package io.depth4j.internal.java;

import io.depth4j.internal.kernel.Direct;
import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.NetWindow;
import java.util.List;

/** A sum round each pixel over all its channels. */
record DirectConvolution(int in, int out, NetWindow window, Direct layer) implements Convolution {

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        Direct active = layer.withActivation(extras.activation());
        return new Bound(active, inputs.get(0), output);
    }

    private record Bound(Direct layer, Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            Shape shape = from.shape();
            kernels.direct(
                    layer, from.array(arena), from.at(), shape.height(), shape.width(), arena, to.at(), first, last);
        }
    }
}
