package io.depth4j.tiledb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Segments that somebody in this process goes on reading, so that compaction leaves them where they are. */
final class Pins {

    /** Lets go once, however often it is closed. */
    interface Pin extends AutoCloseable {
        @Override
        void close();
    }

    private final Map<String, Integer> held = new HashMap<>();

    synchronized Pin pin(StoredImage image) {
        Set<String> segments = new HashSet<>();
        image.runs().forEach(run -> segments.add(run.segment()));
        segments.forEach(segment -> held.merge(segment, 1, Integer::sum));
        return new Pin() {
            private boolean open = true;

            @Override
            public void close() {
                synchronized (Pins.this) {
                    if (open) {
                        open = false;
                        segments.forEach(segment -> held.computeIfPresent(segment, (name, n) -> n > 1 ? n - 1 : null));
                    }
                }
            }
        };
    }

    synchronized boolean holds(String segment) {
        return held.containsKey(segment);
    }
}
