package io.depth4j.io;

import io.depth4j.internal.codec.BmpCodec;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.codec.Codec;
import io.depth4j.internal.codec.GifCodec;
import io.depth4j.internal.codec.JpegCodec;
import io.depth4j.internal.codec.PngCodec;
import io.depth4j.internal.codec.TiffCodec;
import io.depth4j.internal.codec.WebpCodec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The image formats that can be read. A file is told by its first bytes, never by its name. */
public enum ImageFormat {
    /** Baseline and progressive, 8 bits; gray, RGB, YCbCr, CMYK and YCCK. */
    JPEG(new JpegCodec(), "jpg", "jpeg"),
    /** All colour types and depths. */
    PNG(new PngCodec(), "png"),
    /** Windows bitmaps. */
    BMP(new BmpCodec(), "bmp"),
    /** The first picture, unpacked or by LZW, deflate, PackBits or fax codes. */
    TIFF(new TiffCodec(), "tif", "tiff"),
    /** The first frame. */
    GIF(new GifCodec(), "gif"),
    /** The first frame, where OpenCV is present. */
    WEBP(new WebpCodec(), "webp");

    private final Codec codec;
    private final List<String> endings;

    ImageFormat(Codec codec, String... endings) {
        this.codec = codec;
        this.endings = List.of(endings);
    }

    Codec codec() {
        return codec;
    }

    /** The format of a file that begins with these bytes, of which 64 are enough; nothing else is looked at. */
    public static Optional<ImageFormat> ofBeginning(byte[] head) {
        return of(new Bytes(head, head.length));
    }

    /** The format of a file that begins like this. */
    static Optional<ImageFormat> of(Bytes head) {
        return Arrays.stream(values())
                .filter(format -> format.codec.recognizes(head))
                .findFirst();
    }

    /**
     * The format that a file name asks for when a picture is written.
     *
     * @throws IllegalArgumentException if the name ends like none of them
     */
    static ImageFormat ofEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The name of an image file ends in .png, .jpg or .bmp, found " + file.getFileName()));
    }
}
