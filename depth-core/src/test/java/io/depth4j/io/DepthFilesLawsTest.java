package io.depth4j.io;

import static io.depth4j.io.DepthFileSamples.assertSame;
import static io.depth4j.io.DepthFileSamples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.DepthWriteOptions.Packing;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every map of every kind in every format. */
class DepthFilesLawsTest {

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void everyMapComesBack(@ForAll("maps") DepthMap map, @ForAll DepthFormat format, @ForAll Packing packing) {
        DepthWriteOptions options = DepthWriteOptions.defaults().withPacking(packing);
        DepthMap read = DepthFiles.read(
                written(map, format, options), DepthReadOptions.defaults().withKind(map.kind()));

        if (format == DepthFormat.PNG16) {
            assertWithinHalfAStep(read, map);
        } else {
            DepthAxis said = format == DepthFormat.PFM || format == DepthFormat.NPY ? DepthAxis.Z : map.axis();
            assertSame(read, map.withAxis(said));
        }
    }

    private static void assertWithinHalfAStep(DepthMap read, DepthMap map) {
        assertThat(read.kind()).isEqualTo(map.kind());
        assertThat(read.axis()).isEqualTo(map.axis());
        Range range = Range.minMax(map);
        double half = map.kind() == DepthKind.METRIC ? 0.0005 : (range.high() - range.low()) / 65534 / 2;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                float expected = map.at(x, y);
                float found = read.at(x, y);
                assertThat(Float.isNaN(found)).isEqualTo(Float.isNaN(expected));
                if (!Float.isNaN(expected)) {
                    assertThat((double) Math.abs(found - expected)).isLessThanOrEqualTo(half + Math.ulp(expected));
                }
            }
        }
    }

    /** Metres that fit 16 bits in millimetres; finite values of both signs of the other kinds; single pixels, rows and columns. */
    @Provide
    Arbitrary<DepthMap> maps() {
        Arbitrary<Integer> sides =
                Arbitraries.oneOf(Arbitraries.just(1), Arbitraries.integers().between(2, 90));
        return Combinators.combine(
                        sides,
                        sides,
                        Arbitraries.of(DepthKind.class),
                        Arbitraries.of(DepthAxis.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs())
                .as(DepthFilesLawsTest::map);
    }

    private static DepthMap map(int width, int height, DepthKind kind, DepthAxis axis, int missing, long seed) {
        FloatPlane plane = FloatPlane.allocate(new Size(width, height));
        Random random = new Random(seed);
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            float value = kind == DepthKind.METRIC
                    ? 0.001f + 65.53f * random.nextFloat()
                    : (random.nextFloat() - 0.5f) * (float) Math.pow(10, (int) (seed & 7));
            // From none missing to all.
            values[i] = random.nextInt(4) < missing ? Float.NaN : value;
        }
        return DepthMap.wrap(plane, kind).withAxis(axis);
    }
}
