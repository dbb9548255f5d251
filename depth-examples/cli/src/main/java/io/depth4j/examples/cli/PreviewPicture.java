package io.depth4j.examples.cli;

import io.depth4j.Colormap;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Size;
import java.util.Arrays;

/** A photo and its depth side by side, and below them what the colours mean. */
final class PreviewPicture {

    private static final int LONGEST_SIDE = 960;
    private static final int GAP = 12;
    private static final int SHORTEST_BAR = 320;

    private PreviewPicture() {}

    static Image of(Image photo, DepthMap map, Colormap colormap, Range range) {
        Size panel = within(photo.size());
        Image left = resized(opaque(photo), panel);
        Image right = resized(colormap.colorize(map, range), panel);
        Legend legend = Legend.of(colormap, range.isEmpty() ? Range.of(0, 1) : range)
                .withUnit(meaning(map))
                .withOrientation(Legend.Orientation.HORIZONTAL)
                .withBar(Math.max(SHORTEST_BAR, panel.width()), 16)
                .withZoom(panel.width() > SHORTEST_BAR ? 2 : 1);
        Image below = opaque(legend.draw());

        int pictures = 2 * panel.width() + 3 * GAP;
        Size size = new Size(Math.max(pictures, below.width() + 2 * GAP), panel.height() + below.height() + 3 * GAP);
        Image page = Image.allocate(size, PixelFormat.RGB24);
        Arrays.fill(page.array(), (byte) 255);
        int indent = (size.width() - pictures) / 2;
        paste(left, page, indent + GAP, GAP);
        paste(right, page, indent + 2 * GAP + panel.width(), GAP);
        paste(below, page, (size.width() - below.width()) / 2, panel.height() + 2 * GAP);
        return page;
    }

    private static String meaning(DepthMap map) {
        if (map.missing() == map.size().pixels()) {
            return "no pixel has depth";
        }
        String unit = map.kind() == DepthKind.METRIC ? "m" : map.kind().meaning();
        return unit + (map.kind().largerIsNearer() ? ", larger is nearer" : ", larger is farther");
    }

    private static Size within(Size size) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(size.width(), size.height()));
        return new Size((int) Math.max(1, Math.round(size.width() * scale)), (int)
                Math.max(1, Math.round(size.height() * scale)));
    }

    private static Image resized(Image image, Size size) {
        if (image.size().equals(size)) {
            return image;
        }
        boolean smaller = size.width() <= image.width() && size.height() <= image.height();
        FrameResizer resizer = smaller ? FrameResizers.area() : FrameResizers.nearest();
        Image dst = Image.allocate(size, PixelFormat.RGB24);
        resizer.resizeInto(image, dst);
        return dst;
    }

    /** Three colours a pixel, on white where the picture is transparent. */
    private static Image opaque(Image image) {
        if (image.format() == PixelFormat.RGB24) {
            return image;
        }
        Image dst = Image.allocate(image.size(), PixelFormat.RGB24);
        byte[] row = new byte[3 * image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int color = 0; color < 3; color++) {
                    row[3 * x + color] = (byte) sample(image, x, y, color);
                }
            }
            dst.writeRow(y, row, 0);
        }
        return dst;
    }

    private static int sample(Image image, int x, int y, int color) {
        return switch (image.format()) {
            case GRAY8 -> image.at(x, y, 0);
            case RGB24 -> image.at(x, y, color);
            case BGR24 -> image.at(x, y, 2 - color);
            case RGBA32 -> {
                int alpha = image.at(x, y, 3);
                yield (image.at(x, y, color) * alpha + 255 * (255 - alpha) + 127) / 255;
            }
        };
    }

    private static void paste(Image part, Image page, int x, int y) {
        Image place = page.region(x, y, part.size());
        byte[] row = new byte[part.rowBytes()];
        for (int line = 0; line < part.height(); line++) {
            part.readRow(line, row, 0);
            place.writeRow(line, row, 0);
        }
    }
}
