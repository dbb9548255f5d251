package io.depth4j.internal.resize;

/** One resize from one size to another, all weights computed; shared by threads. */
public interface Pass<C> {

    /** Fills {@code dst}; both have the sizes (and the format) that this was made for, and share nothing. */
    void run(C src, C dst);
}
