package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.ExrCompression;
import io.depth4j.internal.depthfile.ExrFloats;
import java.io.IOException;
import java.io.OutputStream;

/** Depth as the channel {@code Z} of an OpenEXR file. */
final class ExrDepth implements DepthCodec {

    @Override
    public boolean recognizes(Bytes head) {
        return ExrFloats.recognizes(head);
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) {
        return DepthNote.map(ExrFloats.read(file, options.claims()), DepthFormat.EXR, options);
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        ExrCompression compression = switch (options.packing()) {
            case NONE -> ExrCompression.NONE;
            case ZIP -> ExrCompression.ZIP;
        };
        ExrFloats.write(map.size(), map.values(), DepthNote.of(map).text(), compression, out);
    }
}
