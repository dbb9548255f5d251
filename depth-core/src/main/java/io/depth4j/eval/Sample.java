package io.depth4j.eval;

import io.depth4j.DepthMap;
import io.depth4j.Image;
import java.io.IOException;
import java.util.Objects;

/** A picture with what is known of its depth. Both are read when asked for, and not kept. */
public final class Sample {

    /** Something that is read anew each time. */
    @FunctionalInterface
    public interface Content<T> {

        T read() throws IOException;
    }

    private final String id;
    private final String source;
    private final Content<Image> picture;
    private final Content<DepthMap> known;

    private Sample(String id, String source, Content<Image> picture, Content<DepthMap> known) {
        this.id = Objects.requireNonNull(id, "id");
        this.source = Objects.requireNonNull(source, "source");
        this.picture = Objects.requireNonNull(picture, "picture");
        this.known = Objects.requireNonNull(known, "known");
    }

    /**
     * A sample of anything that gives a picture and its depth.
     *
     * @param id that no other sample of its set has
     * @param source that it comes from, such as a data set or a kind of scene; means are taken of each
     * @param known as {@link Protocol#evaluate} takes it, with its camera where that is known
     */
    public static Sample of(String id, String source, Content<Image> picture, Content<DepthMap> known) {
        return new Sample(id, source, picture, known);
    }

    public String id() {
        return id;
    }

    public String source() {
        return source;
    }

    public Image picture() throws IOException {
        return picture.read();
    }

    public DepthMap known() throws IOException {
        return known.read();
    }

    @Override
    public String toString() {
        return id + " of " + source;
    }
}
