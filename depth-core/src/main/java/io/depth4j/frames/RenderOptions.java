package io.depth4j.frames;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.Rgba;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How frames become a picture.
 *
 * @param height how many rows it has
 * @param top which depth is on top
 * @param between what is shown between two rows; nothing in a gap, and no matter where every row has its own
 * @param gap how far apart neighbouring rows may be before there is a gap between them
 * @param width how many columns it has; empty for as many as rows have pixels
 * @param resizer by which rows get that width
 * @param rescale which values get the first and the last colour
 * @param gamma the place of a value between those ends is raised to this power: below 1 brightens the middle. Positive
 * @param colormap the colours; one with intervals of its own takes no notice of {@code rescale} and {@code gamma}
 * @param nodata the colour of missing pixels and of gaps
 * @param scales what stands beside it
 * @param maxPixels so many pixels it may have at most
 */
public record RenderOptions(
        PictureHeight height,
        Top top,
        Between between,
        DepthGap gap,
        OptionalInt width,
        FrameResizer resizer,
        Rescale rescale,
        double gamma,
        Colormap colormap,
        Rgba nodata,
        Scales scales,
        int maxPixels) {

    /** Which depth is on top. */
    public enum Top {
        LOWEST,
        HIGHEST
    }

    /** What is shown between two rows. */
    public enum Between {
        /** The nearer row; the lower one of two that are as near. */
        NEAREST,
        /** Values that go evenly from one row to the other; where one has a missing pixel, the nearer one. */
        LINEAR
    }

    private static final double USUAL_GAP = 3;
    private static final int USUAL_PIXELS = 1 << 26;

    private static final RenderOptions DEFAULTS = new RenderOptions(
            new PictureHeight.EveryRow(),
            Top.LOWEST,
            Between.NEAREST,
            new DepthGap.Steps(USUAL_GAP),
            OptionalInt.empty(),
            FrameResizers.area(),
            Rescale.minMax(),
            1,
            Colormaps.viridis(),
            Rgba.TRANSPARENT,
            Scales.none(),
            USUAL_PIXELS);

    public RenderOptions {
        Objects.requireNonNull(height, "height");
        Objects.requireNonNull(top, "top");
        Objects.requireNonNull(between, "between");
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(resizer, "resizer");
        Objects.requireNonNull(rescale, "rescale");
        Objects.requireNonNull(colormap, "colormap");
        Objects.requireNonNull(nodata, "nodata");
        Objects.requireNonNull(scales, "scales");
        if (width.isPresent() && width.getAsInt() < 1) {
            throw new IllegalArgumentException("A picture has at least one column, found " + width.getAsInt());
        }
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A gamma is positive and finite, found " + gamma);
        }
        if (maxPixels < 1) {
            throw new IllegalArgumentException("A picture may have at least one pixel, found " + maxPixels);
        }
    }

    /**
     * Every row as it is, the lowest depth on top, from the least to the greatest value in viridis, missing pixels transparent, at
     * most 2²⁶ pixels.
     */
    public static RenderOptions defaults() {
        return DEFAULTS;
    }

    /** One row of pixels for each row. */
    public RenderOptions withEveryRow() {
        return withHeight(new PictureHeight.EveryRow());
    }

    /** So many rows of pixels. */
    public RenderOptions withHeight(int rows) {
        return withHeight(new PictureHeight.Pixels(rows));
    }

    /** So many rows of pixels for each unit of depth. */
    public RenderOptions withPixelsPerUnit(double pixels) {
        return withHeight(new PictureHeight.PixelsPerUnit(pixels));
    }

    public RenderOptions withHeight(PictureHeight newHeight) {
        return new RenderOptions(
                newHeight, top, between, gap, width, resizer, rescale, gamma, colormap, nodata, scales, maxPixels);
    }

    public RenderOptions withTop(Top newTop) {
        return new RenderOptions(
                height, newTop, between, gap, width, resizer, rescale, gamma, colormap, nodata, scales, maxPixels);
    }

    public RenderOptions withBetween(Between newBetween) {
        return new RenderOptions(
                height, top, newBetween, gap, width, resizer, rescale, gamma, colormap, nodata, scales, maxPixels);
    }

    /** Nothing is shown between rows that are further apart than this, in their unit. */
    public RenderOptions withGap(double distance) {
        return withGap(new DepthGap.Distance(distance));
    }

    public RenderOptions withGap(DepthGap newGap) {
        return new RenderOptions(
                height, top, between, newGap, width, resizer, rescale, gamma, colormap, nodata, scales, maxPixels);
    }

    /** With so many columns. */
    public RenderOptions withWidth(int columns) {
        return withWidth(columns, resizer);
    }

    /** With so many columns, by a resizer. */
    public RenderOptions withWidth(int columns, FrameResizer newResizer) {
        OptionalInt newWidth = OptionalInt.of(columns);
        return new RenderOptions(
                height, top, between, gap, newWidth, newResizer, rescale, gamma, colormap, nodata, scales, maxPixels);
    }

    public RenderOptions withRescale(Rescale newRescale) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, newRescale, gamma, colormap, nodata, scales, maxPixels);
    }

    public RenderOptions withGamma(double newGamma) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, rescale, newGamma, colormap, nodata, scales, maxPixels);
    }

    public RenderOptions withColormap(Colormap newColormap) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, rescale, gamma, newColormap, nodata, scales, maxPixels);
    }

    public RenderOptions withNodata(Rgba color) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, rescale, gamma, colormap, color, scales, maxPixels);
    }

    public RenderOptions withScales(Scales newScales) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, rescale, gamma, colormap, nodata, newScales, maxPixels);
    }

    public RenderOptions withMaxPixels(int most) {
        return new RenderOptions(
                height, top, between, gap, width, resizer, rescale, gamma, colormap, nodata, scales, most);
    }
}
