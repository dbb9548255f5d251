package io.depth4j.internal.csv;

import java.io.IOException;

/** Reads rows one after the other. */
interface RowParser {

    /** Why a parser returned. */
    enum Stop {
        /** The batch is full. */
        FULL,
        /** The text is over. */
        OVER,
        /** The next row has a quote in it; it has not been taken. Only a parser that reads none stops so. */
        QUOTE
    }

    /** Adds rows to the batch as long as it is not full. */
    Stop fill(RowBatch batch) throws IOException;

    /** How many lines have been read. */
    long lines();
}
