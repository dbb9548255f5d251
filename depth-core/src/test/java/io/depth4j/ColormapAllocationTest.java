package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class ColormapAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Size SIZE = new Size(313, 211);

    private final Colormap map = Colormaps.viridis();
    private final Image rgb = Image.allocate(SIZE, PixelFormat.RGB24);
    private final Image gray = Image.allocate(SIZE, PixelFormat.GRAY8);

    @Test
    void colouringAPlaneAllocatesNothing() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        Range range = Range.of(0, 1);
        assertThat(leastAllocated(() -> map.colorizeInto(plane, range, rgb))).isZero();
    }

    @Test
    void quantisingAPlaneAllocatesNothing() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        Quantizer quantizer = Quantizer.over(Range.of(0, 1));
        byte[] bytes = new byte[2 * SIZE.pixels()];
        assertThat(leastAllocated(() -> quantizer.gray8Into(plane, gray))).isZero();
        assertThat(leastAllocated(() -> quantizer.gray16Into(plane, bytes, 0))).isZero();
    }

    @Test
    void colouringGrayAllocatesNothing() {
        assertThat(leastAllocated(() -> map.colorizeInto(gray, rgb))).isZero();
    }

    @Test
    void colouringRowsAllocatesNothing() {
        assertThat(leastAllocated(() -> map.colorizeRowsInto(gray, rgb))).isZero();
    }

    @Test
    void colouringIntoADirectBufferAllocatesNothing() {
        Image direct =
                Image.wrap(SIZE, PixelFormat.RGBA32, ByteBuffer.allocateDirect(SIZE.pixels() * 4), SIZE.width() * 4);
        assertThat(leastAllocated(() -> map.colorizeInto(gray, direct))).isZero();
    }

    private static long leastAllocated(Runnable call) {
        for (int i = 0; i < 2_000; i++) {
            call.run();
        }
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            call.run();
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }
}
