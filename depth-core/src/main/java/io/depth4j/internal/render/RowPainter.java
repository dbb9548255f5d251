package io.depth4j.internal.render;

import io.depth4j.Colormap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Rgba;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.RenderOptions.Top;
import io.depth4j.frames.Scales;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the rows of a picture their colours. */
public final class RowPainter {

    /** Dots of the letters along the bar of a legend, at least and at most. */
    private static final int SHORTEST_BAR = 60;

    private static final int LONGEST_BAR = 256;

    private final RenderOptions options;
    private final Colormap colormap;
    private final boolean opaque;

    /** By some options. */
    public RowPainter(RenderOptions options) {
        this.options = options;
        this.colormap = options.colormap().withBad(options.nodata());
        this.opaque = isOpaque(colormap);
    }

    private static boolean isOpaque(Colormap map) {
        List<Rgba> colors = new ArrayList<>(map.colors());
        colors.addAll(List.of(map.under(), map.over(), map.bad()));
        return colors.stream().allMatch(color -> color.alpha() == 255);
    }

    /** The picture of rows whose depths have a unit, with what stands beside it. */
    public Image paint(PictureRows rows, DepthUnit unit) {
        Rescaling rescaled = colormap.intervals().isEmpty() ? Rescaling.of(rows, options) : Rescaling.none(rows);
        FloatPlane plane = rescaled.rows().plane();
        if (options.top() == Top.HIGHEST) {
            turn(plane);
        }
        Image picture = Image.allocate(plane.size(), opaque ? PixelFormat.RGB24 : PixelFormat.RGBA32);
        colormap.colorizeInto(plane, rescaled.colors(), picture);
        Scales scales = options.scales();
        if (!scales.ruler() && !scales.legend()) {
            return picture;
        }
        Optional<Legend> legend = scales.legend() ? Optional.of(legend(rescaled, picture.height())) : Optional.empty();
        return new ScalesPainter(picture, rescaled.rows(), unit, options, legend).paint();
    }

    private Legend legend(Rescaling rescaled, int height) {
        Scales scales = options.scales();
        int length = Math.max(SHORTEST_BAR * scales.zoom(), Math.min(LONGEST_BAR * scales.zoom(), height));
        return Legend.of(bent(), rescaled.values())
                .withUnit(rescaled.byRow() ? "%" : scales.valueUnit())
                .withBar(length, 12 * scales.zoom())
                .withZoom(scales.zoom())
                .withColors(scales.ink(), scales.paper());
    }

    /** The map as it looks along values that are not yet raised to a power. */
    private Colormap bent() {
        if (options.gamma() == 1 || !colormap.intervals().isEmpty()) {
            return colormap;
        }
        List<Rgba> colors = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            colors.add(colormap.colorOf(Math.pow((i + 0.5) / 256, options.gamma()), Range.of(0, 1)));
        }
        return Colormap.of(colormap.name(), colormap.kind(), colors);
    }

    private static void turn(FloatPlane plane) {
        float[] values = plane.array();
        int width = plane.width();
        float[] row = new float[width];
        for (int top = 0, bottom = values.length - width; top < bottom; top += width, bottom -= width) {
            System.arraycopy(values, top, row, 0, width);
            System.arraycopy(values, bottom, values, top, width);
            System.arraycopy(row, 0, values, bottom, width);
        }
    }
}
