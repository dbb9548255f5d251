package io.depth4j.examples.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One file into a stream, where its name does not count. */
final class StreamSink implements MediaSink {

    private final OutputStream out;
    private boolean written;

    StreamSink(OutputStream out) {
        this.out = out;
    }

    /** Nothing goes out before the content is whole. */
    @Override
    public void write(String name, Content content) throws IOException {
        if (written) {
            throw new IOException("The stream has its file already, another is " + name);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        written = true;
        bytes.writeTo(out);
        out.flush();
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() {}
}
