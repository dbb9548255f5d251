package io.depth4j.internal.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Allocation;
import io.depth4j.Cancellation;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run leaves its result behind, and little else. */
@Tag("allocation")
class JavaAllocationTest {

    /** Names, shapes and the like, which do not grow with the picture. */
    private static final int SMALL_THINGS = 4096;

    @Test
    void theStepsOfAPlanAllocateNothing() {
        for (int seed = 0; seed < 10; seed++) {
            RandomNetwork random = new RandomNetwork(seed);
            int[] shape = random.shape();
            Graph graph = GraphBuilder.build(ModelReader.read(random.bytes()));
            Plan plan = Planner.plan(
                    graph, List.of(new Shape(shape[1], shape[2], shape[3])), NetworkOptions.Optimization.ALL);
            Scratch scratch = new Scratch(plan.floats(), List.of(1));
            Cancellation cancellation = new Cancellation();
            try (Crew crew = new Crew(1)) {
                assertThat(Allocation.least(() -> plan.run(Kernels.active().nets(), scratch, crew, cancellation)))
                        .isZero();
            }
        }
    }

    @Test
    void aRunAllocatesItsResult() {
        RandomNetwork random = new RandomNetwork(7);
        Tensor.Floats image = Engines.noise(7, random.shape());
        try (Network network = Engines.java(random.bytes(), Engines.ONE_THREAD)) {
            List<Tensor.Floats> last = new ArrayList<>(List.of(Engines.run(network, image)));
            long result = 4L * last.get(0).values().length;
            long expected = result + SMALL_THINGS;
            assertThat(Allocation.least(() -> last.set(0, Engines.run(network, image)), expected))
                    .isLessThanOrEqualTo(expected);
        }
    }
}
