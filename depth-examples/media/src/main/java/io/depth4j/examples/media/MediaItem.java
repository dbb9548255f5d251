package io.depth4j.examples.media;

import io.depth4j.LimitExceededException;
import io.depth4j.io.InputLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * One picture by its name, read when it is asked for; until then it takes no more memory than its names. Not read again from
 * standard input: its bytes come once.
 */
public final class MediaItem {

    /** Opens the content of an item, or says why that is not possible. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private static final int ARRAY_LIMIT = Integer.MAX_VALUE - 8;

    private final String name;
    private final String origin;
    private final Opener opener;

    MediaItem(String name, String origin, Opener opener) {
        this.name = Objects.requireNonNull(name, "name");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.opener = Objects.requireNonNull(opener, "opener");
    }

    /** An item that was found and cannot be read: it counts, and its reading fails. */
    static MediaItem unreadable(String name, String origin, IOException why) {
        return new MediaItem(name, origin, () -> {
            throw why;
        });
    }

    /** Its name below its source, with {@code /} between folders; never absolute and never upwards. */
    public String name() {
        return name;
    }

    /** Where it is, for people. */
    public String origin() {
        return origin;
    }

    /**
     * The whole content.
     *
     * @throws LimitExceededException if there are more bytes than the limits allow
     */
    public byte[] read(InputLimits limits) throws IOException {
        int most = (int) Math.min(limits.bytes(), ARRAY_LIMIT - 1);
        try (InputStream stream = opener.open()) {
            byte[] content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw new LimitExceededException(
                        origin + " has more than the " + most + " bytes that are allowed for one picture");
            }
            return content;
        }
    }

    @Override
    public String toString() {
        return origin;
    }
}
