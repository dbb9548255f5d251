package io.depth4j.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** XMP in a JPEG, whose segments hold 64 KiB at most: a main packet, and another cut to pieces that the main one names. */
final class ExtendedXmp {

    private static final byte[] MAIN = latin("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] EXTENSION = latin("http://ns.adobe.com/xmp/extension/\0");
    private static final int APP1 = 0xffe1;

    /** What Adobe's specification of XMP in JPEG recommends. */
    private static final int PIECE = 65_400;

    private ExtendedXmp() {}

    /** What the main packet calls {@code xmpNote:HasExtendedXMP}: the MD5 digest, which the format prescribes. */
    static String guid(byte[] extension) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().withUpperCase().formatHex(digest.digest(extension));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    static void write(byte[] main, byte[] extension, String guid, OutputStream out) throws IOException {
        byte[] wrapped = wrapped(main);
        segment(MAIN, wrapped, 0, wrapped.length, out);
        byte[] name = latin(guid);
        for (int at = 0; at < extension.length; at += PIECE) {
            byte[] head = ByteBuffer.allocate(EXTENSION.length + name.length + 8)
                    .put(EXTENSION)
                    .put(name)
                    .putInt(extension.length)
                    .putInt(at)
                    .array();
            segment(head, extension, at, Math.min(PIECE, extension.length - at), out);
        }
    }

    /** Only the main packet stands between processing instructions. */
    private static byte[] wrapped(byte[] packet) {
        byte[] begin = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>".getBytes(StandardCharsets.UTF_8);
        byte[] end = latin("<?xpacket end=\"w\"?>");
        return ByteBuffer.allocate(begin.length + packet.length + end.length)
                .put(begin)
                .put(packet)
                .put(end)
                .array();
    }

    private static void segment(byte[] head, byte[] content, int from, int count, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(4)
                .putShort((short) APP1)
                .putShort((short) (2 + head.length + count))
                .array());
        out.write(head);
        out.write(content, from, count);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
