package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/** The mean of each channel over the whole picture. */
record Average() implements Operation {

    @Override
    public Shape shape(List<Shape> inputs) {
        return new Shape(inputs.get(0).channels(), 1, 1);
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        return new Bound(inputs.get(0), output);
    }

    private record Bound(Place from, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return 1;
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            Shape shape = from.shape();
            kernels.globalAverage(from.array(arena), from.at(), shape.pixels(), shape.channels(), arena, to.at());
        }
    }
}
