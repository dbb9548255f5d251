package io.depth4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Allocation;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("allocation")
class TensorAllocationTest {

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aWarmedPreparationAllocatesNothing(Interpolation interpolation) {
        Size from = new Size(320, 180);
        TensorPreparation preparation = TensorPreparation.of(interpolation, new Size(129, 70));
        SizedPreparation sized = preparation.forPictures(from, PixelFormat.RGB24, Kernels.active());
        float[] dst = new float[preparation.floats()];
        Image heap = Image.allocate(from, PixelFormat.RGB24);
        Image direct =
                Image.wrap(from, PixelFormat.RGB24, ByteBuffer.allocateDirect(from.pixels() * 3), from.width() * 3);
        assertThat(Allocation.least(() -> sized.prepareInto(heap, dst, 0))).isZero();
        assertThat(Allocation.least(() -> sized.prepareInto(direct, dst, 0))).isZero();
    }
}
