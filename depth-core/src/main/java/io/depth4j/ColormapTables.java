package io.depth4j;

import io.depth4j.Colormap.Kind;
import io.depth4j.internal.Resource;
import io.depth4j.internal.kernel.ColorKernels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code colormaps.bin}; {@code src/test/python/colormaps.py} writes it and says how. */
final class ColormapTables {

    private static final String RESOURCE = "colormaps.bin";
    private static final int MAGIC = 'D' << 24 | '4' << 16 | 'C' << 8 | 'M';
    private static final int VERSION = 1;

    /** The kinds by the numbers that the file gives them. */
    private static final List<Kind> KINDS = List.of(Kind.SEQUENTIAL, Kind.DIVERGING, Kind.CYCLIC, Kind.MISCELLANEOUS);

    private ColormapTables() {}

    /** All maps by name, in the order of the file. */
    static Map<String, Colormap> read() {
        ByteBuffer in = ByteBuffer.wrap(Resource.bytes(ColormapTables.class, RESOURCE));
        int magic = in.getInt();
        int version = in.get();
        if (magic != MAGIC || version != VERSION) {
            throw new IllegalStateException(RESOURCE + " begins with D4CM, version " + VERSION + "; found "
                    + Integer.toHexString(magic) + ", version " + version);
        }
        int count = in.getShort() & 0xffff;
        Map<String, Colormap> maps = new LinkedHashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            byte[] name = new byte[in.get() & 255];
            in.get(name);
            Kind kind = KINDS.get(in.get());
            int[] colors = new int[ColorKernels.LEVELS];
            for (int c = 0; c < colors.length; c++) {
                colors[c] =
                        Rgba.rgb(in.get() & 255, in.get() & 255, in.get() & 255).packed();
            }
            String text = new String(name, StandardCharsets.US_ASCII);
            maps.put(text, Colormap.ofTable(text, kind, colors));
        }
        return Collections.unmodifiableMap(maps);
    }
}
