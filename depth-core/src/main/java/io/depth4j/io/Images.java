package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import io.depth4j.internal.AtomicFile;
import io.depth4j.internal.codec.BufferedImages;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.codec.Exif;
import io.depth4j.internal.codec.Header;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures from files and to files.
 *
 * <p>Reading gives {@code GRAY8}, {@code RGB24} or, where the file has alpha, {@code RGBA32}. The format is told by content.
 * Pictures are turned upright by their EXIF orientation, samples of 16 bits become the nearest 8, colour profiles and gamma
 * are not applied. Nothing is decoded before the header's claim has passed the {@link InputLimits}.
 *
 * <p>Broken bytes give a {@link MalformedInputException}, too large ones a {@link LimitExceededException}, and a format whose
 * codec is not there an {@link UnavailableException}. A picture that can only be decoded in part is refused.
 */
public final class Images {

    /** The most pixels that four bytes each fit an array. */
    private static final long MOST_PIXELS = (Integer.MAX_VALUE - 8) / 4;

    private Images() {}

    public static Image read(Path file) throws IOException {
        return read(file, ReadOptions.defaults());
    }

    public static Image read(Path file, ReadOptions options) throws IOException {
        try (InputStream stream = open(file, options.limits())) {
            return read(stream, options);
        }
    }

    /** Reads the stream to its end, or to where it is refused; does not close it. */
    public static Image read(InputStream stream) throws IOException {
        return read(stream, ReadOptions.defaults());
    }

    public static Image read(InputStream stream, ReadOptions options) throws IOException {
        return decode(Input.of(stream, options.limits()), options);
    }

    public static Image read(byte[] file) {
        return read(file, ReadOptions.defaults());
    }

    public static Image read(byte[] file, ReadOptions options) {
        try {
            return decode(Input.of(file, options.limits()), options);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /** What the file says about its picture. Reads the whole file, decodes nothing. */
    public static ImageMetadata readMetadata(Path file) throws IOException {
        return readMetadata(file, InputLimits.defaults());
    }

    public static ImageMetadata readMetadata(Path file, InputLimits limits) throws IOException {
        try (InputStream stream = open(file, limits)) {
            return readMetadata(stream, limits);
        }
    }

    public static ImageMetadata readMetadata(InputStream stream) throws IOException {
        return readMetadata(stream, InputLimits.defaults());
    }

    public static ImageMetadata readMetadata(InputStream stream, InputLimits limits) throws IOException {
        return metadata(Input.of(stream, limits));
    }

    public static ImageMetadata readMetadata(byte[] file) {
        try {
            return metadata(Input.of(file, InputLimits.defaults().withBytes(Integer.MAX_VALUE)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /** Writes in the format that the file's name ends in, with its default options. */
    public static void write(Image image, Path file) throws IOException {
        write(image, file, WriteOptions.of(ImageFormat.ofEnding(file)));
    }

    /** Writes beside the file and then puts the whole in its place, so that a failure leaves what was there before. */
    public static void write(Image image, Path file, WriteOptions options) throws IOException {
        options.requireFits(image);
        AtomicFile.write(file, out -> options.encode(image, out));
    }

    public static void write(Image image, OutputStream out, ImageFormat format) throws IOException {
        write(image, out, WriteOptions.of(format));
    }

    /** Writes the file; flushes the stream and does not close it. */
    public static void write(Image image, OutputStream out, WriteOptions options) throws IOException {
        options.requireFits(image);
        options.encode(image, out);
        out.flush();
    }

    /**
     * A copy of any picture of {@code java.awt}: {@code GRAY8} where it is gray, else {@code RGB24}, or {@code RGBA32} where it
     * has alpha. Gray samples are taken as they stand, premultiplied colours are divided by their alpha.
     */
    public static Image of(BufferedImage image) {
        return BufferedImages.converted(image);
    }

    /**
     * The same pixels, shared, where they are interleaved bytes of gray, RGB, BGR or RGBA: {@code TYPE_BYTE_GRAY},
     * {@code TYPE_3BYTE_BGR}, custom ones, and parts of these.
     *
     * @throws IllegalArgumentException if they are kept in another way
     */
    public static Image wrap(BufferedImage image) {
        return BufferedImages.shared(image)
                .orElseThrow(
                        () -> new IllegalArgumentException("Only interleaved bytes of gray, RGB, BGR or RGBA can be"
                                + " wrapped; convert with Images.of. Found " + image));
    }

    /** A copy for {@code java.awt}: {@code TYPE_BYTE_GRAY}, {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}. */
    public static BufferedImage toBufferedImage(Image image) {
        return BufferedImages.copied(image);
    }

    private static InputStream open(Path file, InputLimits limits) throws IOException {
        limits.requireBytes(Files.size(file));
        return Files.newInputStream(file);
    }

    private static Image decode(Input input, ReadOptions options) throws IOException {
        ImageFormat format = input.format();
        Header header = input.header(format);
        options.limits().requirePixels(header);
        if (header.pixels() > MOST_PIXELS) {
            throw new LimitExceededException(
                    "The picture claims " + header.pixels() + " pixels, an array holds " + MOST_PIXELS);
        }
        Bytes file = input.whole();
        ForeignContent.refuse(file);
        Image stored = format.codec().decode(file, header);
        ForeignContent.refuseAfter(file, format.codec().end(file));
        if (options.turn() == ReadOptions.Turn.AS_STORED) {
            return stored;
        }
        return Orientation.of(format.codec().exif(file).orientation()).upright(stored);
    }

    private static ImageMetadata metadata(Input input) throws IOException {
        ImageFormat format = input.format();
        Header header = input.header(format);
        Exif exif = format.codec().exif(input.whole());
        return new ImageMetadata(
                format,
                header.width(),
                header.height(),
                header.channels(),
                header.bits(),
                Orientation.of(exif.orientation()),
                exif.focalLength(),
                exif.focalLengthIn35mmFilm(),
                exif.sensor().millimetresWide(header.width()),
                exif.sensor().millimetresHigh(header.height()));
    }
}
