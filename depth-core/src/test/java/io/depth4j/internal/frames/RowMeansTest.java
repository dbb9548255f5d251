package io.depth4j.internal.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowMeansTest {

    /** Rows in sixteenths, from before the range to beyond it, with repeated depths, in any order. */
    private static final class Rows {

        static final double LOW = -2.5;
        static final double HIGH = 7.25;

        final int width;
        final double[] depths;
        final byte[] bytes;
        final byte[] valid;
        final float[] floats;

        Rows(Random random, int count, int width) {
            this.width = width;
            this.depths =
                    random.ints(count, -60, 140).mapToDouble(i -> i / 16.0).toArray();
            this.bytes = new byte[count * width];
            random.nextBytes(bytes);
            this.valid = new byte[bytes.length];
            this.floats = new float[bytes.length];
            for (int i = 0; i < valid.length; i++) {
                valid[i] = (byte) (random.nextInt(3) == 0 ? 0 : 1);
                floats[i] = valid[i] == 0 ? Float.NaN : bytes[i] & 0xff;
            }
        }

        /** The plain definition, part by part and pixel by pixel. */
        float[] meansOfValid(int parts) {
            float[] means = new float[parts * width];
            for (int part = 0; part < parts; part++) {
                for (int x = 0; x < width; x++) {
                    List<Float> found = new ArrayList<>();
                    for (int row = 0; row < depths.length; row++) {
                        if (part(depths[row], parts) == part && valid[row * width + x] == 1) {
                            found.add(floats[row * width + x]);
                        }
                    }
                    double sum = found.stream().mapToDouble(value -> value).sum();
                    means[part * width + x] = found.isEmpty() ? Float.NaN : (float) (sum / found.size());
                }
            }
            return means;
        }

        static int part(double depth, int parts) {
            if (depth < LOW || depth > HIGH) {
                return -1;
            }
            return Math.min(parts - 1, (int) Math.floor((depth - LOW) * (parts / (HIGH - LOW))));
        }
    }

    @Property
    void meansAreThoseOfADoubleLoop(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int count,
            @ForAll @IntRange(min = 1, max = 19) int width,
            @ForAll @IntRange(min = 1, max = 40) int parts,
            @ForAll boolean sorted) {
        Rows rows = new Rows(new Random(seed), count, width);
        if (sorted) {
            Arrays.sort(rows.depths);
        }
        float[] expected = rows.meansOfValid(parts);

        RowMeans ofBytes = new RowMeans(Rows.LOW, Rows.HIGH, parts, width);
        ofBytes.add(rows.depths, rows.bytes, rows.valid, 0, count / 3);
        ofBytes.add(rows.depths, rows.bytes, rows.valid, count / 3, count);
        assertThat(ofBytes.means()).isEqualTo(expected);

        RowMeans ofFloats = new RowMeans(Rows.LOW, Rows.HIGH, parts, width);
        ofFloats.add(rows.depths, rows.floats, 0, count);
        assertThat(ofFloats.means()).isEqualTo(expected);

        RowMeans ofMeans = new RowMeans(Rows.LOW, Rows.HIGH, parts, width);
        for (int row = 0; row < count; row++) {
            int first = row * width;
            int[] ones = new int[width];
            Arrays.setAll(ones, x -> rows.valid[first + x]);
            ofMeans.addMean(rows.depths[row], rows.depths[row], rows.floats, first, ones);
        }
        assertThat(ofMeans.means()).isEqualTo(expected);
    }

    @Property
    void bytesWithoutFlagsAreAllThere(
            @ForAll long seed, @ForAll @IntRange(max = 200) int count, @ForAll @IntRange(min = 1, max = 40) int parts) {
        Rows rows = new Rows(new Random(seed), count, 5);
        byte[] all = new byte[rows.valid.length];
        Arrays.fill(all, (byte) 1);

        RowMeans flagged = new RowMeans(Rows.LOW, Rows.HIGH, parts, 5);
        flagged.add(rows.depths, rows.bytes, all, 0, count);
        RowMeans plain = new RowMeans(Rows.LOW, Rows.HIGH, parts, 5);
        plain.add(rows.depths, rows.bytes, 0, count);

        assertThat(plain.means()).isEqualTo(flagged.means());
        for (int part = 0; part < parts; part++) {
            int wanted = part;
            assertThat(plain.isEmpty(part))
                    .isEqualTo(Arrays.stream(rows.depths).noneMatch(depth -> Rows.part(depth, parts) == wanted));
        }
    }

    @Test
    void meansOfRowsInTwoPartsCountToBothByShares() {
        RowMeans means = new RowMeans(0, 10, 2, 1);
        means.add(new double[] {1, 9}, new byte[] {0, 0}, 0, 2);
        means.addMean(3, 7, new float[] {90}, 0, new int[] {16});
        assertThat(means.means()).containsExactly(80, 80);
    }

    @Test
    void meansOfManyRowsWeighAsMuchAsTheRows() {
        RowMeans means = new RowMeans(0, 10, 1, 2);
        means.add(new double[] {1, 2, 3}, new byte[] {10, 1, 20, 1, 30, 1}, 0, 3);
        means.addMean(4, 6, new float[] {100, Float.NaN}, 0, new int[] {7, 0});
        assertThat(means.means()).containsExactly(76, 1);
    }

    @Test
    void partsLieEvenlyAndTheirMiddlesAreTheirDepths() {
        RowMeans means = new RowMeans(100, 104, 4, 1);
        means.add(new double[] {99.999, 100, 101, 103.5, 104, 104.001}, new byte[] {9, 1, 2, 3, 5, 9}, 0, 6);
        assertThat(means.depths()).containsExactly(100.5, 101.5, 102.5, 103.5);
        assertThat(means.means()).containsExactly(1, 2, Float.NaN, 4);
        assertThat(means.isEmpty(2)).isTrue();
    }

    @Test
    void rowOfMissingPixelsIsARow() {
        RowMeans means = new RowMeans(0, 2, 2, 1);
        means.add(new double[] {0.5}, new float[] {Float.NaN}, 0, 1);
        assertThat(means.isEmpty(0)).isFalse();
        assertThat(means.isEmpty(1)).isTrue();
        assertThat(means.means()).containsOnly(Float.NaN);
    }

    @Test
    void infinitePixelIsMissing() {
        RowMeans means = new RowMeans(0, 1, 1, 2);
        means.add(
                new double[] {0, 1},
                new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3, Float.POSITIVE_INFINITY},
                0,
                2);
        assertThat(means.means()).containsExactly(3, Float.NaN);
    }

    @Test
    void rangeMayBeOneDepthOrAllOfThem() {
        RowMeans one = new RowMeans(5, 5, 3, 1);
        one.add(new double[] {5, 5, 6}, new byte[] {1, 3, 9}, 0, 3);
        assertThat(one.means()).containsExactly(2, Float.NaN, Float.NaN);

        double end = 0x1p1023;
        RowMeans all = new RowMeans(-end, end, 2, 1);
        all.add(new double[] {-end, 0, end}, new byte[] {1, 3, 5}, 0, 3);
        assertThat(all.means()).containsExactly(1, 4);
        assertThat(all.depths()).containsExactly(-end / 2, end / 2);
    }

    @Test
    void longRunsOfBytesDoNotOverflow() {
        int rows = 10_000_000;
        byte[] white = new byte[rows];
        Arrays.fill(white, (byte) 255);
        RowMeans means = new RowMeans(0, 1, 1, 1);
        means.add(new double[rows], white, 0, rows);
        assertThat(means.means()).containsExactly(255);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new RowMeans(1, 0, 1, 1)).hasMessageContaining("found 1.0 and 0.0");
        assertThatThrownBy(() -> new RowMeans(0, Double.POSITIVE_INFINITY, 1, 1))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new RowMeans(0, 1, 0, 1)).hasMessageContaining("at least 1 part");
    }
}
