package io.depth4j.io;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.internal.codec.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Depth as an archive of NumPy's arrays. */
final class NpzDepth implements DepthCodec {

    static final String DEPTH = "depth.npy";
    static final String MASK = "mask.npy";
    static final String KIND = "kind.npy";
    static final String AXIS = "axis.npy";

    /** How NumPy stores text: four bytes a letter. */
    static final Charset TEXT = Charset.forName("UTF-32LE");

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
        NpzArrays arrays = NpzArrays.read(file, options);
        DepthKind kind = arrays.kind().orElseGet(() -> options.requireKind(DepthFormat.NPZ));
        return DepthMap.wrap(arrays.depth(), kind).withAxis(arrays.axis().orElse(DepthAxis.Z));
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        // Not closed, since that would close the stream of the caller; finish() writes all there is.
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, DEPTH, to -> NpyFloats.write(map, to));
        entry(zip, MASK, to -> writeMask(map, to));
        entry(zip, KIND, to -> writeText(map.kind().name(), to));
        entry(zip, AXIS, to -> writeText(map.axis().name(), to));
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
        out.write(text.getBytes(TEXT));
    }
}
