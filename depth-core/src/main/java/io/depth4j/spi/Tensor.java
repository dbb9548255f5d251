package io.depth4j.spi;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Numbers in a shape, the last axis closest. Neither side writes to the other's arrays. */
public sealed interface Tensor {

    /** The length of each axis; empty for one single number. */
    List<Integer> shape();

    /** Floats; what a network keeps in half precision arrives as these too, and truth values as 0 and 1. */
    record Floats(List<Integer> shape, float[] values) implements Tensor {
        public Floats {
            shape = List.copyOf(shape);
            requireFits(shape, values.length);
        }
    }

    /**
     * Floats that are not there yet: an engine calls {@code writer} once, with room for all of them from position 0 on, which is
     * best the memory that the network reads.
     */
    record Written(List<Integer> shape, Consumer<FloatBuffer> writer) implements Tensor {
        public Written {
            shape = List.copyOf(shape);
            Objects.requireNonNull(writer, "writer");
        }
    }

    /** Whole numbers. */
    record Longs(List<Integer> shape, long[] values) implements Tensor {
        public Longs {
            shape = List.copyOf(shape);
            requireFits(shape, values.length);
        }
    }

    private static void requireFits(List<Integer> shape, int length) {
        long elements = 1;
        for (int axis : shape) {
            elements *= axis;
        }
        if (elements != length) {
            throw new IllegalArgumentException(
                    "A tensor of shape " + shape + " needs " + elements + " values, found " + length);
        }
    }
}
