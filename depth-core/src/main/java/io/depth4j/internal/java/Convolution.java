package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetWindow;
import java.util.List;

/** A weighted sum round each pixel. */
sealed interface Convolution extends Operation permits DepthwiseConvolution, DirectConvolution, PointwiseConvolution {

    /** The pixels that it looks at. */
    NetWindow window();

    int in();

    int out();

    @Override
    default Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        if (from.channels() != in()) {
            throw Operation.unfit(in() + " channels", from);
        }
        NetWindow window = window();
        return new Shape(
                out(),
                length(from.height(), window.top() + window.bottom() - window.height(), from),
                length(from.width(), window.left() + window.right() - window.width(), from));
    }

    private int length(int before, int more, Shape from) {
        if (before == Shape.ANY) {
            return Shape.ANY;
        }
        long room = (long) before + more;
        if (room < 0 || room / window().stride() >= Integer.MAX_VALUE) {
            throw Operation.unfit("a picture as large as the kernel", from);
        }
        return (int) (room / window().stride()) + 1;
    }
}
