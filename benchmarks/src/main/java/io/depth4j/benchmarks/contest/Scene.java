package io.depth4j.benchmarks.contest;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.Random;

/** A rendered picture that is not too easy for a codec: a hazy sky, a tiled floor in perspective, balls, and a sensor's noise. */
public final class Scene {

    private static final double NOISE = 2.5;
    private static final long SEED = 20_260_101;
    private static final double HORIZON = 0.45;

    /** Centre and radius in picture heights, then the colour. */
    private static final double[][] BALLS = {
        {0.45, 0.62, 0.17, 205, 80, 60}, {0.95, 0.50, 0.11, 70, 140, 190}, {1.40, 0.70, 0.21, 150, 170, 70}
    };

    private Scene() {}

    public static Image render(Size size) {
        Random random = new Random(SEED);
        Image image = Image.allocate(size, PixelFormat.RGB24);
        double[] color = new double[3];
        int i = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                shade((x + 0.5) / size.height(), (y + 0.5) / size.height(), color);
                for (double channel : color) {
                    double noisy = channel + NOISE * random.nextGaussian();
                    image.array()[i++] = (byte) Math.round(Math.max(0, Math.min(255, noisy)));
                }
            }
        }
        return image;
    }

    private static void shade(double x, double y, double[] color) {
        for (double[] ball : BALLS) {
            double dx = (x - ball[0]) / ball[2];
            double dy = (y - ball[1]) / ball[2];
            double inside = 1 - dx * dx - dy * dy;
            if (inside > 0) {
                double light = Math.max(0.12, -0.5 * dx - 0.6 * dy + 0.62 * Math.sqrt(inside));
                set(color, light * ball[3], light * ball[4], light * ball[5]);
                return;
            }
        }
        if (y < HORIZON) {
            double haze = y / HORIZON;
            set(color, 90 + 120 * haze, 140 + 80 * haze, 220 + 15 * haze);
            return;
        }
        double distance = 0.25 / (y - HORIZON + 1e-3);
        boolean dark = (((long) Math.floor((x - 0.9) * distance * 6) + (long) Math.floor(distance * 6)) & 1) == 0;
        double haze = Math.min(1, distance / 12);
        double tile = (dark ? 70 : 190) * (1 - haze) + 205 * haze;
        set(color, tile, tile * 0.95, tile * 0.9);
    }

    private static void set(double[] color, double red, double green, double blue) {
        color[0] = red;
        color[1] = green;
        color[2] = blue;
    }
}
