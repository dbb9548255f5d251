package io.depth4j;

/**
 * Resizes pictures and planes by one convention; {@link FrameResizers} names them.
 *
 * <p>Safe for concurrent use. Source and destination must not share pixels.
 */
public interface FrameResizer {

    /** Fills {@code dst} with {@code src} resized to its size; both have the same pixel format. */
    void resizeInto(Image src, Image dst);

    /** Fills {@code dst} with {@code src} resized to its size. Missing pixels stay missing where they are. */
    void resizeInto(FloatPlane src, FloatPlane dst);

    /** A resizer for this pair of sizes only, its weights computed once: what a loop over many pictures wants. */
    default FrameResizer prepare(Size from, Size to) {
        return this;
    }

    /** A resized copy. */
    default Image resize(Image src, Size size) {
        Image dst = Image.allocate(size, src.format());
        resizeInto(src, dst);
        return dst;
    }

    /** A resized copy. */
    default FloatPlane resize(FloatPlane src, Size size) {
        FloatPlane dst = FloatPlane.allocate(size);
        resizeInto(src, dst);
        return dst;
    }
}
