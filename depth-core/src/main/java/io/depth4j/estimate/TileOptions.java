package io.depth4j.estimate;

import java.util.Objects;

/**
 * How a picture is cut into tiles.
 *
 * @param side of a tile in pixels of the picture; a few times what the network sees shows detail and still a piece of the scene
 * @param overlap of neighbouring tiles, at least, as a share of their side
 * @param progress is told of every run
 */
public record TileOptions(int side, double overlap, TileProgress progress) {

    private static final TileOptions DEFAULTS = new TileOptions(1024, 0.25, TileProgress.none());

    public TileOptions {
        Objects.requireNonNull(progress, "progress");
        if (side < 16) {
            throw new IllegalArgumentException("A tile has at least 16 pixels a side, found " + side);
        }
        if (!(overlap > 0 && overlap <= 0.5)) {
            throw new IllegalArgumentException("Tiles overlap by up to a half of their side, found " + overlap);
        }
    }

    /** Tiles of 1024 × 1024 that overlap by a quarter. */
    public static TileOptions defaults() {
        return DEFAULTS;
    }

    public TileOptions withSide(int newSide) {
        return new TileOptions(newSide, overlap, progress);
    }

    public TileOptions withOverlap(double newOverlap) {
        return new TileOptions(side, newOverlap, progress);
    }

    public TileOptions withProgress(TileProgress newProgress) {
        return new TileOptions(side, overlap, newProgress);
    }
}
