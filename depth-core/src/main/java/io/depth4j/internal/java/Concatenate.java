package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/** The channels of several pictures of one size, one after the other. */
record Concatenate() implements Operation {

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape all = inputs.get(0);
        for (Shape next : inputs.subList(1, inputs.size())) {
            all = new Shape(
                    Math.addExact(all.channels(), next.channels()),
                    same(all.height(), next.height(), inputs),
                    same(all.width(), next.width(), inputs));
        }
        return all;
    }

    private static int same(int first, int second, List<Shape> inputs) {
        if (first != second && first != Shape.ANY && second != Shape.ANY) {
            throw Operation.unfit("pictures of one size", inputs);
        }
        return Math.max(first, second);
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        return new Bound(inputs.toArray(Place[]::new), output);
    }

    private static final class Bound implements Step {

        private final Place[] from;
        private final Place.InArena to;

        Bound(Place[] from, Place.InArena to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            int stride = to.shape().stride();
            int begin = first * to.shape().width();
            int end = last * to.shape().width();
            int filled = 0;
            for (Place part : from) {
                float[] src = part.array(arena);
                int channels = part.shape().channels();
                int step = part.shape().stride();
                for (int p = begin; p < end; p++) {
                    System.arraycopy(src, part.at() + p * step, arena, to.at() + p * stride + filled, channels);
                }
                filled += channels;
            }
        }
    }
}
