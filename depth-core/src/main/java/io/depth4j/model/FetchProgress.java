package io.depth4j.model;

import java.util.OptionalLong;

/** Is told how far a fetch is, by the thread that fetches, often. */
@FunctionalInterface
public interface FetchProgress {

    /**
     * @param done bytes that are here, those of an earlier fetch included
     * @param total bytes of the whole file, if that is known
     */
    void at(long done, OptionalLong total);

    /** Tells nobody. */
    static FetchProgress none() {
        return (done, total) -> {};
    }
}
