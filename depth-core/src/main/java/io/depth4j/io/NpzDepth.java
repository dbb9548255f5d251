package io.depth4j.io;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.NpyFloats;
import io.depth4j.internal.depthfile.NpyHeader;
import io.depth4j.internal.depthfile.NpzArrays;
import io.depth4j.io.DepthWriteOptions.Packing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Depth as an archive of NumPy's arrays. */
final class NpzDepth implements DepthCodec {

    /** The first moment that a ZIP can hold, so that equal maps make equal files. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "PK\u0003\u0004");
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) {
        NpzArrays arrays = NpzArrays.read(file, options.claims());
        DepthKind kind = arrays.kind()
                .map(name -> DepthNote.named(DepthKind.class, name))
                .orElseGet(() -> options.requireKind(DepthFormat.NPZ));
        DepthAxis axis = arrays.axis()
                .map(name -> DepthNote.named(DepthAxis.class, name))
                .orElse(DepthAxis.Z);
        return DepthMap.wrap(arrays.depth(), kind).withAxis(axis);
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        // Not closed, since that would close the stream of the caller; finish() writes all there is.
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(options.packing() == Packing.NONE ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        entry(zip, NpzArrays.DEPTH, to -> NpyFloats.write(map.size(), map.values(), to));
        entry(zip, NpzArrays.MASK, to -> writeMask(map, to));
        entry(zip, NpzArrays.KIND, to -> writeText(map.kind().name(), to));
        entry(zip, NpzArrays.AXIS, to -> writeText(map.axis().name(), to));
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static void writeMask(DepthMap map, OutputStream out) throws IOException {
        new NpyHeader("|b1", map.height(), map.width()).write(out);
        FloatBuffer values = map.values();
        byte[] row = new byte[map.width()];
        while (values.hasRemaining()) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) (Float.isNaN(values.get()) ? 0 : 1);
            }
            out.write(row);
        }
    }

    private static void writeText(String text, OutputStream out) throws IOException {
        new NpyHeader("<U" + text.length()).write(out);
        out.write(text.getBytes(NpzArrays.TEXT));
    }
}
