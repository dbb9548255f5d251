package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.internal.kernel.ResizeAxis;
import java.util.List;
import java.util.Optional;

/**
 * Another height and width.
 *
 * @param rounding which pixel is the nearest; none for the mean of those around
 * @param channels how many there are to be; 0 for any number
 * @param single whether an axis that becomes one pixel long takes the first, as PyTorch does
 */
record Resize(
        ResizeAxis.Convention convention,
        Optional<ResizeAxis.Rounding> rounding,
        boolean single,
        int channels,
        Target height,
        Target width)
        implements Operation {

    /** The length of an axis: {@code scale} times what it was, or exactly {@code length} if that is not 0. */
    record Target(float scale, int length) {
        int of(int before) {
            if (length > 0 || before == Shape.ANY) {
                return length > 0 ? length : Shape.ANY;
            }
            double after = Math.floor(before * scale);
            if (!(after >= 1 && after < Integer.MAX_VALUE)) {
                throw Operation.unfit("at least one row and column after resizing", before + " × " + scale);
            }
            return (int) after;
        }

        double scale(int before, int after) {
            return length > 0 ? (double) after / before : scale;
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        if (channels > 0 && from.channels() != channels) {
            throw Operation.unfit(channels + " channels", from);
        }
        return new Shape(from.channels(), height.of(from.height()), width.of(from.width()));
    }

    @Override
    public Step bind(List<Place> inputs, Place.InArena output, Extras extras) {
        Shape before = inputs.get(0).shape();
        Shape after = output.shape();
        return new Bound(
                rounding.isPresent(),
                axis(height, before.height(), after.height()),
                axis(width, before.width(), after.width()),
                inputs.get(0),
                output);
    }

    private ResizeAxis axis(Target target, int before, int after) {
        ResizeAxis.Convention one = single && after == 1 ? ResizeAxis.Convention.ALIGN_CORNERS : convention;
        double scale = target.scale(before, after);
        return rounding.isPresent()
                ? ResizeAxis.nearest(before, after, scale, one, rounding.get())
                : ResizeAxis.linear(before, after, scale, one);
    }

    private record Bound(boolean nearest, ResizeAxis rows, ResizeAxis columns, Place from, Place.InArena to)
            implements Step {
        @Override
        public int parts() {
            return to.shape().height();
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int first, int last) {
            float[] src = from.array(arena);
            int width = from.shape().width();
            int channels = to.shape().channels();
            if (nearest) {
                kernels.resizeNearest(rows, columns, src, from.at(), width, channels, arena, to.at(), first, last);
            } else {
                kernels.resizeLinear(rows, columns, src, from.at(), width, channels, arena, to.at(), first, last);
            }
        }
    }
}
