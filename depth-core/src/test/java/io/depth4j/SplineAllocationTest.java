package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("allocation")
class SplineAllocationTest {

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
        assertThat(Allocation.least(() -> prepared.resizeInto(src, dst))).isZero();
        assertThat(Allocation.least(() -> prepared.resizeInto(src, direct))).isZero();
        assertThat(Allocation.least(() -> prepared.resizeInto(plane, out))).isZero();
    }
}
