package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A warmed resizer allocates nothing, prepared or not. */
@Tag("allocation")
class ResizeAllocationTest {

    private static final Map<String, FrameResizer> RESIZERS = Map.of(
            "nearest", FrameResizers.nearest(),
            "bilinear", FrameResizers.bilinear(),
            "bicubic", FrameResizers.bicubic(),
            "area", FrameResizers.area(),
            "lanczos3", FrameResizers.lanczos3(),
            "pillowBilinear", FrameResizers.pillowBilinear(),
            "pillowBicubic", FrameResizers.pillowBicubic());

    @TestFactory
    Iterable<DynamicTest> imagesIntoImages() {
        return RESIZERS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    for (PixelFormat format : new PixelFormat[] {PixelFormat.GRAY8, PixelFormat.RGBA32}) {
                        Image src = Image.allocate(new Size(120, 19), format);
                        new Random(1).nextBytes(src.array());
                        Image dst = Image.allocate(new Size(70, 11), format);
                        assertThat(Allocation.least(() -> entry.getValue().resizeInto(src, dst)))
                                .as(format.name())
                                .isZero();
                    }
                }))
                .toList();
    }

    @TestFactory
    Iterable<DynamicTest> directImagesIntoDirectImages() {
        return RESIZERS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Image src = direct(new Size(120, 19));
                    for (Size size : new Size[] {new Size(70, 11), src.size()}) {
                        Image dst = direct(size);
                        assertThat(Allocation.least(() -> entry.getValue().resizeInto(src, dst)))
                                .as("to %s", size)
                                .isZero();
                    }
                }))
                .toList();
    }

    private static Image direct(Size size) {
        return Image.wrap(size, PixelFormat.RGB24, ByteBuffer.allocateDirect(size.pixels() * 3), size.width() * 3);
    }

    @TestFactory
    Iterable<DynamicTest> planesIntoPlanes() {
        return RESIZERS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    FloatPlane src = FloatPlane.allocate(new Size(120, 19));
                    FloatPlane dst = FloatPlane.allocate(new Size(70, 11));
                    FrameResizer prepared = entry.getValue().prepare(src.size(), dst.size());
                    assertThat(Allocation.least(() -> prepared.resizeInto(src, dst)))
                            .isZero();
                    src.set(40, 7, Float.NaN);
                    assertThat(Allocation.least(() -> prepared.resizeInto(src, dst)))
                            .as("with a hole")
                            .isZero();
                }))
                .toList();
    }
}
