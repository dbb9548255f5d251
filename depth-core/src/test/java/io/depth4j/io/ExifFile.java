package io.depth4j.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes EXIF notes and puts them into files. */
final class ExifFile {

    private ExifFile() {}

    /** A TIFF structure with an orientation and a focal length of {@code millimetres}, and the same times 1.5 for 35 mm film. */
    static byte[] notes(ByteOrder order, int orientation, double millimetres) {
        ByteBuffer out = ByteBuffer.allocate(100).order(order);
        out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1));
        out.putShort((short) 42).putInt(8);
        out.putShort((short) 2);
        entry(out, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(out, 0x8769, 4, 1).putInt(38);
        out.putInt(0);
        out.putShort((short) 2);
        entry(out, 0x920A, 5, 1).putInt(68);
        entry(out, 0xA405, 3, 1).putShort((short) Math.round(millimetres * 1.5)).putShort((short) 0);
        out.putInt(0);
        out.position(68).putInt((int) Math.round(millimetres * 100)).putInt(100);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }

    /** The JPEG with the notes in an APP1 segment after its first marker. */
    static byte[] inJpeg(byte[] jpeg, byte[] notes) {
        ByteBuffer segment = ByteBuffer.allocate(10 + notes.length);
        segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (8 + notes.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(notes);
        return inserted(jpeg, 2, segment.array());
    }

    /** The PNG with the notes in an eXIf chunk after its header. */
    static byte[] inPng(byte[] png, byte[] notes) {
        byte[] chunk = new PngFile().chunk("eXIf", notes).bytes();
        return inserted(png, 33, java.util.Arrays.copyOfRange(chunk, 8, chunk.length));
    }

    static byte[] inserted(byte[] file, int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(more);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
