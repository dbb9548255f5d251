package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.VerifyReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads everything that is visible, and compares it with what the catalog says. */
final class Verification {

    private final State state;
    private final Catalog catalog;
    private final Segments segments;
    private final Pins pins;
    private final List<String> problems = new ArrayList<>();
    private long rows;

    Verification(State state, Catalog catalog, Segments segments, Pins pins) {
        this.state = state;
        this.catalog = catalog;
        this.segments = segments;
        this.pins = pins;
    }

    VerifyReport run() {
        for (StoredImage image : state.images().values()) {
            try (Pins.Pin ignored = pins.pin(image)) {
                check(image);
            } catch (StoreException e) {
                problems.add("Image " + image.id() + ": " + e.getMessage());
            }
        }
        Set<String> orphans = new HashSet<>();
        for (String segment : segments.folder().list()) {
            if (!segments.folder().isClaimed(segment)) {
                orphans.add(segment);
            }
        }
        catalog.now();
        orphans.removeAll(catalog.segments());
        return new VerifyReport(
                state.images().size(), rows, problems, orphans.stream().sorted().toList());
    }

    private void check(StoredImage image) {
        for (Run run : image.runs()) {
            check(image, run);
        }
        long found = 0;
        for (Iterator<Frames> pieces = new ImageRows(image, segments).pieces(DepthRange.all()); pieces.hasNext(); ) {
            found += pieces.next().count();
        }
        rows += found;
        if (found != image.rows()) {
            problems.add("Image " + image.id() + " should have " + image.rows() + " rows, found " + found);
        }
    }

    private void check(StoredImage image, Run run) {
        double last = Double.NEGATIVE_INFINITY;
        for (int block = 0; block < run.fence().length; block++) {
            double[] depths = segments.depths(
                    run, (long) block * Run.FENCE, (int) Math.min(Run.FENCE, run.rows() - (long) block * Run.FENCE));
            if (depths[0] != run.fence()[block]) {
                problems.add("Image " + image.id() + ", segment " + run.segment() + ": the catalog expects depth "
                        + run.fence()[block] + " at row " + (long) block * Run.FENCE + ", found " + depths[0]);
            }
            for (double depth : depths) {
                if (!(depth > last)) {
                    problems.add("Image " + image.id() + ", segment " + run.segment() + ": depth " + depth
                            + " does not follow " + last);
                    return;
                }
                last = depth;
            }
        }
        if (last != run.high()) {
            problems.add("Image " + image.id() + ", segment " + run.segment() + ": the last depth should be "
                    + run.high() + ", found " + last);
        }
    }
}
