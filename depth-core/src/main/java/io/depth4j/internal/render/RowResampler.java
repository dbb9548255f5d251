package io.depth4j.internal.render;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.frames.DepthGap;
import io.depth4j.frames.Frames;
import io.depth4j.frames.RenderOptions.Between;
import io.depth4j.internal.frames.Depths;
import io.depth4j.internal.frames.RowMeans;
import java.util.Arrays;

/**
 * Rows to the even rows of a grid: the mean of those that lie in a part, and where none does, what lies between its neighbours
 * unless they are too far apart.
 */
public final class RowResampler {

    private final Frames rows;
    private final DepthGap gap;
    private final Between between;

    /** For ascending rows, of which those round the grid matter too. */
    public RowResampler(Frames rows, DepthGap gap, Between between) {
        this.rows = rows;
        this.gap = gap;
        this.between = between;
    }

    public PictureRows resample(RowGrid grid) {
        int width = rows.width();
        RowMeans means = means(grid);
        float[] values = means.means();
        double[] depths = rows.depths();
        double widest = Double.NaN;
        int next = 0;
        for (int part = 0; part < grid.rows(); part++) {
            if (means.isEmpty(part)) {
                double depth = means.depth(part);
                while (next < depths.length && depths[next] < depth) {
                    next++;
                }
                if (next < depths.length && depths[next] == depth) {
                    mix(next, next, 0, values, part * width); // where all parts are at one depth
                } else if (next > 0 && next < depths.length) {
                    widest = Double.isNaN(widest) ? widest(gap, depths) : widest;
                    double step = depths[next] - depths[next - 1];
                    if (step <= widest) {
                        double share = (depth - depths[next - 1]) / step;
                        mix(next - 1, next, share, values, part * width);
                    }
                }
            }
        }
        FloatPlane plane = FloatPlane.wrap(new Size(width, grid.rows()), values);
        int to = grid.rows() - grid.below();
        return new PictureRows(
                plane,
                means.depths(),
                grid.above(),
                to,
                grid.shown().low(),
                grid.shown().high());
    }

    private RowMeans means(RowGrid grid) {
        RowMeans means = new RowMeans(grid.range().low(), grid.range().high(), grid.rows(), rows.width());
        double[] depths = rows.depths();
        int from = Depths.notBelow(depths, depths.length, grid.range().low());
        int to = Depths.behind(depths, depths.length, grid.range());
        means.add(rows, from, to);
        return means;
    }

    /** How far apart two rows may be that have something between them. */
    private static double widest(DepthGap gap, double[] depths) {
        if (gap instanceof DepthGap.Distance fixed) {
            return fixed.distance();
        }
        double[] steps = new double[depths.length - 1];
        Arrays.setAll(steps, row -> depths[row + 1] - depths[row]);
        Arrays.sort(steps);
        return ((DepthGap.Steps) gap).times() * steps[steps.length / 2];
    }

    /** The row that lies a share of the way from one row to another. */
    private void mix(int above, int below, double share, float[] dst, int offset) {
        for (int x = 0; x < rows.width(); x++) {
            float a = rows.value(above, x);
            float b = rows.value(below, x);
            boolean whole = between == Between.NEAREST || !Float.isFinite(a) || !Float.isFinite(b);
            float nearest = share <= 0.5 ? a : b;
            dst[offset + x] = whole ? nearest : (float) (a + (b - (double) a) * share);
        }
    }
}
