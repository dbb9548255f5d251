package io.depth4j.internal.csv;

import io.depth4j.MalformedInputException;
import io.depth4j.frames.BadRow;
import io.depth4j.frames.IngestOptions.BadRows;
import java.util.ArrayList;
import java.util.List;

/** The bad rows of a table: the first one is thrown, or all are counted and the first of them kept. */
final class Faults {

    private static final int KEPT = 100;

    private final String source;
    private final BadRows rule;
    private final List<BadRow> first = new ArrayList<>();
    private long count;

    Faults(String source, BadRows rule) {
        this.source = source;
        this.rule = rule;
    }

    void add(BadRow row) {
        if (rule == BadRows.FAIL) {
            throw new MalformedInputException(source + ", " + row);
        }
        count++;
        if (first.size() < KEPT) {
            first.add(row);
        }
    }

    long count() {
        return count;
    }

    List<BadRow> first() {
        return first;
    }
}
