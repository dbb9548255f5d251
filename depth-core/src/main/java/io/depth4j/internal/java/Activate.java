package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetActivation;
import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/** A function of each value for itself. */
record Activate(NetActivation activation) implements Operation {

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        return new Bound(activation, inputs.get(0), output);
    }

    private record Bound(NetActivation activation, Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            int row = to.shape().width() * to.shape().stride();
            int skipped = first * row;
            kernels.activate(
                    activation, from.array(arena), from.at() + skipped, arena, to.at() + skipped, (last - first) * row);
        }
    }
}
