package io.depth4j.io;

import io.depth4j.DepthException;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Depth maps from files and to files; {@link DepthFormat} says what each format holds. The format is told by content, never by
 * name.
 *
 * <p>What a file does not say, its kind or its scale, comes from the {@link DepthReadOptions}; if they do not say it either,
 * a {@link DepthException} names what is missing. Broken bytes give a {@link MalformedInputException}, too large ones a
 * {@link LimitExceededException}.
 *
 * <p>Missing pixels come back missing. Confidence, camera and source are not written, nor is the axis where the format
 * does not say its kind.
 */
public final class DepthFiles {

    private DepthFiles() {}

    public static DepthMap read(Path file) throws IOException {
        return read(file, DepthReadOptions.defaults());
    }

    public static DepthMap read(Path file, DepthReadOptions options) throws IOException {
        options.limits().requireBytes(Files.size(file));
        try (InputStream stream = Files.newInputStream(file)) {
            return decode(Input.of(stream, options.limits()), options);
        }
    }

    public static DepthMap read(byte[] file) {
        return read(file, DepthReadOptions.defaults());
    }

    public static DepthMap read(byte[] file, DepthReadOptions options) {
        try {
            return decode(Input.of(file, options.limits()), options);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /** Writes in the format that the file's name ends in. */
    public static void write(DepthMap map, Path file) throws IOException {
        write(map, file, DepthWriteOptions.defaults());
    }

    /** Writes in the format that the file's name ends in. */
    public static void write(DepthMap map, Path file, DepthWriteOptions options) throws IOException {
        write(map, file, DepthFormat.ofEnding(file), options);
    }

    /**
     * Writes beside the file and then puts the whole in its place, so that a failure leaves what was there before.
     *
     * @throws IllegalArgumentException if the format cannot hold the values, and the options do not say to clip them
     */
    public static void write(DepthMap map, Path file, DepthFormat format, DepthWriteOptions options)
            throws IOException {
        AtomicFile.write(file, out -> format.codec().write(map, options, out));
    }

    /**
     * Writes the file; flushes the stream and does not close it.
     *
     * @throws IllegalArgumentException if the format cannot hold the values, and the options do not say to clip them;
     *     then nothing is written
     */
    public static void write(DepthMap map, OutputStream out, DepthFormat format, DepthWriteOptions options)
            throws IOException {
        format.codec().write(map, options, out);
        out.flush();
    }

    /** Writes a photo and its depth; see {@link #writeGDepth(byte[], DepthMap, OutputStream, GDepthOptions)}. */
    public static void writeGDepth(Image photo, DepthMap map, Path file, GDepthOptions options) throws IOException {
        writeGDepth(jpeg(photo, options), map, file, options);
    }

    /** Writes a photo and its depth; see {@link #writeGDepth(byte[], DepthMap, OutputStream, GDepthOptions)}. */
    public static void writeGDepth(Image photo, DepthMap map, OutputStream out, GDepthOptions options)
            throws IOException {
        writeGDepth(jpeg(photo, options), map, out, options);
    }

    /** Writes a JPEG and its depth; see {@link #writeGDepth(byte[], DepthMap, OutputStream, GDepthOptions)}. */
    public static void writeGDepth(byte[] jpeg, DepthMap map, Path file, GDepthOptions options) throws IOException {
        AtomicFile.write(file, out -> GDepthJpeg.write(jpeg, map, options, out));
    }

    /**
     * Writes a JPEG once more with depth inside, as Google's Depth Map Metadata: viewers that do not know it show the photo, since
     * all its bytes stay as they are, and XMP stands between them. The map is that of the picture as {@link Images#read} shows
     * it, upright; it may be of another size, and readers stretch it. Flushes the stream and does not close it.
     *
     * @throws IllegalArgumentException if the bytes are no JPEG or one that has XMP, the map is neither METRIC nor SCALE_INVARIANT,
     *     a pixel is missing, which the format does not know, or a value lies outside of the range and is not to be clipped;
     *     then nothing is written
     */
    public static void writeGDepth(byte[] jpeg, DepthMap map, OutputStream out, GDepthOptions options)
            throws IOException {
        GDepthJpeg.write(jpeg, map, options, out);
        out.flush();
    }

    private static byte[] jpeg(Image photo, GDepthOptions options) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Images.write(photo, jpeg, options.jpeg());
        return jpeg.toByteArray();
    }

    private static DepthMap decode(Input input, DepthReadOptions options) throws IOException {
        DepthFormat format = DepthFormat.of(input.head()).orElseThrow(() -> noDepth(input));
        return format.codec().read(input.whole(), options);
    }

    private static MalformedInputException noDepth(Input input) {
        String read = Arrays.stream(DepthFormat.values()).map(DepthFormat::name).collect(Collectors.joining(", "));
        return ImageFormat.of(input.head()).equals(Optional.of(ImageFormat.JPEG))
                ? new MalformedInputException(
                        "Depth inside a JPEG (GDepth) is written only; depth is read from " + read, 0)
                : new MalformedInputException(
                        "The file is none of " + read + "; it begins with " + input.beginning(), 0);
    }
}
