package io.depth4j.internal.estimate;

import io.depth4j.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The focal length and the shift along the axis that make points project to the pixels they belong to, by least squares.
 *
 * <p>For one shift the best focal length has a closed form, which leaves a search over one number.
 *
 * @param focal in halves of the picture's diagonal
 * @param shift what is added to all depths
 */
record FocalShift(double focal, double shift) {

    /** Points looked at along each axis; more do not change the result visibly. */
    private static final int GRID = 64;

    private static final int STEPS = 60;

    /** Solves over the points (x, y, z for every pixel, row after row) that are finite. */
    static FocalShift solve(float[] points, Size size) {
        double[][] samples = samples(points, size);
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (double[] sample : samples) {
            nearest = Math.min(nearest, sample[2]);
            farthest = Math.max(farthest, Math.abs(sample[2]));
        }
        if (samples.length < 2) {
            return new FocalShift(Double.NaN, Double.NaN);
        }
        // All points end up before the camera. A coarse scan finds the valley, halving the steps its bottom.
        double least = -nearest + 1e-3 * (farthest + Math.abs(nearest));
        double best = least;
        double bestError = Double.POSITIVE_INFINITY;
        double span = 4 * farthest + 1e-6;
        for (int i = 0; i <= GRID; i++) {
            double shift = least + span * i * i / (GRID * GRID);
            double error = error(samples, shift);
            if (error < bestError) {
                bestError = error;
                best = shift;
            }
        }
        double step = span / GRID;
        for (int i = 0; i < STEPS; i++) {
            double down = Math.max(least, best - step);
            double errorDown = error(samples, down);
            double errorUp = error(samples, best + step);
            if (errorDown < bestError || errorUp < bestError) {
                best = errorDown < errorUp ? down : best + step;
                bestError = Math.min(errorDown, errorUp);
            } else {
                step /= 2;
            }
        }
        return new FocalShift(focal(samples, best), best);
    }

    private static double[][] samples(float[] points, Size size) {
        double diagonal = Math.hypot(size.width(), size.height());
        int across = Math.max(1, size.width() / GRID);
        int down = Math.max(1, size.height() / GRID);
        List<double[]> samples = new ArrayList<>();
        for (int y = down / 2; y < size.height(); y += down) {
            for (int x = across / 2; x < size.width(); x += across) {
                int p = 3 * (y * size.width() + x);
                if (Float.isFinite(points[p]) && Float.isFinite(points[p + 1]) && Float.isFinite(points[p + 2])) {
                    double u = (2 * x + 1 - size.width()) / diagonal;
                    double v = (2 * y + 1 - size.height()) / diagonal;
                    samples.add(new double[] {points[p], points[p + 1], points[p + 2], u, v});
                }
            }
        }
        return samples.toArray(double[][]::new);
    }

    private static double focal(double[][] samples, double shift) {
        double cross = 0;
        double square = 0;
        for (double[] s : samples) {
            double x = s[0] / (s[2] + shift);
            double y = s[1] / (s[2] + shift);
            cross += x * s[3] + y * s[4];
            square += x * x + y * y;
        }
        return cross / square;
    }

    private static double error(double[][] samples, double shift) {
        double focal = focal(samples, shift);
        double error = 0;
        for (double[] s : samples) {
            double du = focal * s[0] / (s[2] + shift) - s[3];
            double dv = focal * s[1] / (s[2] + shift) - s[4];
            error += du * du + dv * dv;
        }
        return error;
    }
}
