package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.TiffFloats;
import java.io.IOException;
import java.io.OutputStream;

/** Depth as a TIFF of one float a pixel. */
final class TiffDepth implements DepthCodec {

    /** Readers unpack a strip at a time. */
    private static final int STRIP_FLOATS = 1 << 16;

    @Override
    public boolean recognizes(Bytes head) {
        return TiffFloats.recognizes(head);
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) {
        return DepthNote.map(TiffFloats.read(file, options.claims()), DepthFormat.TIFF, options);
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        TiffFloats.Packing packing = switch (options.packing()) {
            case NONE -> TiffFloats.Packing.NONE;
            case ZIP -> TiffFloats.Packing.DEFLATE;
        };
        int rows = Math.max(1, STRIP_FLOATS / map.width());
        TiffFloats.write(map.size(), map.values(), DepthNote.of(map).text(), packing, rows, out);
    }
}
