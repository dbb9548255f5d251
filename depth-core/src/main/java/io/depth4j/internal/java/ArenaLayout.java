package io.depth4j.internal.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gives places in one array to values that are alive for some of the steps, so that those which never meet share them. */
final class ArenaLayout {

    /** One value: so many floats from one step to another, both included. */
    static final class Stay {

        private final long floats;
        private final int first;
        private int last;
        private long at;

        private Stay(long floats, int first) {
            this.floats = floats;
            this.first = first;
            this.last = first;
        }

        /** It is read at this step, too. */
        void lasts(int step) {
            last = Math.max(last, step);
        }

        int at() {
            return (int) at;
        }

        private boolean meets(Stay other) {
            return first <= other.last && other.first <= last;
        }
    }

    private final List<Stay> stays = new ArrayList<>();

    Stay add(long floats, int step) {
        Ceilings.require("floats in one value", floats, Ceilings.ARENA);
        Stay stay = new Stay(floats, step);
        stays.add(stay);
        return stay;
    }

    /** Places all, the largest first, each as low as it can be; tells how long the array is. */
    int settle() {
        List<Stay> settled = new ArrayList<>();
        long length = 0;
        List<Stay> order = new ArrayList<>(stays);
        order.sort(Comparator.comparingLong((Stay stay) -> -stay.floats).thenComparingInt(stay -> stay.first));
        for (Stay stay : order) {
            for (Stay lower : settled) {
                // Sorted by place, so the first gap is the lowest.
                if (lower.meets(stay)) {
                    if (lower.at >= stay.at + stay.floats) {
                        break;
                    }
                    stay.at = Math.max(stay.at, lower.at + lower.floats);
                }
            }
            settled.add(stay);
            settled.sort(Comparator.comparingLong(each -> each.at));
            length = Math.max(length, stay.at + stay.floats);
            Ceilings.require("floats in one run", length, Ceilings.ARENA);
        }
        return (int) length;
    }
}
