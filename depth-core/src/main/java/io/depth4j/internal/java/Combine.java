package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetArithmetic;
import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/** Two pictures value by value. An axis of length 1 serves for every place of the other's. */
record Combine(NetArithmetic arithmetic) implements Operation {

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        return new Shape(
                together(a.channels(), b.channels(), inputs),
                together(a.height(), b.height(), inputs),
                together(a.width(), b.width(), inputs));
    }

    private static int together(int a, int b, List<Shape> inputs) {
        return Shape.together(a, b).orElseThrow(() -> Operation.unfit("shapes that go together", inputs));
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        Place a = inputs.get(0);
        Place b = inputs.get(1);
        if (!a.shape().equals(output.shape()) && b.shape().equals(output.shape())) {
            return bound(swapped(), b, a, output);
        }
        return bound(arithmetic, a, b, output);
    }

    private static Step bound(NetArithmetic arithmetic, Place a, Place b, Place.InArena to) {
        Shape shape = to.shape();
        if (a.shape().equals(shape) && b.shape().equals(shape)) {
            return new Same(arithmetic, a, b, to);
        }
        if (a.shape().equals(shape) && b.shape().equals(new Shape(shape.channels(), 1, 1))) {
            return new Channels(arithmetic, a, b, to);
        }
        if (a.shape().equals(shape) && b.shape().equals(new Shape(1, 1, 1))) {
            return new Scalar(arithmetic, a, b, to);
        }
        return new Broadcast(arithmetic, a, b, to);
    }

    private NetArithmetic swapped() {
        return switch (arithmetic) {
            case ADD, MULTIPLY -> arithmetic;
            case SUBTRACT -> NetArithmetic.SUBTRACT_FROM;
            case SUBTRACT_FROM -> NetArithmetic.SUBTRACT;
            case DIVIDE -> NetArithmetic.DIVIDE_INTO;
            case DIVIDE_INTO -> NetArithmetic.DIVIDE;
        };
    }

    private record Same(NetArithmetic arithmetic, Place a, Place b, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            int row = to.shape().width() * to.shape().stride();
            int skipped = first * row;
            kernels.combine(
                    arithmetic,
                    a.array(arena),
                    a.at() + skipped,
                    b.array(arena),
                    b.at() + skipped,
                    arena,
                    to.at() + skipped,
                    (last - first) * row);
        }
    }

    /** The second has one pixel. */
    private record Channels(NetArithmetic arithmetic, Place a, Place b, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().pixels();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            kernels.combineChannels(
                    arithmetic,
                    a.array(arena),
                    a.at(),
                    b.array(arena),
                    b.at(),
                    to.shape().channels(),
                    arena,
                    to.at(),
                    first,
                    last);
        }
    }

    /** The second has one value. */
    private record Scalar(NetArithmetic arithmetic, Place a, Place b, Place.InArena to) implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            int row = to.shape().width() * to.shape().stride();
            int skipped = first * row;
            kernels.combineScalar(
                    arithmetic,
                    a.array(arena),
                    a.at() + skipped,
                    b.array(arena)[b.at()],
                    arena,
                    to.at() + skipped,
                    (last - first) * row);
        }
    }
}
