package io.depth4j.spi;

import java.util.List;
import java.util.Objects;

/**
 * What a network says about one of its inputs or outputs.
 *
 * @param type as the network names it, such as {@code float32} or {@code float16}
 * @param shape the length of each axis, {@link #ANY} where it is not fixed
 */
public record TensorInfo(String name, String type, List<Integer> shape) {

    /** The length of an axis that is not fixed. */
    public static final int ANY = -1;

    public TensorInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        shape = List.copyOf(shape);
    }

    public int rank() {
        return shape.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(' ').append(type).append('[');
        for (int i = 0; i < shape.size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append(shape.get(i) == ANY ? "?" : shape.get(i).toString());
        }
        return text.append(']').toString();
    }
}
