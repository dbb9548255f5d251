package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class QuantizerTest {

    private static final Range RANGE = Range.of(-2, 3);

    @Property
    void levelIsTheNearestWholeNumber(@ForAll @FloatRange(min = -3, max = 4) float value) {
        double share = Math.max(0, Math.min(1, (value + 2.0) / 5));

        assertThat((double) level8(RANGE, value)).isBetween(share * 255 - 0.5001, share * 255 + 0.5001);
        assertThat((double) level16(RANGE, value)).isBetween(share * 65535 - 0.51, share * 65535 + 0.51);
    }

    @Property
    void everyByteComesBack(@ForAll byte level) {
        assertThat(level8(Range.of(0, 255), level & 255)).isEqualTo(level & 255);
        assertThat(level16(Range.of(0, 65535), (level & 255) * 257)).isEqualTo((level & 255) * 257);
    }

    @Test
    void halvesGoToTheEvenLevel() {
        assertThat(level8(Range.of(0, 255), 0.5f)).isZero();
        assertThat(level8(Range.of(0, 255), 1.5f)).isEqualTo(2);
        assertThat(level8(Range.of(0, 255), 2.5f)).isEqualTo(2);
    }

    @Test
    void outsidesAreCutAndMissingPixelsGetTheirLevel() {
        assertThat(level8(RANGE, -9)).isZero();
        assertThat(level8(RANGE, Float.NEGATIVE_INFINITY)).isZero();
        assertThat(level8(RANGE, 9)).isEqualTo(255);
        assertThat(level8(RANGE, Float.POSITIVE_INFINITY)).isEqualTo(255);
        assertThat(level8(RANGE, Float.NaN)).isZero();
        assertThat(levels(Quantizer.over(RANGE).withMissing(200), Float.NaN).at(0, 0, 0))
                .isEqualTo(200);
        assertThat(levels(Quantizer.over(Range.EMPTY).withMissing(9), 1).at(0, 0, 0))
                .isEqualTo(9);
    }

    @Test
    void rangeWithoutWidthPartsBelowFromAbove() {
        assertThat(level8(Range.of(3, 3), 2)).isZero();
        assertThat(level8(Range.of(3, 3), 3)).isZero();
        assertThat(level8(Range.of(3, 3), Math.nextUp(3f))).isEqualTo(255);
    }

    @Test
    void widestRangesDoNotOverflow() {
        Range all = Range.of(-Float.MAX_VALUE, Float.MAX_VALUE);

        assertThat(level8(all, Float.MAX_VALUE)).isEqualTo(255);
        assertThat(level8(all, Float.MAX_VALUE / 2)).isEqualTo(191);
        assertThat(level8(all, -Float.MAX_VALUE)).isZero();
    }

    @Test
    void narrowestRangesUseAllLevels() {
        for (float high : new float[] {1e-30f, 1e-37f, 1e-40f, Float.MIN_VALUE}) {
            Range range = Range.of(0, high);

            assertThat(level8(range, high)).isEqualTo(255);
            assertThat(level16(range, high)).isEqualTo(65535);
            assertThat(level8(range, -high)).isZero();
            assertThat(level8(range, 1)).isEqualTo(255);
            assertThat(level8(range, Float.MAX_VALUE)).isEqualTo(255);
        }
        assertThat(level8(Range.of(1e-40, 3e-40), 2e-40f)).isBetween(127, 128);
        assertThat(level8(Range.of(0, 0), Float.MIN_VALUE)).isEqualTo(255);
        assertThat(level8(Range.of(1e-30, 1e-30), Math.nextUp(1e-30f))).isEqualTo(255);
    }

    @Test
    void directBufferAndDepthMapGiveTheSame() {
        Size size = new Size(50, 40);
        float[] values = new float[size.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 17 == 0 ? Float.NaN : i;
        }
        FloatPlane plane = FloatPlane.wrap(size, values);
        Quantizer quantizer = Quantizer.over(Range.minMax(plane)).withMissing(1);
        Image direct = Image.wrap(size, PixelFormat.GRAY8, ByteBuffer.allocateDirect(60 * 40), 60);
        quantizer.gray8Into(DepthMap.of(plane, DepthKind.METRIC), direct);

        assertThat(direct.sameAs(quantizer.gray8(plane))).isTrue();
    }

    @Test
    void wrongDestinationsAreRefused() {
        FloatPlane plane = FloatPlane.allocate(new Size(4, 3));
        Quantizer quantizer = Quantizer.over(RANGE);
        assertThatThrownBy(() -> quantizer.gray8Into(plane, Image.allocate(plane.size(), PixelFormat.RGB24)))
                .hasMessageContaining("found RGB24 of 4×3");
        assertThatThrownBy(() -> quantizer.gray16Into(plane, new byte[24], 1))
                .hasMessageContaining("need 24 bytes, found 24 with offset 1");
        assertThatThrownBy(() -> quantizer.withMissing(256).gray8(plane)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> quantizer.withMissing(-1)).hasMessageContaining("found -1");
    }

    private static int level8(Range range, float value) {
        return levels(Quantizer.over(range), value).at(0, 0, 0);
    }

    private static int level16(Range range, float value) {
        byte[] dst = new byte[5];
        Quantizer.over(range).gray16Into(FloatPlane.wrap(new Size(2, 1), new float[] {0, value}), dst, 1);
        return ByteBuffer.wrap(dst).getShort(3) & 0xffff;
    }

    private static Image levels(Quantizer quantizer, float value) {
        return quantizer.gray8(FloatPlane.wrap(new Size(1, 1), new float[] {value}));
    }
}
