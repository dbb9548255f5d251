package io.depth4j.io;

import java.nio.charset.StandardCharsets;

/** A note in a PNG, in Latin letters. */
record PngText(String keyword, String text) {

    /** The contents of the chunk. */
    byte[] bytes() {
        return (keyword + "\0" + text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
