package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ImageTest {

    @Property
    void everyPixelIsFoundWhereverItsBytesLie(
            @ForAll PixelFormat format,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(max = 5) int padding,
            @ForAll @IntRange(max = 5) int start,
            @ForAll boolean direct) {
        Size size = new Size(width, height);
        Image packed = numbered(size, format);
        Image strided = strided(packed, padding, start, direct);

        assertThat(strided.hasArray()).isEqualTo(!direct);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < format.channels(); c++) {
                    assertThat(strided.at(x, y, c)).isEqualTo(packed.at(x, y, c));
                }
            }
        }
        assertThat(strided.sameAs(packed)).isTrue();
        assertThat(strided.packed().isPacked()).isTrue();
        assertThat(strided.packed().sameAs(packed)).isTrue();
    }

    @Property
    void aRegionOfARegionIsTheRegion(
            @ForAll PixelFormat format,
            @ForAll @IntRange(max = 4) int x,
            @ForAll @IntRange(max = 4) int y,
            @ForAll @IntRange(max = 3) int innerX,
            @ForAll @IntRange(max = 3) int innerY,
            @ForAll boolean direct) {
        Image image = strided(numbered(new Size(12, 11), format), 3, 2, direct);
        Image inner = image.region(x, y, new Size(8, 7)).region(innerX, innerY, new Size(5, 4));

        assertThat(inner.sameAs(image.region(x + innerX, y + innerY, new Size(5, 4))))
                .isTrue();
        assertThat(inner.at(0, 0, 0)).isEqualTo(image.at(x + innerX, y + innerY, 0));
    }

    @Example
    void aRegionSharesItsPixelsAndACopyDoesNot() {
        Image image = Image.allocate(new Size(4, 4), PixelFormat.RGB24);
        Image region = image.region(1, 2, new Size(2, 1));
        Image copy = Image.copyOf(region);

        region.writeRow(0, new byte[] {1, 2, 3, 4, 5, 6}, 0);

        assertThat(image.at(1, 2, 0)).isEqualTo(1);
        assertThat(image.at(2, 2, 2)).isEqualTo(6);
        assertThat(image.at(3, 2, 0)).isZero();
        assertThat(copy.at(0, 0, 0)).isZero();
    }

    @Example
    void wrappingTakesTheBufferFromItsPositionAndForgetsItsLimits() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(10);
        buffer.put(4, (byte) 42).position(4);
        Image image = Image.wrap(new Size(3, 2), PixelFormat.GRAY8, buffer, 3);
        buffer.position(0).limit(1);

        assertThat(image.at(0, 0, 0)).isEqualTo(42);
        assertThat(image.at(2, 1, 0)).isZero();
    }

    @Example
    void theLastRowNeedsNoPadding() {
        Image image = Image.wrap(new Size(3, 2), PixelFormat.GRAY8, ByteBuffer.allocate(8), 5);

        assertThat(image.at(2, 1, 0)).isZero();
    }

    @Example
    void wrongShapesAreRefusedWithExpectedAndFound() {
        Size size = new Size(4, 3);
        assertThatThrownBy(() -> Image.wrap(size, PixelFormat.RGB24, new byte[35]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("4×3", "RGB24", "36", "35");
        assertThatThrownBy(() -> Image.wrap(size, PixelFormat.RGB24, ByteBuffer.allocate(100), 11))
                .hasMessageContainingAll("12", "11");
        assertThatThrownBy(() -> Image.wrap(size, PixelFormat.RGB24, ByteBuffer.allocate(43), 16))
                .hasMessageContainingAll("44", "43");
        assertThatThrownBy(() -> Image.allocate(new Size(40_000, 40_000), PixelFormat.RGB24))
                .hasMessageContainingAll("40000×40000", "4800000000");
        assertThatThrownBy(() -> Image.allocate(size, PixelFormat.GRAY8).region(2, 0, new Size(3, 1)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContainingAll("3×1", "(2, 0)", "4×3");
    }

    @Example
    void aReadOnlyBufferIsReadButNeverWritten() {
        Image image = Image.wrap(
                new Size(2, 1),
                PixelFormat.GRAY8,
                ByteBuffer.wrap(new byte[] {7, 9}).asReadOnlyBuffer(),
                2);

        assertThat(image.hasArray()).isFalse();
        assertThat(image.at(1, 0, 0)).isEqualTo(9);
        assertThatThrownBy(() -> image.writeRow(0, new byte[2], 0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Example
    void picturesDifferBySizeFormatOrPixel() {
        Image gray = numbered(new Size(6, 1), PixelFormat.GRAY8);
        Image other = Image.copyOf(gray);
        other.array()[5]++;

        assertThat(gray.sameAs(other)).isFalse();
        assertThat(gray.sameAs(numbered(new Size(2, 1), PixelFormat.RGB24))).isFalse();
        assertThat(gray.sameAs(numbered(new Size(1, 6), PixelFormat.GRAY8))).isFalse();
    }

    private static Image numbered(Size size, PixelFormat format) {
        Image image = Image.allocate(size, format);
        for (int i = 0; i < image.array().length; i++) {
            image.array()[i] = (byte) (i * 7 + 13);
        }
        return image;
    }

    private static Image strided(Image packed, int padding, int start, boolean direct) {
        int stride = packed.rowBytes() + padding;
        int capacity = start + stride * packed.height();
        ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(capacity) : ByteBuffer.allocate(capacity);
        Image strided = Image.wrap(packed.size(), packed.format(), buffer.position(start), stride);
        for (int y = 0; y < packed.height(); y++) {
            strided.writeRow(y, packed.array(), packed.offset(y));
        }
        return strided;
    }
}
