package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.internal.codec.Bytes;
import java.io.IOException;
import java.io.OutputStream;

/** Reads and writes one {@link DepthFormat}. */
interface DepthCodec {

    /** Whether a file that begins like this is of the format. */
    boolean recognizes(Bytes head);

    /** The map of a whole file; asks the options for the size it claims before it takes memory for it. */
    DepthMap read(Bytes file, DepthReadOptions options) throws IOException;

    /** Writes the whole file; neither flushes nor closes the stream. What does not fit is refused before the first byte. */
    void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException;
}
