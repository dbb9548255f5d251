package io.depth4j.io;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.JpegXmp;
import io.depth4j.io.DepthWriteOptions.Misfit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A JPEG with depth inside, as Google's Depth Map Metadata says: a PNG of 16 bits in XMP. Units and the axis say what the depths
 * are; no unit is said to be none, since readers take an absent one for metres.
 */
final class GDepthJpeg {

    private static final String DEPTH = "http://ns.google.com/photos/1.0/depthmap/";
    private static final String NOTE = "http://ns.adobe.com/xmp/note/";
    private static final int MOST = 0xffff;

    private GDepthJpeg() {}

    /** Writes the whole file; neither flushes nor closes the stream. */
    static void write(byte[] jpeg, DepthMap map, GDepthOptions options, OutputStream out) throws IOException {
        ImageMetadata photo = photo(jpeg);
        Range range = range(map, options);
        byte[] png = png(map, options, range, photo.orientation());
        byte[] extension = packet("xmlns:GDepth=\"" + DEPTH + "\" GDepth:Data=\""
                + Base64.getEncoder().encodeToString(png) + "\"");
        String guid = JpegXmp.guid(extension);
        byte[] main = packet("xmlns:GDepth=\"" + DEPTH + "\" xmlns:xmpNote=\"" + NOTE + "\""
                + " GDepth:Format=\""
                + switch (options.spread()) {
                    case INVERSE -> "RangeInverse";
                    case LINEAR -> "RangeLinear";
                }
                + "\""
                + " GDepth:Near=\"" + real(range.low()) + "\""
                + " GDepth:Far=\"" + real(range.high()) + "\""
                + " GDepth:Mime=\"image/png\""
                + " GDepth:Units=\"" + (map.kind() == DepthKind.METRIC ? "m" : "none") + "\""
                + " GDepth:MeasureType=\"" + (map.axis() == DepthAxis.Z ? "OpticalAxis" : "OpticRay") + "\""
                + " GDepth:ImageWidth=\"" + photo.width() + "\""
                + " GDepth:ImageHeight=\"" + photo.height() + "\""
                + " xmpNote:HasExtendedXMP=\"" + guid + "\"");
        JpegXmp.write(new Bytes(jpeg, jpeg.length), main, extension, guid, out);
    }

    private static ImageMetadata photo(byte[] jpeg) {
        ImageMetadata photo = Images.readMetadata(jpeg);
        if (photo.format() != ImageFormat.JPEG) {
            throw new IllegalArgumentException("GDepth stands in a JPEG, found " + photo.format());
        }
        // Walks over all segments, and so finds the file whole.
        ImageFormat.JPEG.codec().end(new Bytes(jpeg, jpeg.length));
        return photo;
    }

    private static Range range(DepthMap map, GDepthOptions options) {
        if (map.kind() != DepthKind.METRIC && map.kind() != DepthKind.SCALE_INVARIANT) {
            throw new IllegalArgumentException("GDepth holds METRIC or SCALE_INVARIANT depth, found " + map.kind()
                    + "; apply a Calibration first");
        }
        if (map.missing() > 0) {
            throw new IllegalArgumentException("GDepth has no missing pixels, and " + map.missing() + " of "
                    + map.size().pixels() + " are; fill them first");
        }
        return options.range().orElseGet(() -> ownRange(map));
    }

    private static Range ownRange(DepthMap map) {
        Range own = Range.minMax(map);
        if (!(own.low() > 0)) {
            throw new IllegalArgumentException("GDepth holds finite depths above 0, found "
                    + (own.isEmpty() ? "none" : own.low()) + "; give a range and Misfit.CLIP");
        }
        // A far must lie beyond near.
        return own.low() < own.high() ? own : Range.of(own.low(), 2 * own.low());
    }

    /** Samples stand as the photo's pixels do, which may have to be turned to stand upright. */
    private static byte[] png(DepthMap map, GDepthOptions options, Range range, Orientation orientation)
            throws IOException {
        Size size = map.size();
        short[] samples = new short[size.pixels()];
        Misfits misfits = new Misfits(map);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                float depth = map.at(x, y);
                if (!fits(depth, range)) {
                    misfits.add(y * size.width() + x);
                }
                samples[orientation.storedIndex(size, x, y)] = sample(depth, range, options.spread());
            }
        }
        if (options.misfit() == Misfit.REFUSE) {
            misfits.refuse(
                    "GDepth from " + range.low() + " to " + range.high() + " holds no depth outside; give a range");
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        Size stored = orientation.upright(size);
        PngEncoder.encode(PngSource.gray16(stored, samples), PngOptions.defaults(), png);
        return png.toByteArray();
    }

    /** Ends are those of floats, however they were written. */
    private static boolean fits(float depth, Range range) {
        return depth >= (float) range.low() && depth <= (float) range.high();
    }

    /** The nearest number of 16 bits; depth beyond near and far takes theirs. */
    private static short sample(float depth, Range range, GDepthOptions.Spread spread) {
        double near = range.low();
        double far = range.high();
        double within = Math.max(near, Math.min(far, depth));
        double part = (within - near) / (far - near);
        double share = switch (spread) {
            case INVERSE -> part * far / within;
            case LINEAR -> part;
        };
        return (short) Math.round(share * MOST);
    }

    /** XMP knows no exponents. */
    private static String real(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** Attributes rather than elements: what cameras write, and the only form that some readers know. */
    private static byte[] packet(String attributes) {
        return ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description rdf:about=\"\" " + attributes + "/>"
                        + "</rdf:RDF></x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
