package io.depth4j.examples.media;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How pictures are looked for.
 *
 * @param depth whether folders within folders are looked into
 * @param zip what a zip may ask for
 * @param except a folder that is not looked into, because the results go there
 */
public record MediaOptions(Depth depth, ZipLimits zip, Optional<Path> except) {

    /** How deep a folder is looked into. */
    public enum Depth {
        /** Only its own files. */
        FLAT,
        /** The folders within it too. */
        RECURSIVE
    }

    private static final MediaOptions DEFAULTS = new MediaOptions(Depth.FLAT, ZipLimits.defaults(), Optional.empty());

    public MediaOptions {
        Objects.requireNonNull(depth, "depth");
        Objects.requireNonNull(zip, "zip");
        Objects.requireNonNull(except, "except");
    }

    /** A folder's own files, zips within {@link ZipLimits#defaults()}. */
    public static MediaOptions defaults() {
        return DEFAULTS;
    }

    public MediaOptions withDepth(Depth newDepth) {
        return new MediaOptions(newDepth, zip, except);
    }

    public MediaOptions withZip(ZipLimits limits) {
        return new MediaOptions(depth, limits, except);
    }

    public MediaOptions withExcept(Path folder) {
        return new MediaOptions(depth, zip, Optional.of(folder));
    }
}
