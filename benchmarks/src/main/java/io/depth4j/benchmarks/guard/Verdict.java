package io.depth4j.benchmarks.guard;

/** What became of a pair. */
public enum Verdict {
    /** At its floor or above, and within its bound. */
    OK,
    /** Measured where no floor is set. */
    REPORTED,
    /** The peer is missing. */
    SKIPPED,
    /** Slower than its floor, or out of its bound. */
    BELOW,
    /** Ours and the peer's results disagree; nothing was measured. */
    WRONG;

    public boolean fails() {
        return this == BELOW || this == WRONG;
    }

    @Override
    public String toString() {
        return fails() ? name() : name().toLowerCase(java.util.Locale.ROOT);
    }
}
