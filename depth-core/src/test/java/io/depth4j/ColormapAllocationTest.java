package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class ColormapAllocationTest {

    private static final Size SIZE = new Size(313, 211);

    private final Colormap map = Colormaps.viridis();
    private final Image rgb = Image.allocate(SIZE, PixelFormat.RGB24);
    private final Image gray = Image.allocate(SIZE, PixelFormat.GRAY8);

    @Test
    void colouringAPlaneAllocatesNothing() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        Range range = Range.of(0, 1);
        assertThat(Allocation.least(() -> map.colorizeInto(plane, range, rgb))).isZero();
    }

    @Test
    void quantisingAPlaneAllocatesNothing() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        Quantizer quantizer = Quantizer.over(Range.of(0, 1));
        byte[] bytes = new byte[2 * SIZE.pixels()];
        assertThat(Allocation.least(() -> quantizer.gray8Into(plane, gray))).isZero();
        assertThat(Allocation.least(() -> quantizer.gray16Into(plane, bytes, 0)))
                .isZero();
    }

    @Test
    void colouringGrayAllocatesNothing() {
        assertThat(Allocation.least(() -> map.colorizeInto(gray, rgb))).isZero();
    }

    @Test
    void colouringRowsAllocatesNothing() {
        assertThat(Allocation.least(() -> map.colorizeRowsInto(gray, rgb))).isZero();
    }

    @Test
    void colouringIntoADirectBufferAllocatesNothing() {
        Image direct =
                Image.wrap(SIZE, PixelFormat.RGBA32, ByteBuffer.allocateDirect(SIZE.pixels() * 4), SIZE.width() * 4);
        assertThat(Allocation.least(() -> map.colorizeInto(gray, direct))).isZero();
    }
}
