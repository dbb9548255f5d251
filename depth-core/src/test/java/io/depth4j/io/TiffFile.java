package io.depth4j.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Changes TIFF files. */
public final class TiffFile {

    private TiffFile() {}

    /** The file with one more entry, which holds a short, in a copy of its first directory at the end. */
    public static byte[] withShort(byte[] tiff, int tag, int value) {
        ByteBuffer in = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = in.getInt(4);
        int count = in.getShort(at);
        ByteBuffer out = ByteBuffer.wrap(Arrays.copyOf(tiff, tiff.length + 2 + 12 * (count + 1) + 4))
                .order(in.order());
        out.putInt(4, tiff.length).position(tiff.length);
        out.putShort((short) (count + 1));
        boolean written = false;
        for (int i = 0; i <= count; i++) {
            int entry = at + 2 + 12 * (written ? i - 1 : i);
            boolean here = !written && (i == count || (in.getShort(entry) & 0xffff) > tag);
            if (here) {
                out.putShort((short) tag)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) value)
                        .putShort((short) 0);
                written = true;
            } else {
                out.put(tiff, entry, 12);
            }
        }
        return out.array();
    }
}
