package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.NpyFloats;
import io.depth4j.internal.depthfile.NpyHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Depth as one array of NumPy's. */
final class NpyDepth implements DepthCodec {

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, NpyHeader.MAGIC);
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file.array(), 0, file.length());
        FloatPlane depth = NpyFloats.read(in, options.claims(), file.length());
        return DepthMap.wrap(depth, options.requireKind(DepthFormat.NPY));
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        NpyFloats.write(map.size(), map.values(), out);
    }
}
