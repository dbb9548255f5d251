package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class SplineAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aWarmedPreparedSplineAllocatesNothing() {
        Size from = new Size(200, 64);
        Size to = new Size(150, 48);
        FrameResizer prepared = FrameResizers.scipySpline3().prepare(from, to);
        Image src = Image.allocate(from, PixelFormat.RGB24);
        Image dst = Image.allocate(to, PixelFormat.RGB24);
        Image direct = Image.wrap(to, PixelFormat.RGB24, ByteBuffer.allocateDirect(to.pixels() * 3), to.width() * 3);
        FloatPlane plane = FloatPlane.allocate(from);
        plane.set(7, 7, Float.NaN);
        FloatPlane out = FloatPlane.allocate(to);
        assertThat(leastAllocated(() -> prepared.resizeInto(src, dst))).isZero();
        assertThat(leastAllocated(() -> prepared.resizeInto(src, direct))).isZero();
        assertThat(leastAllocated(() -> prepared.resizeInto(plane, out))).isZero();
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
