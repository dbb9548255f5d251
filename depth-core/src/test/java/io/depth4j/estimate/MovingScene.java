package io.depth4j.estimate;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.SplittableRandom;

/**
 * A clip whose truth is known: a room of waves behind a box that moves, seen by a camera that may move too, through a network that
 * chooses a scale and a shift anew for every frame and adds a little noise.
 */
final class MovingScene {

    static final Size SIZE = new Size(96, 64);

    private static final int BOX = 40;

    private final double noise;
    private final double pan;
    private final long seed;

    private MovingScene(double noise, double pan, long seed) {
        this.noise = noise;
        this.pan = pan;
        this.seed = seed;
    }

    /** Seen by a camera at rest. */
    static MovingScene still(double noise) {
        return new MovingScene(noise, 0, 1);
    }

    /** Seen by a camera that moves so many pixels a frame to the right. */
    static MovingScene panned(double noise, double pixels) {
        return new MovingScene(noise, pixels, 2);
    }

    /** Where the room is seen, and not the box. */
    boolean isStatic(int x, int y, int frame) {
        int left = left(frame);
        return x < left || x >= left + BOX || y < 12 || y >= 12 + BOX;
    }

    /** A third of the picture at most. */
    private static int left(int frame) {
        return (int) (28 + 27 * Math.sin(frame * 0.13));
    }

    /** Disparity from 0 to 1.5; the box comes and goes. */
    double truth(int x, int y, int frame) {
        if (isStatic(x, y, frame)) {
            double u = x + pan * frame;
            return 0.5 + 0.3 * Math.sin(u * 0.061) * Math.cos(y * 0.043) + 0.2 * Math.sin(u * 0.023 + y * 0.08);
        }
        return 1.2 + 0.3 * Math.sin(frame * 0.41);
    }

    Image picture(int frame) {
        Image image = Image.allocate(SIZE, PixelFormat.GRAY8);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                image.array()[y * SIZE.width() + x] = (byte) Math.min(255, 30 + 140 * truth(x, y, frame));
            }
        }
        return image;
    }

    /** What a network that sees single pictures says. */
    DepthMap seen(int frame, DepthKind kind) {
        SplittableRandom random = new SplittableRandom(seed * 100_003 + frame);
        double scale = Math.exp(random.nextDouble(-0.3, 0.3));
        double shift = kind == DepthKind.SCALE_INVARIANT || kind == DepthKind.METRIC ? 0 : random.nextDouble(-0.2, 0.2);
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double value = truth(x, y, frame) + noise * (random.nextDouble() * 2 - 1);
                plane.set(x, y, (float) (scale * value + shift));
            }
        }
        return DepthMap.of(plane, kind);
    }
}
