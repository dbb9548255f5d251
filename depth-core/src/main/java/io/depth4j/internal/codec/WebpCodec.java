package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import io.depth4j.internal.opencv.OpenCvDecoder;
import java.util.Optional;

/** WebP: its header is read here, its pixels by OpenCV where that is present. */
public final class WebpCodec implements Codec {

    private static final int CHUNKS = 12;
    private static final int CHUNK_FRAME = 8;
    private static final int ALPHA_FLAG = 0x10;

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "RIFF") && head.matches(8, "WEBP");
    }

    @Override
    public Optional<Header> header(Bytes bytes) {
        if (!bytes.has(0, 30)) {
            return Optional.empty();
        }
        int body = CHUNKS + CHUNK_FRAME;
        return Optional.of(
                switch (bytes.latin(CHUNKS, 4)) {
                    case "VP8X" ->
                        new Header(
                                1 + u24(bytes, body + 4),
                                1 + u24(bytes, body + 7),
                                (bytes.u8(body) & ALPHA_FLAG) == 0 ? 3 : 4,
                                8);
                    case "VP8L" -> {
                        int packed = bytes.i32le(body + 1);
                        yield new Header(
                                1 + (packed & 0x3fff), 1 + (packed >> 14 & 0x3fff), (packed >> 28 & 1) == 0 ? 3 : 4, 8);
                    }
                    case "VP8 " -> new Header(bytes.u16le(body + 6) & 0x3fff, bytes.u16le(body + 8) & 0x3fff, 3, 8);
                    default -> throw new MalformedInputException("A WebP begins with VP8, VP8L or VP8X", CHUNKS);
                });
    }

    @Override
    public Exif exif(Bytes file) {
        int at = CHUNKS;
        while (file.has(at, CHUNK_FRAME)) {
            long length = file.u32le(at + 4);
            if (!file.has(at + CHUNK_FRAME, length)) {
                return Exif.NONE;
            }
            if (file.matches(at, "EXIF")) {
                int skip = file.matches(at + CHUNK_FRAME, "Exif\0\0") ? 6 : 0;
                return Exif.parse(file, at + CHUNK_FRAME + skip, (int) length - skip);
            }
            at += (int) (CHUNK_FRAME + length + (length & 1));
        }
        return Exif.NONE;
    }

    @Override
    public int end(Bytes file) {
        long end = CHUNK_FRAME + file.u32le(4);
        file.require(0, end, "the WebP");
        return (int) end;
    }

    @Override
    public Image decode(Bytes file, Header header) {
        end(file);
        requireSameSize(file, header);
        Image image;
        try {
            image = OpenCvDecoder.decode(file.array(), file.length());
        } catch (LinkageError e) {
            throw new UnavailableException(
                    "WebP is read by OpenCV; add org.bytedeco:opencv, openblas and javacpp, each also with this"
                            + " platform's classifier (for example linux-x86_64)",
                    e);
        }
        if (image.width() != header.width() || image.height() != header.height()) {
            throw new MalformedInputException(
                    "The WebP claims " + header.width() + "×" + header.height() + " pixels and holds " + image.size());
        }
        return image;
    }

    /** The canvas of the extended header was accepted; no frame inside may claim more. */
    private static void requireSameSize(Bytes file, Header header) {
        int at = CHUNKS;
        while (file.has(at, CHUNK_FRAME + 10)) {
            Optional<Header> frame = frame(file, at);
            if (frame.isPresent() && frame.get().pixels() > header.pixels()) {
                throw new MalformedInputException("A frame of the WebP is larger than its canvas", at);
            }
            long next = at + CHUNK_FRAME + file.u32le(at + 4) + (file.u32le(at + 4) & 1);
            if (next > file.length()) {
                throw new MalformedInputException("The WebP ends inside a chunk", file.length());
            }
            at = (int) next;
        }
    }

    private static Optional<Header> frame(Bytes file, int at) {
        int body = at + CHUNK_FRAME;
        if (file.matches(at, "VP8L")) {
            int packed = file.i32le(body + 1);
            return Optional.of(new Header(1 + (packed & 0x3fff), 1 + (packed >> 14 & 0x3fff), 4, 8));
        }
        return file.matches(at, "VP8 ")
                ? Optional.of(new Header(file.u16le(body + 6) & 0x3fff, file.u16le(body + 8) & 0x3fff, 3, 8))
                : Optional.empty();
    }

    private static int u24(Bytes bytes, int at) {
        return bytes.u16le(at) | bytes.u8(at + 2) << 16;
    }
}
