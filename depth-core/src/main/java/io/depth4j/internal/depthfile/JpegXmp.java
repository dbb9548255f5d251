package io.depth4j.internal.depthfile;

import io.depth4j.internal.codec.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** XMP in a JPEG, whose segments hold 64 KiB at most: a main packet, and another cut to pieces that the main one names. */
public final class JpegXmp {

    private static final String MAIN = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
    private static final int APP0 = 0xffe0;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xda;

    /** What Adobe's specification of XMP in JPEG recommends. */
    private static final int PIECE = 65_400;

    private JpegXmp() {}

    /** What the main packet calls {@code xmpNote:HasExtendedXMP}: the MD5 digest, which the format prescribes. */
    public static String guid(byte[] extension) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().withUpperCase().formatHex(digest.digest(extension));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /**
     * The JPEG with both packets, and all else of it as it was.
     *
     * @param jpeg whole and sound
     * @throws IllegalArgumentException if it has XMP, of which readers would take only one
     */
    public static void write(Bytes jpeg, byte[] main, byte[] extension, String guid, OutputStream out)
            throws IOException {
        int place = place(jpeg);
        out.write(jpeg.array(), 0, place);
        packets(main, extension, guid, out);
        out.write(jpeg.array(), place, jpeg.length() - place);
    }

    /**
     * After JFIF and EXIF, which ask to stand first, and before the lists of further pictures, which count from where they stand
     * themselves.
     */
    private static int place(Bytes jpeg) {
        int place = 2;
        int at = 2;
        while (jpeg.u8(at + 1) != SCAN) {
            if (jpeg.u8(at + 1) == 0xff) {
                at++;
                continue;
            }
            int marker = jpeg.u16be(at);
            int end = at + 2 + jpeg.u16be(at + 2);
            if (marker == APP1 && (jpeg.matches(at + 4, MAIN) || jpeg.matches(at + 4, EXTENSION))) {
                throw new IllegalArgumentException("The JPEG has XMP at byte " + at
                        + ", and readers take one packet; write GDepth to a JPEG without XMP");
            }
            if (at == place && (marker == APP0 || marker == APP1 && jpeg.matches(at + 4, "Exif\0"))) {
                place = end;
            }
            at = end;
        }
        return place;
    }

    private static void packets(byte[] main, byte[] extension, String guid, OutputStream out) throws IOException {
        byte[] wrapped = wrapped(main);
        segment(latin(MAIN), wrapped, 0, wrapped.length, out);
        byte[] name = latin(guid);
        for (int at = 0; at < extension.length; at += PIECE) {
            byte[] head = ByteBuffer.allocate(EXTENSION.length() + name.length + 8)
                    .put(latin(EXTENSION))
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
