package io.depth4j;

import java.util.Objects;

/**
 * The picture that tells which colour means which value: a bar, marks at round values (at the ends of the intervals, if the map
 * has its own), their numbers, and a unit.
 *
 * @param colormap whose colours
 * @param range the values from one end of the bar to the other
 * @param unit a text beside the numbers, at most 1000 letters; may be empty. Letters beyond ASCII and a few signs
 *     (° µ ² ³ · ±) come out as boxes
 * @param orientation which way the values go
 * @param length pixels along the bar
 * @param thickness pixels across the bar
 * @param marks at most so many marks at round values, 2 or more
 * @param zoom pixels that one pixel of the letters takes, 1 or more
 * @param ink the colour of frame, marks and text
 * @param paper the colour behind them; may be transparent
 */
public record Legend(
        Colormap colormap,
        Range range,
        String unit,
        Orientation orientation,
        int length,
        int thickness,
        int marks,
        int zoom,
        Rgba ink,
        Rgba paper) {

    /** Which way values go. */
    public enum Orientation {
        /** From left to right, numbers below. */
        HORIZONTAL,
        /** From bottom to top, numbers on the right. */
        VERTICAL
    }

    private static final int LONGEST = 1 << 14;

    public Legend {
        Objects.requireNonNull(colormap, "colormap");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(ink, "ink");
        Objects.requireNonNull(paper, "paper");
        requireWithin("unit's length", unit.length(), 0, 1000);
        requireWithin("length", length, 2, LONGEST);
        requireWithin("thickness", thickness, 1, LONGEST);
        requireWithin("marks", marks, 2, 1000);
        requireWithin("zoom", zoom, 1, 32);
    }

    /** An upright legend, black on white, 256 pixels long. */
    public static Legend of(Colormap colormap, Range range) {
        return new Legend(colormap, range, "", Orientation.VERTICAL, 256, 20, 6, 1, Rgba.BLACK, Rgba.WHITE);
    }

    public Legend withUnit(String newUnit) {
        return new Legend(colormap, range, newUnit, orientation, length, thickness, marks, zoom, ink, paper);
    }

    public Legend withOrientation(Orientation newOrientation) {
        return new Legend(colormap, range, unit, newOrientation, length, thickness, marks, zoom, ink, paper);
    }

    /** With a bar of this size. */
    public Legend withBar(int newLength, int newThickness) {
        return new Legend(colormap, range, unit, orientation, newLength, newThickness, marks, zoom, ink, paper);
    }

    public Legend withMarks(int most) {
        return new Legend(colormap, range, unit, orientation, length, thickness, most, zoom, ink, paper);
    }

    public Legend withZoom(int newZoom) {
        return new Legend(colormap, range, unit, orientation, length, thickness, marks, newZoom, ink, paper);
    }

    public Legend withColors(Rgba newInk, Rgba newPaper) {
        return new Legend(colormap, range, unit, orientation, length, thickness, marks, zoom, newInk, newPaper);
    }

    /** The picture, {@link PixelFormat#RGBA32}, as large as it has to be. */
    public Image draw() {
        return new LegendPainter(this).paint();
    }

    private static void requireWithin(String name, int found, int least, int most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(
                    "A legend's " + name + " lies in " + least + ".." + most + ", found " + found);
        }
    }
}
