package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class NetWarmUpTest {

    private final NetKernels scalar = Kernels.scalar().nets();

    @Test
    void scalarsRunUntilVectorsStayInRegisters() {
        assumeTrue(Kernels.vector().isPresent(), "no vector kernels here");
        NetKernels vector = Kernels.vector().orElseThrow().nets();
        NetWarmUp warmUp = new NetWarmUp(scalar, vector, 60, NetWarmUp::allocates);
        assertThat(warmUp.now()).isSameAs(scalar);
        warmUp.run();
        assertThat(warmUp.now()).isSameAs(vector);
    }

    @Test
    void scalarsGoOnWhereVectorsStayOnTheHeap() {
        NetKernels other = new ScalarNetKernels();
        NetWarmUp warmUp = new NetWarmUp(scalar, other, 0, work -> true);
        warmUp.run();
        assertThat(warmUp.now()).isSameAs(scalar);
    }
}
