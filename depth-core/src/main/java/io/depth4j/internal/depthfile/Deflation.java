package io.depth4j.internal.depthfile;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Packs one block after the other, each a zlib stream of its own. */
final class Deflation implements AutoCloseable {

    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[1 << 14];

    byte[] packed(byte[] block) {
        deflater.reset();
        deflater.setInput(block);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
