package io.depth4j.io;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.codec.Header;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** One file being read: its head, and the rest only once somebody asks for it. */
final class Input {

    /** Enough for the headers of nearly all files; until they are accepted, no more is read. */
    static final int HEAD = 1 << 16;

    private final InputStream rest;
    private final InputLimits limits;
    private Bytes bytes;
    private boolean whole;

    private Input(Bytes bytes, InputStream rest, InputLimits limits, boolean whole) {
        this.bytes = bytes;
        this.rest = rest;
        this.limits = limits;
        this.whole = whole;
    }

    static Input of(byte[] file, InputLimits limits) {
        limits.requireBytes(file.length);
        return new Input(new Bytes(file, file.length), InputStream.nullInputStream(), limits, true).notEmpty();
    }

    static Input of(InputStream stream, InputLimits limits) throws IOException {
        byte[] head = new byte[HEAD];
        int got = stream.readNBytes(head, 0, HEAD);
        limits.requireBytes(got);
        return new Input(new Bytes(head, got), stream, limits, got < HEAD).notEmpty();
    }

    private Input notEmpty() {
        if (bytes.length() == 0) {
            throw new MalformedInputException("The file is empty", 0);
        }
        return this;
    }

    ImageFormat format() {
        return ImageFormat.of(bytes)
                .orElseThrow(() -> new MalformedInputException(
                        "The file is no JPEG, PNG, BMP, TIFF, GIF or WebP; it begins with " + beginning(), 0));
    }

    /** What has been read so far: at least the first {@link #HEAD} bytes, or all there are. */
    Bytes head() {
        return bytes;
    }

    /** What the file claims; reads on only when the head ends before the claim does. */
    Header header(ImageFormat format) throws IOException {
        var header = format.codec().header(bytes);
        if (header.isEmpty()) {
            header = format.codec().header(whole());
        }
        Header claimed = header.orElseThrow(
                () -> new MalformedInputException("The file ends inside the header of its " + format, bytes.length()));
        if (claimed.width() < 1 || claimed.height() < 1) {
            throw new MalformedInputException("The " + format + " claims a picture of " + claimed.width() + "×"
                    + claimed.height() + " pixels; both are at least 1");
        }
        return claimed;
    }

    /** The whole file, read within the limit of bytes. */
    Bytes whole() throws IOException {
        if (!whole) {
            int most = (int) Math.min(limits.bytes(), Integer.MAX_VALUE - HEAD - 8);
            byte[] more = rest.readNBytes(most - bytes.length() + 1);
            if (bytes.length() + more.length > most) {
                throw new LimitExceededException("The file has more than the " + most + " bytes that are allowed");
            }
            byte[] all = Arrays.copyOf(bytes.array(), bytes.length() + more.length);
            System.arraycopy(more, 0, all, bytes.length(), more.length);
            bytes = new Bytes(all, all.length);
            whole = true;
        }
        return bytes;
    }

    /** The first bytes, spelled for a message. */
    String beginning() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(8, bytes.length()); i++) {
            text.append(i == 0 ? "" : " ").append(String.format("%02x", bytes.u8(i)));
        }
        return text.toString();
    }
}
