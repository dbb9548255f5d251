package io.depth4j.io;

import io.depth4j.Image;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How a PNG is written. The pixels come out the same by every choice; time and size differ.
 *
 * @param filter how a row is predicted from what stands before it
 * @param packing how hard the predicted rows are packed
 */
public record PngOptions(Filter filter, Packing packing) implements WriteOptions {

    /** The filters of the PNG standard, in the order of their numbers, and two ways to choose among them. */
    public enum Filter {
        NONE,
        SUB,
        UP,
        AVERAGE,
        PAETH,
        /** For each row the one whose bytes are smallest: slow, and good for most packings. */
        ADAPTIVE,
        /** For the whole picture the one that does best on a few of its rows. */
        AUTO
    }

    /** From fast to small. */
    public enum Packing {
        /** Frequent bytes get short codes; repetitions are not looked for. Fast, and close to the best on photographs. */
        HUFFMAN,
        /** Near repetitions are found too, which flat pictures and line art need. */
        FAST,
        /** The usual balance of zlib. */
        BALANCED,
        /** As small as zlib can. */
        SMALL,
        /** {@link #HUFFMAN}, unless {@link #FAST} does far better on a few rows of the picture. */
        AUTO
    }

    private static final PngOptions DEFAULTS = new PngOptions(Filter.AUTO, Packing.AUTO);

    /** Filter and packing by a trial on a few rows. */
    public static PngOptions defaults() {
        return DEFAULTS;
    }

    public PngOptions withFilter(Filter newFilter) {
        return new PngOptions(newFilter, packing);
    }

    public PngOptions withPacking(Packing newPacking) {
        return new PngOptions(filter, newPacking);
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.PNG;
    }

    @Override
    public void encode(Image image, OutputStream out) throws IOException {
        PngEncoder.encode(PngSource.of(image), this, out);
    }
}
