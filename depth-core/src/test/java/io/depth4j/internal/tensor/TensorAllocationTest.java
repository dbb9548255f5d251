package io.depth4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("allocation")
class TensorAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aWarmedPreparationAllocatesNothing(Interpolation interpolation) {
        Size from = new Size(320, 180);
        TensorPreparation preparation = TensorPreparation.of(interpolation, new Size(129, 70));
        SizedPreparation sized = preparation.forPictures(from, PixelFormat.RGB24);
        float[] dst = new float[preparation.floats()];
        Image heap = Image.allocate(from, PixelFormat.RGB24);
        Image direct =
                Image.wrap(from, PixelFormat.RGB24, ByteBuffer.allocateDirect(from.pixels() * 3), from.width() * 3);
        assertThat(leastAllocated(() -> sized.prepareInto(heap, dst, 0))).isZero();
        assertThat(leastAllocated(() -> sized.prepareInto(direct, dst, 0))).isZero();
    }

    private static long leastAllocated(Runnable call) {
        long least = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < 20_000 && least > 0; i++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            call.run();
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }
}
