package io.depth4j.internal.codec;

import io.depth4j.Image;
import java.util.Optional;

/** Reads one image format. */
public interface Codec {

    /** Whether a file that begins like this is of this format. */
    boolean recognizes(Bytes head);

    /** What the file claims; empty when {@code bytes} end before the claim does. */
    Optional<Header> header(Bytes bytes);

    /** What the camera noted. Notes that cannot be understood count as absent: they are no part of the picture. */
    default Exif exif(Bytes file) {
        return Exif.NONE;
    }

    /**
     * The picture as stored, in {@code GRAY8}, {@code RGB24} or {@code RGBA32}.
     *
     * @param header of this file, whose dimensions the caller has accepted
     */
    Image decode(Bytes file, Header header);

    /** Where the picture ends; what follows in the file is not part of it. Only asked after {@link #decode}. */
    default int end(Bytes file) {
        return file.length();
    }
}
