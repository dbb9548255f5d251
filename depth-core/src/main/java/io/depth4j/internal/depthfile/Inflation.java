package io.depth4j.internal.depthfile;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks zlib streams that stand in a file, only as far as their bytes are asked for. */
final class Inflation implements AutoCloseable {

    private final Inflater inflater = new Inflater();
    private final Bytes file;
    private int start;

    Inflation(Bytes file) {
        this.file = file;
    }

    /** Goes to the stream of {@code length} bytes, which lie within the file, at {@code newStart}. */
    void open(int newStart, int length) {
        start = newStart;
        inflater.reset();
        inflater.setInput(file.array(), newStart, length);
    }

    /** Fills the first {@code count} bytes of {@code dst} with what comes next in the stream. */
    void read(byte[] dst, int count) {
        try {
            int done = 0;
            while (done < count) {
                int got = inflater.inflate(dst, done, count - done);
                if (got == 0) {
                    throw new MalformedInputException(
                            "The packed pixels end early: " + (count - done) + " of " + count + " bytes are missing",
                            start);
                }
                done += got;
            }
        } catch (DataFormatException e) {
            throw new MalformedInputException(
                    "The packed pixels from byte " + start + " on are corrupt: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
