package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class WarmUpTest {

    private final Kernels scalar = Kernels.scalar();

    @Test
    void scalarsRunUntilVectorsStayInRegisters() {
        assumeTrue(Kernels.vector().isPresent(), "no vector kernels here");
        Kernels vector = Kernels.vector().orElseThrow();
        WarmUp warmUp = new WarmUp(scalar, vector, 60, WarmUp::allocates);
        assertThat(warmUp.now()).isSameAs(scalar);
        warmUp.run();
        assertThat(warmUp.now()).isSameAs(vector);
    }

    @Test
    void scalarsGoOnWhereVectorsStayOnTheHeap() {
        Kernels other = Kernels.scalar();
        WarmUp warmUp = new WarmUp(scalar, other, 0, work -> true);
        warmUp.run();
        assertThat(warmUp.now()).isSameAs(scalar);
    }
}
