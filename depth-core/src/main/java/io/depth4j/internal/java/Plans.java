package io.depth4j.internal.java;

import io.depth4j.internal.Pool;
import io.depth4j.spi.NetworkOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans for the last few shapes, each with memory for runs. */
final class Plans {

    private static final int MOST = 4;

    /** A plan for pictures that come so many at once. */
    record Kept(Plan plan, int pictures, Pool<Scratch> scratch) {}

    private final Graph graph;
    private final NetworkOptions.Optimization optimization;
    private final Map<List<List<Integer>>, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<List<Integer>>, Kept> eldest) {
            return size() > MOST;
        }
    };

    Plans(Graph graph, NetworkOptions.Optimization optimization) {
        this.graph = graph;
        this.optimization = optimization;
    }

    /** @param shapes of the inputs, four axes each, that fit the network */
    synchronized Kept of(List<List<Integer>> shapes) {
        Kept known = kept.get(shapes);
        if (known != null) {
            return known;
        }
        int pictures = shapes.get(0).get(0);
        List<Shape> given = new ArrayList<>();
        List<Integer> doors = new ArrayList<>();
        for (List<Integer> shape : shapes) {
            Shape one = new Shape(shape.get(1), shape.get(2), shape.get(3));
            long planes = (long) pictures * shape.get(1) * shape.get(2) * shape.get(3);
            Ceilings.require("floats in one input", Math.max(one.floats(), planes), Ceilings.ARENA);
            doors.add((int) planes);
            given.add(one);
        }
        Plan plan = Planner.plan(graph, given, optimization);
        Kept made = new Kept(plan, pictures, new Pool<>(() -> new Scratch(plan.floats(), doors)));
        kept.put(shapes, made);
        return made;
    }

    synchronized int size() {
        return kept.size();
    }
}
