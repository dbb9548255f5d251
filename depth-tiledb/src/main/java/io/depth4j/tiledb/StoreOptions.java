package io.depth4j.tiledb;

import java.util.Map;

/**
 * How a store is opened.
 *
 * @param depthTolerance how far apart two depths may be and count as the same
 * @param compression the level of Zstandard for pixels, 1 to 22
 * @param config parameters of TileDB, such as {@code vfs.s3.endpoint_override}
 * @param owner whether this process is the one that writes a store in an object store, where there are no locks; a store in a
 *     folder has as many writers as like
 */
public record StoreOptions(double depthTolerance, int compression, Map<String, String> config, boolean owner) {

    private static final int MOST = 22;

    public StoreOptions {
        if (!(depthTolerance >= 0)) {
            throw new IllegalArgumentException("A tolerance is not negative, found " + depthTolerance);
        }
        if (compression < 1 || compression > MOST) {
            throw new IllegalArgumentException("A level of compression lies in 1..22, found " + compression);
        }
        config = Map.copyOf(config);
    }

    /** Depths are the same if they are equal; the fastest compression. */
    public static StoreOptions defaults() {
        return new StoreOptions(0, 1, Map.of(), false);
    }

    public StoreOptions withDepthTolerance(double tolerance) {
        return new StoreOptions(tolerance, compression, config, owner);
    }

    public StoreOptions withCompression(int level) {
        return new StoreOptions(depthTolerance, level, config, owner);
    }

    public StoreOptions withConfig(Map<String, String> parameters) {
        return new StoreOptions(depthTolerance, compression, parameters, owner);
    }

    public StoreOptions withOwner(boolean isOwner) {
        return new StoreOptions(depthTolerance, compression, config, isOwner);
    }
}
