package io.depth4j.frames;

import io.depth4j.DepthException;
import java.util.Collection;
import java.util.stream.Collectors;

/** An image that a store does not have. */
public final class NoSuchImageException extends DepthException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private NoSuchImageException(String message) {
        super(message);
    }

    /** @param there the numbers of the images that are there */
    public static NoSuchImageException of(long image, Collection<Long> there) {
        String found = "the store has no images";
        if (!there.isEmpty()) {
            String some = there.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
            found = "there are " + there.size() + ": " + some + (there.size() > SHOWN ? ", …" : "");
        }
        return new NoSuchImageException("There is no image " + image + "; " + found);
    }
}
