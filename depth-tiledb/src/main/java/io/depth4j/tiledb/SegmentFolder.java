package io.depth4j.tiledb;

import java.util.List;
import java.util.Set;

/** Where segments lie, each a folder of its own. */
interface SegmentFolder {

    /** Says that a segment is being written, until it is closed: nobody takes it for an orphan. */
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /** Makes the folder of a segment. */
    Claim claim(String segment);

    /** Whether somebody is writing it, here or in another process. */
    boolean isClaimed(String segment);

    /** The segments that are there; those of commits may be left out. */
    List<String> list();

    void delete(String segment);

    /** Says which segments belong to commits, and need not be listed any more. */
    void committed(Set<String> segments);

    /** What some segments take. */
    long bytes(Set<String> segments);

    /** As TileDB names a folder within a segment. */
    String uri(String segment, String array);
}
