package io.depth4j.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** EXIF notes of any tags, in the order of their numbers. */
final class ExifNotes {

    private record Note(int type, int count, byte[] value) {}

    private static final int TEXT = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int DIRECTORY = 38;

    private final int orientation;
    private final TreeMap<Integer, Note> notes = new TreeMap<>();

    ExifNotes(int orientation) {
        this.orientation = orientation;
    }

    ExifNotes number(int tag, int value) {
        notes.put(tag, new Note(LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
        return this;
    }

    ExifNotes rational(int tag, int numerator, int denominator) {
        byte[] value =
                ByteBuffer.allocate(8).putInt(numerator).putInt(denominator).array();
        notes.put(tag, new Note(RATIONAL, 1, value));
        return this;
    }

    ExifNotes text(int tag, String value) {
        byte[] letters = (value + "\0").getBytes(StandardCharsets.US_ASCII);
        notes.put(tag, new Note(TEXT, letters.length, letters));
        return this;
    }

    /** A TIFF structure: the orientation, and a directory of these notes whose values follow it. */
    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(1000);
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        out.putShort((short) 2);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        out.putShort((short) orientation).putShort((short) 0);
        out.putShort((short) 0x8769).putShort((short) LONG).putInt(1).putInt(DIRECTORY);
        out.putInt(0);
        out.putShort((short) notes.size());
        int values = DIRECTORY + 2 + 12 * notes.size() + 4;
        for (var note : notes.entrySet()) {
            byte[] value = note.getValue().value;
            out.putShort(note.getKey().shortValue());
            out.putShort((short) note.getValue().type).putInt(note.getValue().count);
            if (value.length <= 4) {
                out.put(value);
            } else {
                out.putInt(values);
                out.put(values, value);
                values += value.length;
            }
        }
        byte[] bytes = new byte[values];
        out.get(0, bytes);
        return bytes;
    }
}
