package io.depth4j.eval;

import io.depth4j.Colormap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Rgba;
import io.depth4j.io.Images;
import io.depth4j.io.JpegOptions;
import io.depth4j.io.PngOptions;
import io.depth4j.io.WriteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Words, numbers and pictures as HTML takes them. */
final class Html {

    private static final double PHOTO_QUALITY = 0.8;
    private static final int GRADIENT_STEPS = 16;

    private Html() {}

    /** Text that is only text, in an element or in an attribute between quotes. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    /** Three decimals, or three figures where those would say nothing. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1000 || size > 0 && size < 0.001 ? "%.2e" : "%.3f", value);
    }

    static String photo(Image photo) {
        Image opaque = photo.format().channels() == 4 ? Images.of(Images.toBufferedImage(photo)) : photo;
        return uri("image/jpeg", opaque, JpegOptions.defaults().withQuality(PHOTO_QUALITY));
    }

    /** Missing pixels are transparent. */
    static String map(FloatPlane plane, Colormap colormap, Range range) {
        Image picture = Image.allocate(plane.size(), PixelFormat.RGBA32);
        colormap.withBad(Rgba.TRANSPARENT).colorizeInto(plane, range, picture);
        return uri("image/png", picture, PngOptions.defaults());
    }

    private static String uri(String type, Image picture, WriteOptions options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Images.write(picture, bytes, options);
        } catch (IOException e) {
            throw new UncheckedIOException("An array of bytes cannot fail to be written to", e);
        }
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** A colormap as CSS draws it from left to right. */
    static String gradient(Colormap colormap) {
        List<Rgba> colors = colormap.colors();
        StringBuilder css = new StringBuilder("linear-gradient(to right");
        for (int i = 0; i <= GRADIENT_STEPS; i++) {
            Rgba color = colors.get(i * (colors.size() - 1) / GRADIENT_STEPS);
            css.append(String.format(Locale.ROOT, ",#%02x%02x%02x", color.red(), color.green(), color.blue()));
        }
        return css.append(')').toString();
    }
}
