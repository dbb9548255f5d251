package io.depth4j.internal.estimate;

import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.spi.Tensor;
import java.util.Arrays;
import java.util.List;

/** One picture's share of an output: rows and columns behind axes that hold nothing but the batch. */
final class NetworkMap {

    /** How many times wider or higher than its picture a map may be before it is taken for something else. */
    private static final double DISTORTION = 8;

    private NetworkMap() {}

    /** The map of picture {@code index} out of {@code batch} that the network saw in size {@code seen}. */
    static FloatPlane of(String name, Tensor.Floats output, int index, int batch, Size seen) {
        List<Integer> shape = output.shape();
        int rank = shape.size();
        if (rank < 2) {
            throw unexpected(name, shape, batch);
        }
        int width = shape.get(rank - 1);
        int height = shape.get(rank - 2);
        int maps = 1;
        for (int axis : shape.subList(0, rank - 2)) {
            maps *= axis;
        }
        if (maps != batch || width < 1 || height < 1) {
            throw unexpected(name, shape, batch);
        }
        double wider = (double) width * seen.height() / ((double) height * seen.width());
        if (Math.max(wider, 1 / wider) > DISTORTION) {
            throw new MalformedInputException("Output '" + name + "' should hold a map of about the proportions of the "
                    + seen + " that the network saw, found " + shape);
        }
        Size size = new Size(width, height);
        int pixels = size.pixels();
        // A copy, since what the network yields stays the network's.
        return FloatPlane.wrap(size, Arrays.copyOfRange(output.values(), index * pixels, (index + 1) * pixels));
    }

    private static MalformedInputException unexpected(String name, List<Integer> shape, int batch) {
        return new MalformedInputException("Output '" + name + "' should hold " + batch
                + " map(s) of rows and columns, such as [" + batch + ",1,height,width], found " + shape);
    }
}
