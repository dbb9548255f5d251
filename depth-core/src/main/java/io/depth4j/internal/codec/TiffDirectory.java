package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One directory of a TIFF structure: entries whose values, inside the entry or elsewhere, lie within the file. */
public record TiffDirectory(List<Entry> entries) {

    static final TiffDirectory EMPTY = new TiffDirectory(List.of());

    /**
     * One entry.
     *
     * @param position where its twelve bytes stand
     * @param count of values
     * @param values where the values stand
     */
    public record Entry(Reader reader, int tag, int type, int position, int count, int values) {

        /** The value as a number, whatever its type; a rational with denominator 0 is NaN. */
        public double number(int index) {
            int at = values + index * WIDTH[type];
            return switch (type) {
                case BYTE -> reader.bytes.u8(at);
                case SHORT -> reader.u16(at);
                case LONG -> reader.u32(at);
                case RATIONAL -> {
                    long denominator = reader.u32(at + 4);
                    yield denominator == 0 ? Double.NaN : (double) reader.u32(at) / denominator;
                }
                default ->
                    throw new MalformedInputException(
                            "TIFF tag " + tag + " holds values of type " + type + ", not numbers", position);
            };
        }
    }

    static final int BYTE = 1;
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int RATIONAL = 5;

    private static final int[] WIDTH = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    static final int ENTRY_BYTES = 12;

    public Optional<Entry> entry(int tag) {
        return entries.stream().filter(entry -> entry.tag == tag).findFirst();
    }

    /** The first value of a tag. */
    public OptionalDouble number(int tag) {
        Optional<Entry> entry = entry(tag).filter(found -> found.count > 0);
        return entry.isPresent() ? OptionalDouble.of(entry.get().number(0)) : OptionalDouble.empty();
    }

    /** Reads directories of one TIFF structure, whose offsets count from {@code start}. */
    public record Reader(Bytes bytes, int start, int end, boolean littleEndian) {

        public static Reader at(Bytes bytes, int start, int length) {
            bytes.require(start, Math.max(length, 8), "a TIFF header");
            boolean little = bytes.matches(start, "II");
            if (!little && !bytes.matches(start, "MM")) {
                throw new MalformedInputException("A TIFF structure begins with II or MM", start);
            }
            Reader reader = new Reader(bytes, start, start + length, little);
            int magic = reader.u16(start + 2);
            if (magic != 42) {
                throw new MalformedInputException(
                        magic == 43 ? "BigTIFF is not read" : "A TIFF structure says 42, found " + magic, start + 2);
            }
            return reader;
        }

        int u16(int at) {
            return littleEndian ? bytes.u16le(at) : bytes.u16be(at);
        }

        long u32(int at) {
            return littleEndian ? bytes.u32le(at) : bytes.u32be(at);
        }

        /** Where the first directory stands, counted from the start of the structure. */
        long firstOffset() {
            return u32(start + 4);
        }

        public TiffDirectory first() {
            return at(firstOffset());
        }

        /** The directory at an offset from the start of the structure. */
        TiffDirectory at(long offset) {
            require(offset, 2, "a TIFF directory");
            int count = u16(start + (int) offset);
            require(offset + 2, (long) count * ENTRY_BYTES, "a TIFF directory");
            List<Entry> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entry(start + (int) offset + 2 + i * ENTRY_BYTES).ifPresent(entries::add);
            }
            return new TiffDirectory(List.copyOf(entries));
        }

        /** Entries of types from after TIFF 6 are passed over, as that standard asks. */
        private Optional<Entry> entry(int position) {
            int tag = u16(position);
            int type = u16(position + 2);
            if (type < 1 || type >= WIDTH.length) {
                return Optional.empty();
            }
            long size = u32(position + 4) * WIDTH[type];
            if (size <= 4) {
                return Optional.of(new Entry(this, tag, type, position, (int) u32(position + 4), position + 8));
            }
            long offset = u32(position + 8);
            require(offset, size, "the values of TIFF tag " + tag);
            return Optional.of(new Entry(this, tag, type, position, (int) u32(position + 4), start + (int) offset));
        }

        private void require(long offset, long size, String what) {
            if (offset > end - start || size > end - start - offset) {
                throw new MalformedInputException(
                        "The file ends inside " + what + ", which needs " + size + " bytes from byte "
                                + (start + offset) + " on",
                        end);
            }
        }
    }
}
