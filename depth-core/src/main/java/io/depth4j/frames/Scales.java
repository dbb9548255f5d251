package io.depth4j.frames;

import io.depth4j.Rgba;
import java.util.Objects;

/**
 * What stands beside a picture of frames.
 *
 * @param ruler whether depths stand on its left, in the unit of the rows
 * @param legend whether a bar on its right tells which colour means which value
 * @param valueUnit a text over the bar; may be empty
 * @param zoom pixels that one pixel of the letters takes, 1 to 32
 * @param ink the colour of marks and text
 * @param paper the colour behind them
 */
public record Scales(boolean ruler, boolean legend, String valueUnit, int zoom, Rgba ink, Rgba paper) {

    private static final int LARGEST = 32;
    private static final int LONGEST = 100;

    public Scales {
        Objects.requireNonNull(valueUnit, "valueUnit");
        Objects.requireNonNull(ink, "ink");
        Objects.requireNonNull(paper, "paper");
        if (zoom < 1 || zoom > LARGEST) {
            throw new IllegalArgumentException("A zoom lies in 1.." + LARGEST + ", found " + zoom);
        }
        if (valueUnit.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A unit has at most " + LONGEST + " letters, found " + valueUnit.length());
        }
    }

    /** Nothing but the picture. */
    public static Scales none() {
        return new Scales(false, false, "", 1, Rgba.BLACK, Rgba.WHITE);
    }

    /** The ruler and the legend, black on white. */
    public static Scales both() {
        return none().withRuler(true).withLegend(true);
    }

    public Scales withRuler(boolean shown) {
        return new Scales(shown, legend, valueUnit, zoom, ink, paper);
    }

    public Scales withLegend(boolean shown) {
        return new Scales(ruler, shown, valueUnit, zoom, ink, paper);
    }

    public Scales withValueUnit(String unit) {
        return new Scales(ruler, legend, unit, zoom, ink, paper);
    }

    public Scales withZoom(int newZoom) {
        return new Scales(ruler, legend, valueUnit, newZoom, ink, paper);
    }

    public Scales withColors(Rgba newInk, Rgba newPaper) {
        return new Scales(ruler, legend, valueUnit, zoom, newInk, newPaper);
    }
}
