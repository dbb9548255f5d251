package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The segments of a JPEG, found without decoding: what the frame claims, whose colours they are, where the picture really ends.
 *
 * @param beforeScan the segments that stand before the first scan, frame and tables and notes alike
 * @param firstScan where the first scan begins
 * @param end after the end marker
 */
record JpegMarkers(List<Segment> beforeScan, Frame frame, int firstScan, int end) {

    /** A marker and its payload, {@code length} bytes from {@code start} on; the marker itself stands four bytes before. */
    record Segment(int marker, int start, int length) {}

    /** What the start-of-frame segment says; {@code ids} are the components' names. */
    record Frame(int marker, int bits, int width, int height, int[] ids) {}

    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    static final int COMMENT = 0xFE;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int HUFFMAN = 0xC4;
    private static final int RESERVED = 0xC8;
    private static final int ARITHMETIC = 0xCC;

    /** Every scan of a progressive picture runs over all of it; cameras and encoders make about ten. */
    private static final int MOST_SCANS = 100;

    /** What the frame claims; empty when the bytes end before it. */
    static Optional<Frame> frame(Bytes bytes) {
        int at = 2;
        while (bytes.has(at, 4)) {
            OptionalInt marker = marker(bytes, at);
            if (marker.isEmpty()) {
                return Optional.empty();
            }
            at = skipFill(bytes, at);
            if (isFrame(marker.getAsInt())) {
                return bytes.has(at + 2, bytes.has(at + 2, 2) ? bytes.u16be(at + 2) : 2)
                        ? Optional.of(frame(bytes, segment(bytes, at)))
                        : Optional.empty();
            }
            if (marker.getAsInt() == SCAN || marker.getAsInt() == END) {
                throw new MalformedInputException("The JPEG has no frame before its pixels", at);
            }
            if (!bytes.has(at + 2, 2)) {
                return Optional.empty();
            }
            at += 2 + segmentBytes(bytes, at);
        }
        return Optional.empty();
    }

    /** The segments up to the first scan or, if the file is broken there, up to the break. */
    static List<Segment> notes(Bytes bytes) {
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        while (bytes.has(at, 4)) {
            at = skipFill(bytes, at);
            if (!bytes.has(at, 4)
                    || bytes.u8(at) != 0xff
                    || bytes.u8(at + 1) == SCAN
                    || !bytes.has(at + 2, segmentBytes(bytes, at))) {
                break;
            }
            Segment segment = segment(bytes, at);
            segments.add(segment);
            at = segment.start + segment.length;
        }
        return segments;
    }

    static JpegMarkers read(Bytes file) {
        List<Segment> before = new ArrayList<>();
        Optional<Frame> frame = Optional.empty();
        int firstScan = 0;
        int scans = 0;
        int at = 2;
        while (true) {
            int marker = marker(file, at)
                    .orElseThrow(() -> new MalformedInputException(
                            "The JPEG is truncated: it ends without its end marker", file.length()));
            at = skipFill(file, at);
            if (marker == END) {
                if (scans == 0) {
                    throw new MalformedInputException("The JPEG ends before its first scan", at);
                }
                return new JpegMarkers(before, frame.orElseThrow(), firstScan, at + 2);
            }
            Segment segment = segment(file, at);
            if (isFrame(marker)) {
                if (frame.isPresent()) {
                    throw new MalformedInputException("The JPEG has two frames", at);
                }
                frame = Optional.of(frame(file, segment));
            }
            if (marker != SCAN) {
                if (scans == 0) {
                    before.add(segment);
                }
                at = segment.start + segment.length;
                continue;
            }
            if (frame.isEmpty()) {
                throw new MalformedInputException("The JPEG has no frame before its pixels", at);
            }
            if (scans++ == 0) {
                firstScan = at;
            }
            if (scans > MOST_SCANS) {
                throw new MalformedInputException("The JPEG has more than " + MOST_SCANS + " scans", at);
            }
            at = skipEntropy(file, segment.start + segment.length);
        }
    }

    /** The next marker's code; empty at the end of the bytes. */
    private static OptionalInt marker(Bytes bytes, int at) {
        if (!bytes.has(at, 1)) {
            return OptionalInt.empty();
        }
        if (bytes.u8(at) != 0xff) {
            throw new MalformedInputException("A JPEG marker should begin here, found " + bytes.u8(at), at);
        }
        int code = skipFill(bytes, at) + 1;
        if (!bytes.has(code, 1)) {
            return OptionalInt.empty();
        }
        int marker = bytes.u8(code);
        if (marker == START || marker < 0xC0 || marker >= 0xD0 && marker < START) {
            throw new MalformedInputException("JPEG marker " + marker + " has no place here", at);
        }
        return OptionalInt.of(marker);
    }

    /** Any number of 0xff may stand before a marker; answers where the last of them does. */
    private static int skipFill(Bytes bytes, int at) {
        int last = at;
        while (bytes.has(last + 1, 1) && bytes.u8(last) == 0xff && bytes.u8(last + 1) == 0xff) {
            last++;
        }
        return last;
    }

    /** Where the packed pixels from {@code at} on end: at the next marker that is not a restart. */
    private static int skipEntropy(Bytes file, int at) {
        byte[] bytes = file.array();
        int end = file.length() - 1;
        for (int i = at; i < end; i++) {
            if (bytes[i] == (byte) 0xff) {
                int next = bytes[i + 1] & 0xff;
                if (next != 0 && next != 0xff && (next < 0xD0 || next > 0xD7)) {
                    return i;
                }
            }
        }
        return file.length();
    }

    private static Segment segment(Bytes bytes, int at) {
        bytes.require(at, 4, "a JPEG segment");
        int length = segmentBytes(bytes, at);
        bytes.require(at + 2, length, "a JPEG segment");
        return new Segment(bytes.u8(at + 1), at + 4, length - 2);
    }

    /** The length of a segment, which counts itself. */
    private static int segmentBytes(Bytes bytes, int at) {
        int length = bytes.u16be(at + 2);
        if (length < 2) {
            throw new MalformedInputException("A JPEG segment takes at least 2 bytes, found " + length, at + 2);
        }
        return length;
    }

    private static Frame frame(Bytes bytes, Segment segment) {
        int start = segment.start;
        int components = segment.length < 6 ? 0 : bytes.u8(start + 5);
        if (components == 0 || segment.length < 6 + 3 * components) {
            throw new MalformedInputException("The frame of the JPEG is cut short", start);
        }
        int[] ids = new int[components];
        for (int i = 0; i < components; i++) {
            ids[i] = bytes.u8(start + 6 + 3 * i);
        }
        return new Frame(segment.marker, bytes.u8(start), bytes.u16be(start + 3), bytes.u16be(start + 1), ids);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN && marker != RESERVED && marker != ARITHMETIC;
    }
}
