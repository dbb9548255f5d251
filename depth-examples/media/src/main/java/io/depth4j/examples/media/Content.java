package io.depth4j.examples.media;

import io.depth4j.io.ImageFormat;
import java.io.IOException;
import java.io.InputStream;

/** What a file is by its first bytes, whatever its name says. */
enum Content {
    PICTURE,
    ZIP,
    OTHER;

    static final int HEAD = 64;

    static Content of(byte[] head) {
        if (ImageFormat.ofBeginning(head).isPresent()) {
            return PICTURE;
        }
        // PK 3 4 begins an entry, PK 5 6 the end of an empty archive.
        boolean zip = head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
        return zip ? ZIP : OTHER;
    }

    /** Reads the beginning only. */
    static Content of(InputStream stream) throws IOException {
        return of(stream.readNBytes(HEAD));
    }
}
