package io.depth4j.frames;

import java.util.Arrays;

/**
 * What a tool with pads sees of the wall of a borehole that nobody drilled: dipping beds, whose edges are sine waves once the wall
 * is rolled out, laminae and vugs in them, a fracture across them. Between the pads, which turn as the tool is pulled up, there is
 * nothing, and a piece of the log is lost.
 */
final class SyntheticBorehole {

    static final double TOP = 1840;
    static final double BOTTOM = 1848;
    static final DepthRange LOST = DepthRange.halfOpen(1843.62, 1844.05);

    private static final double STEP = 0.0025;
    private static final int WIDTH = 240;
    private static final int PADS = 8;

    /** How much of the wall the pads touch. */
    private static final double TOUCHED = 0.82;

    /** From here on down all is conductive, and beds differ by little. */
    private static final double SHALE = 1845;

    private static final int BEDS = 120;

    private final double[] edges = new double[BEDS];

    SyntheticBorehole() {
        edges[0] = TOP - 1;
        for (int bed = 1; bed < BEDS; bed++) {
            edges[bed] = edges[bed - 1] + 0.05 + 0.4 * StrictMath.pow(noise(bed, 1), 3);
        }
    }

    Frames log() {
        double[] depths = new double[(int) Math.round((BOTTOM - TOP) / STEP) + 1];
        Arrays.setAll(depths, row -> TOP + row * STEP);
        depths = Arrays.stream(depths).filter(depth -> !LOST.contains(depth)).toArray();
        byte[] pixels = new byte[depths.length * WIDTH];
        byte[] valid = new byte[pixels.length];
        for (int row = 0; row < depths.length; row++) {
            for (int x = 0; x < WIDTH; x++) {
                double azimuth = 2 * Math.PI * x / WIDTH;
                int at = row * WIDTH + x;
                pixels[at] = (byte) Math.max(0, Math.min(255, Math.round(value(depths[row], azimuth))));
                valid[at] = (byte) (isTouched(depths[row], azimuth) ? 1 : 0);
            }
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels, valid);
    }

    private static boolean isTouched(double depth, double azimuth) {
        double turned = azimuth / (2 * Math.PI) + 0.035 * (depth - TOP) + 0.01 * StrictMath.sin(depth);
        double place = turned * PADS;
        return place - Math.floor(place) < TOUCHED;
    }

    /** Conductive is dark. */
    private double value(double depth, double azimuth) {
        // Beds dip steeply above and gently below; the plane that cuts the hole is a wave on its wall.
        double dip = depth < SHALE ? 0.22 : 0.07;
        double level = depth - dip * StrictMath.cos(azimuth - 2.1);
        int bed = Math.max(0, Math.min(BEDS - 1, -Arrays.binarySearch(edges, level) - 2));
        boolean shale = level > SHALE;
        double value = shale ? 30 + 16 * noise(bed, 2) : 90 + 130 * noise(bed, 2);
        double laminae = StrictMath.sin(level * (25 + 60 * noise(bed, 3)));
        value += (shale ? 2 : 11) * laminae;
        value += (shale ? 2 : 12) * (noise((int) (depth / 0.015), (int) (azimuth * 20)) - 0.5);
        if (!shale && isVug(level / 0.09, azimuth * 4)) {
            value *= 0.35;
        }
        double fracture = Math.abs(depth - 1842.1 - 0.75 * StrictMath.cos(azimuth - 0.6));
        return fracture < 0.02 ? 0.25 * value : value;
    }

    /** Some squares of a grid have a hole in them, none like another. */
    private static boolean isVug(double down, double round) {
        int row = (int) Math.floor(down);
        int column = (int) Math.floor(round);
        double size = 0.5 * noise(row, column);
        double fromMiddle = StrictMath.hypot(down - row - 0.5, round - column - 0.3 - 0.4 * noise(column, row));
        return noise(row * 31, column * 17) > 0.85 && fromMiddle < size;
    }

    /** The same number from 0 to 1 for the same two, on every machine. */
    private static double noise(int a, int b) {
        long bits = (a * 0x9E3779B97F4A7C15L) ^ (b * 0xC2B2AE3D27D4EB4FL);
        bits = (bits ^ bits >>> 31) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 29) * 0x94D049BB133111EBL;
        return ((bits ^ bits >>> 32) >>> 11) * 0x1p-53;
    }
}
