package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/** Sums from the first row down, or from the first column on. */
record CumulativeSum(boolean downwards) implements Operation {

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        return downwards ? new Down(inputs.get(0), output) : new Along(inputs.get(0), output);
    }

    /** Its parts are columns. */
    private record Down(Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().width();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            Shape shape = to.shape();
            kernels.sumDown(
                    from.array(arena),
                    from.at(),
                    shape.height(),
                    shape.width(),
                    shape.channels(),
                    arena,
                    to.at(),
                    first,
                    last);
        }
    }

    private record Along(Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            Shape shape = to.shape();
            kernels.sumAlong(
                    from.array(arena), from.at(), shape.width(), shape.channels(), arena, to.at(), first, last);
        }
    }
}
