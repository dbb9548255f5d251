package io.depth4j.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthGap;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.RenderOptions.Between;
import io.depth4j.internal.frames.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RowResamplerTest {

    /** The definition, pixel by pixel, with no thought of speed. */
    private static float expected(
            Frames rows, double low, double high, int parts, int part, int x, Between between, double gap) {
        double step = (high - low) / parts;
        double from = low + part * step;
        double to = from + step;
        List<Double> inside = new ArrayList<>();
        int rowsInside = 0;
        for (int row = 0; row < rows.count(); row++) {
            double depth = rows.depth(row);
            if (depth >= from && (depth < to || part == parts - 1 && depth <= high)) {
                rowsInside++;
                if (!rows.isMissing(row, x)) {
                    inside.add((double) rows.value(row, x));
                }
            }
        }
        if (rowsInside > 0) {
            double sum = inside.stream().mapToDouble(value -> value).sum();
            return inside.isEmpty() ? Float.NaN : (float) (sum / inside.size());
        }
        double middle = (from + to) / 2;
        int above = -1;
        int below = -1;
        for (int row = 0; row < rows.count(); row++) {
            double depth = rows.depth(row);
            if (depth < middle && (above < 0 || depth > rows.depth(above))) {
                above = row;
            }
            if (depth > middle && (below < 0 || depth < rows.depth(below))) {
                below = row;
            }
        }
        double distance = rows.depth(below) - rows.depth(above);
        if (distance > gap) {
            return Float.NaN;
        }
        double share = (middle - rows.depth(above)) / distance;
        float a = rows.value(above, x);
        float b = rows.value(below, x);
        boolean whole = between == Between.NEAREST || Float.isNaN(a) || Float.isNaN(b);
        return whole ? (share <= 0.5 ? a : b) : (float) (a + (b - (double) a) * share);
    }

    @Property(tries = 400)
    void partsAreMeansOfTheirRowsAndElseWhatLiesBetween(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int span,
            @ForAll @DoubleRange(max = 2) double density,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(max = 6) int power,
            @ForAll Between between,
            @ForAll @IntRange(min = 0, max = 40) int gap) {
        Frames rows = RandomRows.of(new Random(seed), span, density, width);
        int parts = span << power; // parts of a power of two, so that no depth is on an edge by rounding
        RenderOptions options = RenderOptions.defaults().withHeight(parts);
        DepthRange all = DepthRange.closed(0, span);
        RowGrid grid = RowGrid.of(all, all, options, width);

        Frames sorted = RowOrder.sorted(rows);
        PictureRows found = new RowResampler(sorted, new DepthGap.Distance(gap / 16.0), between).resample(grid);

        float[] expected = new float[parts * width];
        for (int part = 0; part < parts; part++) {
            for (int x = 0; x < width; x++) {
                expected[part * width + x] = expected(rows, 0, span, parts, part, x, between, gap / 16.0);
            }
        }
        assertThat(found.plane().array()).isEqualTo(expected);
        assertThat(found.depths()).hasSize(parts).isSorted();
    }

    @Property
    void gapInStepsIsThatOfTheMedianStep(
            @ForAll @IntRange(min = 4, max = 50) int rows, @ForAll @IntRange(min = 1, max = 5) int times) {
        // Evenly every half metre, then one row that is too far off and one that just is not.
        double step = 0.5;
        double[] depths = new double[rows + 2];
        Arrays.setAll(depths, row -> row * step);
        depths[rows] = depths[rows - 1] + times * step;
        depths[rows + 1] = depths[rows] + (times + 0.25) * step;
        Frames all = Frames.wrap(DepthUnit.FOOT, 1, depths, new byte[rows + 2]);
        DepthRange range = DepthRange.closed(0, depths[rows + 1]);
        RowGrid grid = RowGrid.of(range, range, RenderOptions.defaults().withPixelsPerUnit(64), 1);

        PictureRows found = new RowResampler(all, new DepthGap.Steps(times), Between.NEAREST).resample(grid);

        for (int part = 0; part < grid.rows() - 1; part++) {
            boolean beyond = found.depths()[part] > depths[rows] + 1 / 64.0;
            assertThat(found.plane().isMissing(0, part))
                    .as("%s", found.depths()[part])
                    .isEqualTo(beyond);
        }
        assertThat(found.plane().isMissing(0, grid.rows() - 1)).isFalse();
    }
}
