package io.depth4j.io;

import io.depth4j.internal.codec.Bytes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of depth files. A file is told by its first bytes, never by its name. */
public enum DepthFormat {
    /**
     * Gray PNG of 16 bits, 0 where depth is missing. Values are rounded to the steps of a {@link DepthScale}. Ours says its
     * kind, axis and scale in a text chunk; of any other file the reader's options say kind and scale.
     */
    PNG16(new Png16Depth(), "png"),
    /**
     * Floats as they are; {@code NaN} and, as in Middlebury's files, infinity where depth is missing, so that an infinite value
     * cannot be written. The factor in its header is not applied, as by most readers; ours is 1. Says no kind.
     */
    PFM(new PfmDepth(), "pfm"),
    /** NumPy's array of floats as they are, {@code NaN} where depth is missing. Says no kind. */
    NPY(new NpyDepth(), "npy"),
    /**
     * NumPy's archive: floats as {@code depth} (of others also {@code arr_0}), {@code mask}, true where there is depth, and
     * the names of {@code kind} and {@code axis}.
     */
    NPZ(new NpzDepth(), "npz"),
    /**
     * OpenEXR: floats as they are, {@code NaN} where depth is missing, as the channel {@code Z} of one part of scanlines, whose
     * attribute {@code depth4j} says kind and axis. Of others also halves, a single channel or one named like depth, in any of
     * NONE, ZIPS and ZIP.
     */
    EXR(new ExrDepth(), "exr"),
    /**
     * TIFF of one 32-bit float a pixel, {@code NaN} where depth is missing, in strips, unpacked or by deflate; its description
     * says kind and axis.
     */
    TIFF(new TiffDepth(), "tif", "tiff");

    private final DepthCodec codec;
    private final List<String> endings;

    DepthFormat(DepthCodec codec, String... endings) {
        this.codec = codec;
        this.endings = List.of(endings);
    }

    DepthCodec codec() {
        return codec;
    }

    /** The format of a file that begins like this. */
    static Optional<DepthFormat> of(Bytes head) {
        return Arrays.stream(values())
                .filter(format -> format.codec.recognizes(head))
                .findFirst();
    }

    /**
     * The format that a file name asks for when a map is written.
     *
     * @throws IllegalArgumentException if the name ends like none of them
     */
    static DepthFormat ofEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The name of a depth file ends in " + knownEndings()
                        + ", found " + file.getFileName()
                        + (name.matches(".*\\.jpe?g") ? "; a photo takes its depth by DepthFiles.writeGDepth" : "")));
    }

    static String knownEndings() {
        return Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(", "));
    }
}
