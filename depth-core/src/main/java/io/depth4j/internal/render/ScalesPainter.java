package io.depth4j.internal.render;

import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.RenderOptions.Top;
import io.depth4j.internal.draw.Canvas;
import io.depth4j.internal.draw.Letters;
import io.depth4j.internal.draw.Tick;
import io.depth4j.internal.draw.Ticks;
import java.util.List;
import java.util.Optional;

/** Lays a picture out with what stands beside it. Lengths are in pixels; a dot is a pixel of the letters. */
final class ScalesPainter {

    /** Dots from one mark of the ruler to the next, at least. */
    private static final int SPACING = 40;

    /** What lies on the edge of two rows lies in the lower one, whatever rounding did. */
    private static final double HAIR = 1e-6;

    private final Image picture;
    private final PictureRows rows;
    private final RenderOptions options;
    private final Optional<Legend> legend;
    private final String unit;
    private final int dot;
    private final int margin;
    private final int textHeight;
    private final List<Tick> ticks;
    private final int left;
    private final int top;

    /** For a picture of rows whose depths have a unit. The letters of the legend have the zoom of the scales. */
    ScalesPainter(Image picture, PictureRows rows, DepthUnit unit, RenderOptions options, Optional<Legend> legend) {
        boolean ruler = options.scales().ruler();
        this.picture = picture;
        this.rows = rows;
        this.options = options;
        this.legend = legend;
        this.unit = ruler ? unit.symbol() : "";
        this.dot = options.scales().zoom();
        this.margin = 4 * dot;
        this.textHeight = Letters.HEIGHT * dot;
        this.ticks = ruler
                ? Ticks.nice(rows.low(), rows.high(), Math.max(2, picture.height() / (SPACING * dot)))
                : List.of();
        int labels = ticks.stream().mapToInt(tick -> width(tick.label())).max().orElse(0);
        this.left = margin + (ruler ? Math.max(labels, width(this.unit)) + markLength() : 0);
        // Picture and bar begin at one height, whichever has a text above it.
        this.top = Math.max(head(this.unit), legend.map(bar -> head(bar.unit())).orElse(0));
    }

    Image paint() {
        Optional<Image> bar = legend.map(Legend::draw);
        int barTop = top - legend.map(found -> head(found.unit())).orElse(0);
        int right = left + picture.width() + margin;
        int bottom = top + picture.height() + Math.max(dot, textHeight / 2) + margin;
        Size size = new Size(
                right + bar.map(Image::width).orElse(0),
                Math.max(bottom, barTop + bar.map(Image::height).orElse(0)));
        Image page = Image.allocate(size, PixelFormat.RGBA32);
        Canvas canvas = new Canvas(page.array(), size.width(), size.height());
        canvas.fill(0, 0, size.width(), size.height(), packed(options.scales().paper()));
        bar.ifPresent(found -> copy(found, page, right, barTop));
        copy(picture, page, left, top);
        paintRuler(canvas);
        boolean opaque =
                !picture.format().hasAlpha() && options.scales().paper().alpha() == 255;
        return opaque ? withoutAlpha(page) : page;
    }

    private void paintRuler(Canvas canvas) {
        int ink = packed(options.scales().ink());
        int labelEnd = left - markLength();
        canvas.text(unit, labelEnd - width(unit), margin, dot, ink);
        int end = options.top() == Top.LOWEST ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (Tick tick : ticks) {
            int y = top + along(tick.value());
            canvas.fill(left - 3 * dot, y - dot / 2, 2 * dot, dot, ink);
            boolean free = options.top() == Top.LOWEST
                    ? y - textHeight / 2 >= end + 2 * dot
                    : y + textHeight / 2 <= end - 2 * dot;
            if (free) {
                canvas.text(tick.label(), labelEnd - width(tick.label()), y - textHeight / 2, dot, ink);
                end = options.top() == Top.LOWEST ? y + textHeight / 2 : y - textHeight / 2;
            }
        }
    }

    /** The row of the picture in which a depth lies. */
    private int along(double depth) {
        double position = rows.position(depth);
        double fromTop = options.top() == Top.LOWEST ? position : picture.height() - position;
        return (int) Math.max(0, Math.min(picture.height() - 1, Math.floor(fromTop + HAIR)));
    }

    /** What lies above a bar or a picture, as {@link Legend} has it. */
    private int head(String text) {
        return margin + (text.isEmpty() ? 0 : textHeight + margin) + Math.max(dot, textHeight / 2);
    }

    private int markLength() {
        return 5 * dot;
    }

    private int width(String text) {
        return Letters.width(text) * dot;
    }

    private static int packed(Rgba color) {
        return color.red() | color.green() << 8 | color.blue() << 16 | color.alpha() << 24;
    }

    private static void copy(Image from, Image to, int x, int y) {
        int channels = from.format().channels();
        byte[] src = from.array();
        byte[] dst = to.array();
        for (int row = 0; row < from.height(); row++) {
            int in = from.offset(row);
            int out = to.offset(y + row) + 4 * x;
            for (int i = 0; i < from.width(); i++, in += channels, out += 4) {
                dst[out] = src[in];
                dst[out + 1] = src[in + 1];
                dst[out + 2] = src[in + 2];
                dst[out + 3] = channels == 4 ? src[in + 3] : (byte) 255;
            }
        }
    }

    private static Image withoutAlpha(Image page) {
        Image plain = Image.allocate(page.size(), PixelFormat.RGB24);
        byte[] src = page.array();
        byte[] dst = plain.array();
        for (int in = 0, out = 0; out < dst.length; in += 4, out += 3) {
            dst[out] = src[in];
            dst[out + 1] = src[in + 1];
            dst[out + 2] = src[in + 2];
        }
        return plain;
    }
}
