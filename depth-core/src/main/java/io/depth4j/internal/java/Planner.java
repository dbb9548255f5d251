package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetActivation;
import io.depth4j.internal.kernel.NetArithmetic;
import io.depth4j.spi.NetworkOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a graph and the shapes of its inputs to steps with places. */
final class Planner {

    /** A work with what is done in the same loop; {@code last} is the place of the last work that it stands for. */
    private record Stage(Graph.Work work, Optional<Integer> addend, NetActivation activation, int output, int last) {

        List<Integer> inputs() {
            List<Integer> inputs = new ArrayList<>(work.inputs());
            addend.ifPresent(inputs::add);
            return inputs;
        }
    }

    private final Graph graph;
    private final List<Shape> shapes;
    private final int[] uses;
    private final int[] reader;
    private final boolean[] needed;
    private final boolean[] done;

    private Planner(Graph graph, List<Shape> given) {
        this.graph = graph;
        this.shapes = graph.shapes(given);
        this.uses = new int[graph.values()];
        this.reader = new int[graph.values()];
        this.needed = new boolean[graph.values()];
        this.done = new boolean[graph.works().size()];
    }

    static Plan plan(Graph graph, List<Shape> given, NetworkOptions.Optimization optimization) {
        return new Planner(graph, given).plan(given.size(), optimization != NetworkOptions.Optimization.NONE);
    }

    private Plan plan(int inputs, boolean fuses) {
        findUses();
        List<Stage> stages = stages(fuses);
        ArenaLayout layout = new ArenaLayout();
        Map<Integer, ArenaLayout.Stay> stays = new HashMap<>();
        for (int i = 0; i < inputs; i++) {
            stays.put(i, layout.add(shapes.get(i).floats(), -1));
        }
        for (int s = 0; s < stages.size(); s++) {
            Stage stage = stages.get(s);
            stays.put(stage.output(), layout.add(shapes.get(stage.output()).floats(), s));
            for (int input : stage.inputs()) {
                if (!graph.fixed().containsKey(input)) {
                    stays.get(input).lasts(s);
                }
            }
        }
        for (int result : graph.results()) {
            if (!graph.fixed().containsKey(result)) {
                stays.get(result).lasts(stages.size());
            }
        }
        int floats = layout.settle();
        Map<Integer, Place> places = new HashMap<>(graph.fixed());
        stays.forEach((value, stay) -> places.put(value, new Place.InArena(shapes.get(value), stay.at())));
        List<Step> steps = new ArrayList<>();
        for (Stage stage : stages) {
            List<Place> from = stage.work().inputs().stream().map(places::get).toList();
            Extras extras = new Extras(stage.addend().map(places::get), stage.activation());
            Shape shape = shapes.get(stage.output());
            steps.add(stage.work()
                    .operation()
                    .bind(
                            from,
                            new Place.InArena(shape, stays.get(stage.output()).at()),
                            extras));
        }
        List<Place.InArena> doors = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            doors.add(new Place.InArena(shapes.get(i), stays.get(i).at()));
        }
        return new Plan(steps, doors, graph.results().stream().map(places::get).toList(), floats);
    }

    private void findUses() {
        for (int result : graph.results()) {
            needed[result] = true;
            // What leaves the network is never only a step on the way to another.
            uses[result] += 2;
        }
        for (int w = graph.works().size() - 1; w >= 0; w--) {
            Graph.Work work = graph.works().get(w);
            done[w] = !needed[work.output()];
            if (!done[w]) {
                for (int input : work.inputs()) {
                    needed[input] = true;
                    uses[input]++;
                    reader[input] = w;
                }
            }
        }
    }

    private List<Stage> stages(boolean fuses) {
        Map<Integer, Stage> byLast = new HashMap<>();
        for (int w = 0; w < done.length; w++) {
            if (!done[w]) {
                Graph.Work work = graph.works().get(w);
                Stage stage = new Stage(work, Optional.empty(), NetActivation.none(), work.output(), w);
                if (fuses && work.operation() instanceof Convolution convolution) {
                    stage = convolution instanceof PointwiseConvolution ? withAddend(stage) : stage;
                    stage = withActivation(stage);
                }
                done[w] = true;
                byLast.put(stage.last(), stage);
            }
        }
        List<Stage> stages = new ArrayList<>(byLast.values());
        stages.sort(Comparator.comparingInt(Stage::last));
        return stages;
    }

    private Stage withAddend(Stage stage) {
        int value = stage.output();
        int w = reader[value];
        Graph.Work next = graph.works().get(w);
        if (uses[value] != 1
                || done[w]
                || !(next.operation() instanceof Combine combine)
                || combine.arithmetic() != NetArithmetic.ADD) {
            return stage;
        }
        int other = next.inputs().get(next.inputs().get(0) == value ? 1 : 0);
        if (!shapes.get(other).equals(shapes.get(value))) {
            return stage;
        }
        done[w] = true;
        return new Stage(stage.work(), Optional.of(other), stage.activation(), next.output(), w);
    }

    private Stage withActivation(Stage stage) {
        int w = reader[stage.output()];
        Graph.Work next = graph.works().get(w);
        if (uses[stage.output()] != 1 || done[w] || !(next.operation() instanceof Activate activate)) {
            return stage;
        }
        done[w] = true;
        return new Stage(stage.work(), stage.addend(), activate.activation(), next.output(), w);
    }
}
