package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file, checked for order, bounds and, where the picture depends on them, checksums. Text, profiles and
 * other notes are never unpacked, so nothing hidden in them can grow.
 *
 * @param end where the file's picture ends: after IEND
 */
record PngChunks(Chunk header, Optional<Chunk> palette, Optional<Chunk> transparency, List<Chunk> data, int end) {

    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    /** The contents of a chunk: {@code length} bytes from {@code start} on. */
    record Chunk(String type, int start, int length) {

        /** Chunks whose name begins with a capital are needed to understand the picture. */
        boolean isCritical() {
            return Character.isUpperCase(type.charAt(0));
        }

        /** Where the next chunk begins. */
        int next() {
            return start + length + CHECKSUM;
        }
    }

    private static final int FRAME = 8;
    private static final int CHECKSUM = 4;

    static PngChunks read(Bytes file) {
        Optional<Chunk> header = Optional.empty();
        Optional<Chunk> palette = Optional.empty();
        Optional<Chunk> transparency = Optional.empty();
        List<Chunk> data = new ArrayList<>();
        int at = SIGNATURE.length();
        while (true) {
            Chunk chunk = chunk(file, at);
            if (header.isEmpty() && !chunk.type.equals("IHDR")) {
                throw new MalformedInputException("A PNG begins with IHDR, found " + chunk.type, at);
            }
            switch (chunk.type) {
                case "IHDR" -> header = once(header, chunk);
                case "PLTE" -> palette = once(palette, chunk);
                case "tRNS" -> transparency = once(transparency, chunk);
                case "IDAT" -> data.add(chunk);
                case "IEND" -> {
                    if (data.isEmpty()) {
                        throw new MalformedInputException("The PNG has no pixels (IDAT)", at);
                    }
                    return new PngChunks(header.orElseThrow(), palette, transparency, data, chunk.next());
                }
                default -> {
                    if (chunk.isCritical()) {
                        throw new MalformedInputException("Unknown critical PNG chunk " + chunk.type, at);
                    }
                }
            }
            at = chunk.next();
        }
    }

    /** The first chunk of a type before the end of the file, however broken the rest is. */
    static Optional<Chunk> find(Bytes file, String type) {
        return all(file, type).stream().findFirst();
    }

    /** The chunks of a type before the end of the file, however broken the rest is. */
    static List<Chunk> all(Bytes file, String type) {
        List<Chunk> found = new ArrayList<>();
        int at = SIGNATURE.length();
        while (file.has(at, FRAME) && file.i32be(at) >= 0 && file.has(at + FRAME, file.u32be(at) + CHECKSUM)) {
            Chunk chunk = new Chunk(file.latin(at + 4, 4), at + FRAME, file.i32be(at));
            if (chunk.type.equals(type)) {
                found.add(chunk);
            }
            at = chunk.next();
        }
        return found;
    }

    private static Optional<Chunk> once(Optional<Chunk> before, Chunk chunk) {
        if (before.isPresent()) {
            throw new MalformedInputException("The PNG has two " + chunk.type + " chunks", chunk.start - FRAME);
        }
        return Optional.of(chunk);
    }

    private static Chunk chunk(Bytes file, int at) {
        file.require(at, FRAME, "a PNG chunk");
        String type = file.latin(at + 4, 4);
        for (int i = 0; i < type.length(); i++) {
            char letter = type.charAt(i);
            if ((letter < 'A' || letter > 'Z') && (letter < 'a' || letter > 'z')) {
                throw new MalformedInputException("A PNG chunk should begin here, found no chunk name", at);
            }
        }
        file.require(at + FRAME, file.u32be(at) + CHECKSUM, "PNG chunk " + type);
        Chunk chunk = new Chunk(type, at + FRAME, file.i32be(at));
        if (chunk.isCritical()) {
            check(file, chunk);
        }
        return chunk;
    }

    /** Refuses a chunk whose checksum does not fit. */
    static void check(Bytes file, Chunk chunk) {
        CRC32 sum = new CRC32();
        sum.update(file.array(), chunk.start - 4, chunk.length + 4);
        long stored = file.u32be(chunk.start + chunk.length);
        if (sum.getValue() != stored) {
            throw new MalformedInputException(
                    String.format("PNG chunk %s has checksum %08x, stored is %08x", chunk.type, sum.getValue(), stored),
                    chunk.start - FRAME);
        }
    }
}
