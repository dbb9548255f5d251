package io.depth4j.frames;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store tells of an image without reading its rows.
 *
 * @param id its number, positive
 * @param name what it was called when it was stored, often its file; may be empty
 * @param rows how many, at least 1
 * @param lowest the least depth
 * @param highest the greatest depth
 * @param width pixels a row
 * @param type what pixels are kept as
 * @param unit what depths are counted in
 * @param created when the first row came
 * @param updated when a row last came, was replaced or went
 */
public record ImageSummary(
        long id,
        String name,
        long rows,
        double lowest,
        double highest,
        int width,
        PixelType type,
        DepthUnit unit,
        Instant created,
        Instant updated) {

    public ImageSummary {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    /** From the least depth to the greatest. */
    public DepthRange range() {
        return DepthRange.closed(lowest, highest);
    }
}
