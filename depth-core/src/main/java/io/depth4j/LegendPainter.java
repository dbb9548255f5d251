package io.depth4j;

import io.depth4j.Legend.Orientation;
import io.depth4j.internal.draw.Canvas;
import io.depth4j.internal.draw.Letters;
import io.depth4j.internal.draw.Tick;
import io.depth4j.internal.draw.Ticks;
import java.util.List;
import java.util.stream.DoubleStream;

/** Lays one legend out and paints it. Lengths are in pixels of the picture; a dot is a pixel of the letters. */
final class LegendPainter {

    private final Legend legend;
    private final boolean upright;
    private final int dot;
    private final int margin;
    private final List<Tick> ticks;
    private final int unitWidth;
    private final int textHeight;
    private final int barX;
    private final int barY;
    private final Image picture;
    private final Canvas canvas;

    LegendPainter(Legend legend) {
        this.legend = legend;
        this.upright = legend.orientation() == Orientation.VERTICAL;
        this.dot = legend.zoom();
        this.margin = 4 * dot;
        this.ticks = ticks(legend);
        this.unitWidth = Letters.width(legend.unit()) * dot;
        this.textHeight = Letters.HEIGHT * dot;
        int unitHeight = legend.unit().isEmpty() ? 0 : textHeight + margin;
        int widest = ticks.stream().mapToInt(this::width).max().orElse(0);
        if (upright) {
            this.barX = margin + dot;
            this.barY = margin + unitHeight + Math.max(dot, textHeight / 2);
            int right = Math.max(barX + legend.thickness() + dot + markLength() + widest, margin + unitWidth);
            int bottom = barY + legend.length() + Math.max(dot, textHeight / 2);
            this.picture = Image.allocate(new Size(right + margin, bottom + margin), PixelFormat.RGBA32);
        } else {
            int overhang = Math.max(dot, (widest + 1) / 2);
            this.barX = margin + overhang;
            this.barY = margin + dot;
            int right = Math.max(barX + legend.length() + overhang, margin + unitWidth);
            int bottom = barY + legend.thickness() + dot + markLength() + textHeight + unitHeight;
            this.picture = Image.allocate(new Size(right + margin, bottom + margin), PixelFormat.RGBA32);
        }
        this.canvas = new Canvas(picture.array(), picture.width(), picture.height());
    }

    /** At round values, or at the finite ends of the map's own intervals that lie in the range. */
    static List<Tick> ticks(Legend legend) {
        Range range = legend.range();
        if (range.isEmpty()) {
            return List.of();
        }
        if (legend.colormap().intervals().isEmpty()) {
            return Ticks.nice(range.low(), range.high(), legend.marks());
        }
        return Ticks.at(legend.colormap().intervals().stream()
                .flatMapToDouble(interval -> DoubleStream.of(interval.from(), interval.to()))
                .filter(range::contains)
                .distinct());
    }

    Image paint() {
        fill(0, 0, picture.width(), picture.height(), legend.paper());
        int barWidth = upright ? legend.thickness() : legend.length();
        int barHeight = upright ? legend.length() : legend.thickness();
        fill(barX - dot, barY - dot, barWidth + 2 * dot, barHeight + 2 * dot, legend.ink());
        paintBar();
        paintTicks();
        if (upright) {
            text(legend.unit(), margin, margin);
        } else {
            int middle = barX + (legend.length() - unitWidth) / 2;
            text(legend.unit(), Math.max(margin, middle), picture.height() - margin - textHeight);
        }
        return picture;
    }

    /** Each pixel along the bar gets the colour of the value at its middle, over the paper where it is transparent. */
    private void paintBar() {
        int length = legend.length();
        Range range = legend.range();
        for (int i = 0; i < length; i++) {
            double share = (i + 0.5) / length;
            double value = range.low() * (1 - share) + range.high() * share;
            Rgba color = over(legend.colormap().colorOf(value, range), legend.paper());
            if (upright) {
                fill(barX, barY + length - 1 - i, legend.thickness(), 1, color);
            } else {
                fill(barX + i, barY, 1, legend.thickness(), color);
            }
        }
    }

    private void paintTicks() {
        int end = Integer.MIN_VALUE;
        for (Tick tick : ticks) {
            int along = along(tick.value());
            int extent = upright ? textHeight : width(tick);
            boolean free = along - extent / 2 >= end + 2 * dot;
            if (upright) {
                int y = barY + legend.length() - 1 - along;
                int x = barX + legend.thickness() + dot;
                fill(x, y - dot / 2, 2 * dot, dot, legend.ink());
                if (free) {
                    text(tick.label(), x + markLength(), y - textHeight / 2);
                }
            } else {
                int y = barY + legend.thickness() + dot;
                fill(barX + along - dot / 2, y, dot, 2 * dot, legend.ink());
                if (free) {
                    text(tick.label(), barX + along - extent / 2, y + markLength());
                }
            }
            end = free ? along + extent / 2 : end;
        }
    }

    private int along(double value) {
        double width = legend.range().high() - legend.range().low();
        double share = width == 0 ? 0.5 : (value - legend.range().low()) / width;
        return (int) Math.round(share * (legend.length() - 1));
    }

    private int markLength() {
        return 5 * dot;
    }

    private int width(Tick tick) {
        return Letters.width(tick.label()) * dot;
    }

    private void text(String text, int x, int y) {
        canvas.text(text, x, y, dot, legend.ink().packed());
    }

    private void fill(int x, int y, int width, int height, Rgba color) {
        canvas.fill(x, y, width, height, color.packed());
    }

    private static Rgba over(Rgba front, Rgba back) {
        int shown = back.alpha() * (255 - front.alpha());
        int alpha = front.alpha() * 255 + shown;
        if (alpha == 0) {
            return Rgba.TRANSPARENT;
        }
        return new Rgba(
                (front.red() * front.alpha() * 255 + back.red() * shown) / alpha,
                (front.green() * front.alpha() * 255 + back.green() * shown) / alpha,
                (front.blue() * front.alpha() * 255 + back.blue() * shown) / alpha,
                (alpha + 127) / 255);
    }
}
