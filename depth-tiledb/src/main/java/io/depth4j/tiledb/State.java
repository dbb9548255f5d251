package io.depth4j.tiledb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All images as of one commit. */
final class State {

    private final long number;
    private final Instant time;
    private final long lastId;
    private final SortedMap<Long, StoredImage> images;

    /** @param lastId the greatest number that an image ever had */
    State(long number, Instant time, long lastId, SortedMap<Long, StoredImage> images) {
        this.number = number;
        this.time = time;
        this.lastId = lastId;
        this.images = Collections.unmodifiableSortedMap(images);
    }

    static State empty() {
        return new State(0, Instant.EPOCH, 0, new TreeMap<>());
    }

    long number() {
        return number;
    }

    Instant time() {
        return time;
    }

    long lastId() {
        return lastId;
    }

    /** The number of the next new image. */
    long nextId() {
        if (lastId == Long.MAX_VALUE) {
            throw new IllegalStateException("No number is left for a new image: one has had " + lastId);
        }
        return lastId + 1;
    }

    SortedMap<Long, StoredImage> images() {
        return images;
    }

    Optional<StoredImage> find(long image) {
        return Optional.ofNullable(images.get(image));
    }

    /** This state after one more commit. */
    State after(Commit commit) {
        SortedMap<Long, StoredImage> next = images;
        long last = Math.max(lastId, commit.told().image().orElse(0));
        long time = StoredImage.micros(commit.told().time());
        if (commit.change() instanceof Change.Add add) {
            next = new TreeMap<>(images);
            next.put(add.like().id(), find(add.like().id()).orElse(add.like()).with(add.runs(), add.added(), time));
        } else if (commit.change() instanceof Change.Drop drop) {
            next = new TreeMap<>(images);
            next.remove(drop.image());
        } else if (commit.change() instanceof Change.Merge merge) {
            next = new TreeMap<>(images);
            for (Change.Merged merged : merge.images()) {
                next.computeIfPresent(merged.image(), (id, image) -> merged(image, merged));
            }
        }
        return new State(commit.number(), commit.told().time(), last, next);
    }

    /** Runs that came while others were merged stay behind the merged one. */
    private static StoredImage merged(StoredImage image, Change.Merged merged) {
        List<Run> runs = new ArrayList<>(List.of(merged.run()));
        image.runs().stream()
                .filter(run -> !merged.replaced().contains(run.key()))
                .forEach(runs::add);
        return image.withRuns(runs);
    }
}
