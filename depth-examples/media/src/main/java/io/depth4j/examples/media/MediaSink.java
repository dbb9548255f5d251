package io.depth4j.examples.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where results go by name. Nothing half stands under a final name, whatever fails or stops in between. */
public sealed interface MediaSink extends AutoCloseable permits FolderSink, ZipSink, StreamSink {

    /** Writes the bytes of one file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A folder, made when something is written. Each file appears when it is whole. */
    static MediaSink folder(Path folder) {
        return new FolderSink(folder);
    }

    /** A zip, which appears when it is finished. */
    static MediaSink zip(Path file) throws IOException {
        return new ZipSink(file);
    }

    /** A zip into a stream, which is flushed when it is finished and not closed. */
    static MediaSink zip(OutputStream out) {
        return new ZipSink(out);
    }

    /** One file into a stream, which is flushed when it is finished and not closed. */
    static MediaSink stream(OutputStream out) {
        return new StreamSink(out);
    }

    /**
     * Writes one file, in the place of one of that name.
     *
     * @param name with {@code /} between folders, neither absolute nor upwards
     */
    void write(String name, Content content) throws IOException;

    /** Puts what was written in its place; afterwards nothing more can be written. */
    void finish() throws IOException;

    /** Lets go, and drops what was not finished. */
    @Override
    void close() throws IOException;
}
