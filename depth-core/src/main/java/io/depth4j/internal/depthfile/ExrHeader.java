package io.depth4j.internal.depthfile;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of an OpenEXR file of one part and plain scanlines says; other files are refused.
 *
 * @param top the number of the first line
 * @param note what the attribute of ours says
 * @param end where the header ends and the table of offsets begins
 */
record ExrHeader(
        int top,
        long width,
        long height,
        ExrCompression compression,
        List<ExrChannel> channels,
        Optional<String> note,
        int end) {

    static final String MAGIC = "v/1\u0001";

    private static final int VERSION = 2;
    private static final int VERSION_BITS = 0xff;
    private static final int TILED = 0x200;
    private static final int LONG_NAMES = 0x400;
    private static final int DEEP = 0x800;
    private static final int MULTI_PART = 0x1000;
    private static final int MOST_NAME = 255;

    /** A value in the header, {@code length} bytes from {@code start} on. */
    private record Attribute(String type, int start, int length) {}

    static ExrHeader read(Bytes file) {
        if (!file.matches(0, MAGIC)) {
            throw new MalformedInputException("An OpenEXR file begins with 76 2f 31 01", 0);
        }
        requirePlain(file.i32le(4));
        Map<String, Attribute> attributes = new HashMap<>();
        int at = 8;
        while (file.u8(at) != 0) {
            String name = name(file, at);
            at += name.length() + 1;
            String type = name(file, at);
            at += type.length() + 1;
            long length = file.u32le(at);
            at += 4;
            file.require(at, length, "the OpenEXR attribute " + name);
            attributes.put(name, new Attribute(type, at, (int) length));
            at += (int) length;
        }
        int window = value(attributes, "dataWindow", "box2i", 16);
        int compression = value(attributes, "compression", "compression", 1);
        return new ExrHeader(
                file.i32le(window + 4),
                (long) file.i32le(window + 8) - file.i32le(window) + 1,
                (long) file.i32le(window + 12) - file.i32le(window + 4) + 1,
                ExrCompression.of(file.u8(compression), compression),
                channels(file, attribute(attributes, "channels", "chlist")),
                note(file, attributes),
                at + 1);
    }

    /**
     * {@code Z}; else the only channel; else the first that is named like depth, as {@code depth} or {@code view.Z} are, where
     * {@code normal.Z} beside {@code normal.X} is not.
     */
    ExrChannel depth() {
        Optional<ExrChannel> found = channels.stream()
                .filter(channel -> channel.name().equals("Z"))
                .findFirst()
                .or(() -> channels.stream().filter(any -> channels.size() == 1).findFirst())
                .or(() -> channels.stream().filter(this::isLikeDepth).findFirst());
        ExrChannel channel = found.orElseThrow(() -> new MalformedInputException(
                "No channel of the OpenEXR file is Z or named like depth, found " + names()));
        if (channel.type() == ExrChannel.Type.UINT) {
            throw new MalformedInputException(
                    "Depth in OpenEXR is of type FLOAT or HALF, channel " + channel.name() + " is UINT");
        }
        return channel;
    }

    private boolean isLikeDepth(ExrChannel channel) {
        if (channel.base().equals("Z")) {
            String across = channel.layer() + "X";
            return channels.stream().noneMatch(other -> other.name().equals(across));
        }
        return channel.base().equalsIgnoreCase("depth");
    }

    private String names() {
        return String.join(", ", channels.stream().map(ExrChannel::name).toList());
    }

    /** Bytes of one pixel, over all channels. */
    long pixelBytes() {
        return channels.stream().mapToLong(channel -> channel.type().bytes()).sum();
    }

    /** Bytes of one pixel in the channels that stand before this one in a line. */
    long pixelBytesBefore(ExrChannel channel) {
        return channels.stream()
                .takeWhile(before -> !before.equals(channel))
                .mapToLong(before -> before.type().bytes())
                .sum();
    }

    private static void requirePlain(int version) {
        if ((version & VERSION_BITS) != VERSION) {
            throw new MalformedInputException(
                    "OpenEXR is read in version 2, found version " + (version & VERSION_BITS), 4);
        }
        int flags = version & ~VERSION_BITS & ~LONG_NAMES;
        if (flags != 0) {
            List<String> found = new ArrayList<>();
            if ((flags & TILED) != 0) {
                found.add("tiles");
            }
            if ((flags & DEEP) != 0) {
                found.add("deep pixels");
            }
            if ((flags & MULTI_PART) != 0) {
                found.add("several parts");
            }
            if (found.isEmpty()) {
                found.add(String.format("unknown flags %x", flags));
            }
            throw new MalformedInputException(
                    "OpenEXR is read with one part of scanlines, found a file with " + String.join(" and ", found), 4);
        }
    }

    private static Attribute attribute(Map<String, Attribute> attributes, String name, String type) {
        Attribute found = attributes.get(name);
        if (found == null) {
            throw new MalformedInputException("The OpenEXR file has no attribute " + name);
        }
        if (!found.type.equals(type)) {
            throw new MalformedInputException(
                    "The OpenEXR attribute " + name + " is of type " + type + ", found " + found.type, found.start);
        }
        return found;
    }

    /** Where the value stands. */
    private static int value(Map<String, Attribute> attributes, String name, String type, int length) {
        Attribute found = attribute(attributes, name, type);
        if (found.length != length) {
            throw new MalformedInputException(
                    "The OpenEXR attribute " + name + " takes " + length + " bytes, found " + found.length,
                    found.start);
        }
        return found.start;
    }

    private static Optional<String> note(Bytes file, Map<String, Attribute> attributes) {
        if (!attributes.containsKey(NotedPlane.OURS)) {
            return Optional.empty();
        }
        Attribute note = attribute(attributes, NotedPlane.OURS, "string");
        return Optional.of(file.latin(note.start, note.length));
    }

    private static List<ExrChannel> channels(Bytes file, Attribute list) {
        List<ExrChannel> channels = new ArrayList<>();
        int at = list.start;
        int end = list.start + list.length;
        while (at < end && file.u8(at) != 0) {
            String name = name(file, at);
            at += name.length() + 1;
            if (end - at < ExrChannel.ENTRY_BYTES) {
                throw new MalformedInputException("The list of OpenEXR channels is cut short", at);
            }
            channels.add(ExrChannel.read(file, at, name));
            at += ExrChannel.ENTRY_BYTES;
        }
        if (channels.isEmpty()) {
            throw new MalformedInputException("The OpenEXR file has no channel", list.start);
        }
        return List.copyOf(channels);
    }

    private static String name(Bytes file, int at) {
        int end = at;
        while (file.u8(end) != 0) {
            end++;
            if (end - at > MOST_NAME) {
                throw new MalformedInputException("A name in OpenEXR has at most " + MOST_NAME + " bytes", at);
            }
        }
        return file.latin(at, end - at);
    }
}
