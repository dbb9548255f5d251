package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What every resizer of windows promises, whichever convention it follows. */
class ResizeLawsTest {

    private static final List<FrameResizer> CONVEX = List.of(
            FrameResizers.nearest(), FrameResizers.bilinear(), FrameResizers.area(), FrameResizers.pillowBilinear());
    private static final List<FrameResizer> LOBED =
            List.of(FrameResizers.bicubic(), FrameResizers.pillowBicubic(), FrameResizers.lanczos3());

    @Provide
    Arbitrary<Size> sizes() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 70);
        return Combinators.combine(sides, sides).as(Size::new);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Provide
    Arbitrary<FrameResizer> convex() {
        return Arbitraries.of(CONVEX);
    }

    @Provide
    Arbitrary<FrameResizer> all() {
        return Arbitraries.oneOf(Arbitraries.of(CONVEX), Arbitraries.of(LOBED));
    }

    @Provide
    Arbitrary<FrameResizer> averaging() {
        return all().filter(resizer -> resizer != FrameResizers.nearest());
    }

    @Property(tries = 600)
    void ownSizeIsIdentity(
            @ForAll("all") FrameResizer resizer,
            @ForAll("sizes") Size size,
            @ForAll PixelFormat format,
            @ForAll("seeds") long seed) {
        Image src = image(size, format, seed);
        assertThat(resizer.resize(src, size).sameAs(src)).isTrue();
        FloatPlane plane = plane(size, seed, 0.3);
        assertThat(resizer.resize(plane, size).sameAs(plane)).isTrue();
    }

    @Property(tries = 600)
    void constantStaysConstant(
            @ForAll("all") FrameResizer resizer,
            @ForAll("sizes") Size from,
            @ForAll("sizes") Size to,
            @ForAll PixelFormat format,
            @ForAll byte value) {
        Image src = Image.allocate(from, format);
        Arrays.fill(src.array(), value);
        byte expected = value;
        if (format == PixelFormat.RGBA32) {
            for (int i = 3; i < src.array().length; i += 4) {
                src.array()[i] = -1;
            }
        }
        Image dst = resizer.resize(src, to);
        for (int i = 0; i < dst.array().length; i++) {
            boolean alpha = format == PixelFormat.RGBA32 && i % 4 == 3;
            assertThat(dst.array()[i]).isEqualTo(alpha ? -1 : expected);
        }
        FloatPlane plane = FloatPlane.allocate(from);
        Arrays.fill(plane.array(), value);
        for (float found : resizer.resize(plane, to).array()) {
            assertThat(found).isCloseTo(value, within(2e-4f));
        }
    }

    @Property(tries = 600)
    void averagesStayWithinTheInput(
            @ForAll("convex") FrameResizer resizer,
            @ForAll("sizes") Size from,
            @ForAll("sizes") Size to,
            @ForAll("seeds") long seed) {
        Image src = image(from, PixelFormat.GRAY8, seed);
        int low = IntStream.range(0, from.pixels())
                .map(i -> src.array()[i] & 0xff)
                .min()
                .orElseThrow();
        int high = IntStream.range(0, from.pixels())
                .map(i -> src.array()[i] & 0xff)
                .max()
                .orElseThrow();
        for (byte found : resizer.resize(src, to).array()) {
            assertThat(found & 0xff).isBetween(low, high);
        }
        FloatPlane plane = plane(from, seed, 0.2);
        for (float found : resizer.resize(plane, to).array()) {
            if (!Float.isNaN(found)) {
                assertThat(found).isBetween(-1e-6f, 1 + 1e-6f);
            }
        }
    }

    @Property(tries = 600)
    void holesTouchOnlyTheWindowsTheyLieIn(
            @ForAll("averaging") FrameResizer resizer,
            @ForAll("sizes") Size from,
            @ForAll("sizes") Size to,
            @ForAll("seeds") long seed) {
        Assume.that(!from.equals(to));
        FloatPlane whole = plane(from, seed, 0);
        FloatPlane holed = FloatPlane.copyOf(whole);
        FloatPlane mark = FloatPlane.allocate(from);
        Random random = new Random(seed);
        for (int i = 0; i < 1 + from.pixels() / 20; i++) {
            int at = random.nextInt(from.pixels());
            holed.array()[at] = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
            // Far beyond the plane's values: whatever it reaches shows it.
            mark.array()[at] = 1e6f;
        }
        float[] expected = resizer.resize(whole, to).array();
        float[] found = resizer.resize(holed, to).array();
        float[] reach = resizer.resize(mark, to).array();
        for (int i = 0; i < found.length; i++) {
            assertThat(Float.isInfinite(found[i])).isFalse();
            if (Float.isNaN(found[i])) {
                assertThat(reach[i]).isNotZero();
            } else if (reach[i] == 0 && isPositive(resizer)) {
                assertThat(Float.floatToIntBits(found[i])).isEqualTo(Float.floatToIntBits(expected[i]));
            }
        }
    }

    /** Negative and positive weights of several holes may cancel, so that only here no trace means no reach. */
    private static boolean isPositive(FrameResizer resizer) {
        return CONVEX.contains(resizer);
    }

    /** However the holes lie, what is valid of a window has half of its weight, so that a mean goes twice as far at most. */
    @Property(tries = 600)
    void aMeanBetweenHolesStaysNearTheValues(
            @ForAll("averaging") FrameResizer resizer,
            @ForAll("sizes") Size from,
            @ForAll("sizes") Size to,
            @ForAll("seeds") long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.7) double missing) {
        Assume.that(!from.equals(to));
        for (float found : resizer.resize(plane(from, seed, missing), to).array()) {
            if (!Float.isNaN(found)) {
                assertThat(found).isBetween(-2f, 3f);
            }
        }
    }

    @Example
    void aTallPlaneMayBecomeAWideOne() {
        FloatPlane src = FloatPlane.allocate(new Size(3, 50_000));
        Arrays.fill(src.array(), 7);
        for (FrameResizer resizer : List.of(FrameResizers.pillowBilinear(), FrameResizers.lanczos3())) {
            for (float found : resizer.resize(src, new Size(50_000, 1)).array()) {
                assertThat(found).isCloseTo(7, within(1e-3f));
            }
        }
    }

    @Property(tries = 600)
    void anEmptyPlaneStaysEmpty(
            @ForAll("all") FrameResizer resizer, @ForAll("sizes") Size from, @ForAll("sizes") Size to) {
        FloatPlane src = FloatPlane.allocate(from);
        Arrays.fill(src.array(), Float.NaN);
        assertThat(resizer.resize(src, to).missing()).isEqualTo(to.pixels());
    }

    @Example
    void aHoleIsAHoleWhereItHasMoreThanHalfOfTheWeight() {
        FloatPlane src = FloatPlane.wrap(new Size(8, 1), new float[] {1, 1, Float.NaN, 1, Float.NaN, Float.NaN, 3, 5});
        float[] found = FrameResizers.area().resize(src, new Size(4, 1)).array();
        assertThat(found).containsExactly(1, 1, Float.NaN, 4);
        assertThat(FrameResizers.area().resize(src, new Size(2, 1)).array()).containsExactly(1, 4);
        assertThat(FrameResizers.nearest().resize(src, new Size(4, 1)).array())
                .containsExactly(1, Float.NaN, Float.NaN, 3);
    }

    @Example
    void aHoleGrowsWithThePlane() {
        FloatPlane src = FloatPlane.allocate(new Size(10, 10));
        src.set(5, 5, Float.NaN);
        FloatPlane dst = FrameResizers.bilinear().resize(src, new Size(40, 40));
        assertThat(dst.missing()).isBetween(8, 24);
        assertThat(dst.isMissing(21, 21)).isTrue();
        assertThat(dst.isMissing(16, 16)).isFalse();
    }

    @Property(tries = 600)
    void anyLayoutGivesTheSamePixels(
            @ForAll("all") FrameResizer resizer,
            @ForAll("sizes") Size from,
            @ForAll("sizes") Size to,
            @ForAll PixelFormat format,
            @ForAll("seeds") long seed) {
        Image packed = image(from, format, seed);
        Image expected = resizer.resize(packed, to);
        for (boolean direct : new boolean[] {false, true}) {
            Image src = inside(from, format, direct);
            for (int y = 0; y < from.height(); y++) {
                src.writeRow(y, packed.array(), packed.offset(y));
            }
            Image dst = inside(to, format, direct);
            resizer.resizeInto(src, dst);
            assertThat(dst.sameAs(expected)).isTrue();
            assertThat(src.sameAs(packed)).isTrue();
        }
    }

    /** An image in the middle of a larger one. */
    private static Image inside(Size size, PixelFormat format, boolean direct) {
        Size larger = new Size(size.width() + 5, size.height() + 3);
        int stride = larger.width() * format.channels() + 7;
        int bytes = stride * larger.height();
        ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
        return Image.wrap(larger, format, buffer, stride).region(3, 1, size);
    }

    @Example
    void oneResizerServesManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (FrameResizer resizer : LOBED) {
                Size to = new Size(41, 33);
                FrameResizer prepared = resizer.prepare(new Size(90, 80), to);
                Callable<Boolean> task = () -> IntStream.range(0, 50).allMatch(seed -> {
                    Image src = image(new Size(90, 80), PixelFormat.RGB24, seed);
                    return prepared.resize(src, to).sameAs(resizer.resize(src, to));
                });
                for (Future<Boolean> same : threads.invokeAll(List.of(task, task, task, task))) {
                    assertThat(same.get()).isTrue();
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Example
    void messagesNameWhatWasExpectedAndFound() {
        Image gray = Image.allocate(new Size(4, 4), PixelFormat.GRAY8);
        Image rgb = Image.allocate(new Size(2, 2), PixelFormat.RGB24);
        assertThatThrownBy(() -> FrameResizers.bilinear().resizeInto(gray, rgb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRAY8")
                .hasMessageContaining("RGB24");
        FrameResizer prepared = FrameResizers.area().prepare(new Size(4, 4), new Size(3, 3));
        assertThatThrownBy(() -> prepared.resize(gray, new Size(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This resizer is prepared for 4×4 to 3×3, found 4×4 to 2×2");
        assertThatThrownBy(() -> prepared.prepare(new Size(5, 4), new Size(3, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5×4");
    }

    @Example
    void sharedPixelsAreRefusedAndNeighboursAreNot() {
        Image parent = image(new Size(20, 10), PixelFormat.RGB24, 1);
        Image left = parent.region(0, 0, new Size(10, 10));
        Image right = parent.region(10, 0, new Size(10, 5));
        Image middle = parent.region(9, 0, new Size(10, 5));
        FrameResizers.bilinear().resizeInto(left, right);
        assertThatThrownBy(() -> FrameResizers.bilinear().resizeInto(left, middle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share");
        FloatPlane plane = FloatPlane.allocate(new Size(3, 3));
        assertThatThrownBy(() -> FrameResizers.area().resizeInto(plane, plane))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share");
    }

    private static Image image(Size size, PixelFormat format, long seed) {
        Image image = Image.allocate(size, format);
        new Random(seed).nextBytes(image.array());
        return image;
    }

    private static FloatPlane plane(Size size, long seed, double missing) {
        FloatPlane plane = FloatPlane.allocate(size);
        Random random = new Random(seed);
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = random.nextDouble() < missing ? Float.NaN : random.nextFloat();
        }
        return plane;
    }
}
