package io.depth4j.internal.render;

import io.depth4j.LimitExceededException;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.PictureHeight;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.Rescale;

/**
 * Depths in equal parts, one for each row of a picture, and for rows above and below it that only its windows see.
 *
 * @param shown what the picture shows
 * @param range from the first part to the last one
 * @param rows how many parts
 * @param above how many of them come before the picture
 * @param below how many of them come after it
 */
public record RowGrid(DepthRange shown, DepthRange range, int rows, int above, int below) {

    /**
     * The parts of a picture.
     *
     * @param shown what the picture shows, some of {@code all}
     * @param all the depths that there are
     * @param options its height, and so many pixels at most
     * @param width columns of pixels
     */
    public static RowGrid of(DepthRange shown, DepthRange all, RenderOptions options, int width) {
        double span = shown.high() - shown.low();
        double rows = options.height() instanceof PictureHeight.PixelsPerUnit scale
                ? Math.max(1, Math.rint(span * scale.pixels()))
                : ((PictureHeight.Pixels) options.height()).rows();
        double step = span / rows;
        double above = 0;
        double below = 0;
        if (options.rescale() instanceof Rescale.Window window && step > 0) {
            double most = Math.ceil(window.depth() / 2 / step);
            above = Math.min(most, Math.floor((shown.low() - all.low()) / step));
            below = Math.min(most, Math.floor((all.high() - shown.high()) / step));
        }
        requireFewPixels(options, width, rows, above + below);
        DepthRange range = new DepthRange(
                above == 0 ? shown.low() : Math.max(all.low(), shown.low() - above * step),
                below == 0 ? shown.high() : Math.min(all.high(), shown.high() + below * step),
                shown.closed() || below > 0);
        return new RowGrid(shown, range, (int) (above + rows + below), (int) above, (int) below);
    }

    /** Throws if a picture and the rows round it have more pixels than allowed. */
    public static void requireFewPixels(RenderOptions options, int width, double rows, double round) {
        int columns = Math.max(width, options.width().orElse(1));
        if (columns * (rows + round) > options.maxPixels()) {
            throw new LimitExceededException(
                    "A picture may have at most " + options.maxPixels() + " pixels, found " + columns + "×"
                            + (long) rows + (round > 0 ? " and " + (long) round + " rows for its windows" : ""));
        }
    }

    /** How far it is from one part to the next. */
    public double step() {
        return (range.high() - range.low()) / rows;
    }
}
