package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import io.depth4j.spi.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checked network whose values have numbers: the inputs come first, then what stands fixed or what nodes make. Nodes stand in an
 * order in which they can run.
 *
 * @param fixed the values that are the same for every run
 * @param results the values that the outputs are
 */
record Graph(
        List<TensorInfo> inputs,
        List<TensorInfo> outputs,
        Map<String, String> metadata,
        int values,
        List<Work> works,
        Map<Integer, Place.Fixed> fixed,
        List<Integer> results) {

    /**
     * What one node does.
     *
     * @param inputs values
     * @param output a value
     */
    record Work(Node node, Operation operation, List<Integer> inputs, int output) {

        /** The shape of the output. */
        Shape shape(List<Shape> shapes) {
            List<Shape> given = new ArrayList<>();
            inputs.forEach(input -> given.add(shapes.get(input)));
            try {
                Shape shape = operation.shape(given);
                Ceilings.require("channels in " + node, shape.channels(), Ceilings.CHANNELS);
                return shape;
            } catch (MalformedInputException e) {
                throw new MalformedInputException("The inputs of " + node + " do not fit: " + e.getMessage(), e);
            }
        }
    }

    /** The shapes of all values. Heights and widths may be unknown. */
    List<Shape> shapes(List<Shape> given) {
        List<Shape> shapes = new ArrayList<>(given);
        for (int i = given.size(); i < values; i++) {
            // Of no use before it is known: nodes stand in order.
            shapes.add(fixed.containsKey(i) ? fixed.get(i).shape() : new Shape(1, Shape.ANY, Shape.ANY));
        }
        for (Work work : works) {
            shapes.set(work.output(), work.shape(shapes));
        }
        return shapes;
    }
}
