package io.depth4j.io;

import io.depth4j.DepthException;
import io.depth4j.DepthMap;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private static DepthMap decode(Input input, DepthReadOptions options) throws IOException {
        DepthFormat format = DepthFormat.of(input.head())
                .orElseThrow(() -> new MalformedInputException(
                        "The file is no PNG, PFM, NPY or NPZ; it begins with " + input.beginning(), 0));
        return format.codec().read(input.whole(), options);
    }
}
