package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.PixelType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the catalog knows of an image.
 *
 * @param rows how many different depths it has
 * @param created when it came, in microseconds
 * @param updated when it last changed, in microseconds
 * @param runs the earliest first: of rows at one depth the one in the latest run counts
 */
record StoredImage(
        long id,
        String name,
        DepthUnit unit,
        PixelType type,
        int width,
        long rows,
        long created,
        long updated,
        List<Run> runs) {

    StoredImage {
        runs = List.copyOf(runs);
    }

    static StoredImage empty(long id, String name, DepthUnit unit, PixelType type, int width, long time) {
        return new StoredImage(id, name, unit, type, width, 0, time, time, List.of());
    }

    StoredImage with(List<Run> more, long added, long time) {
        List<Run> all = new ArrayList<>(runs);
        all.addAll(more);
        return new StoredImage(id, name, unit, type, width, rows + added, created, time, all);
    }

    StoredImage withRuns(List<Run> others) {
        return new StoredImage(id, name, unit, type, width, rows, created, updated, others);
    }

    double low() {
        return runs.stream().mapToDouble(Run::low).min().orElseThrow();
    }

    double high() {
        return runs.stream().mapToDouble(Run::high).max().orElseThrow();
    }

    ImageSummary summary() {
        return new ImageSummary(id, name, rows, low(), high(), width, type, unit, instant(created), instant(updated));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
