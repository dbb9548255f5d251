package io.depth4j.io;

import io.depth4j.DepthAxis;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A photo as JPEG with its depth inside, as Google's Depth Map Metadata says: a PNG of 16 bits in XMP. Depth may be of another
 * size than the photo; readers stretch it.
 *
 * <p>The format has no missing pixels, so a plane with {@code NaN} is refused. Infinite depth becomes the far end.
 */
final class GDepthJpeg {

    private static final String DEPTH = "http://ns.google.com/photos/1.0/depthmap/";
    private static final String NOTE = "http://ns.adobe.com/xmp/note/";
    private static final int SEGMENT_HEADER = 4;
    private static final int APP0 = 0xe0;

    private GDepthJpeg() {}

    /** Refuses what the format cannot hold, before anything is written. */
    static void requireFits(Image photo, FloatPlane depth, JpegOptions options) {
        options.requireFits(photo);
        if (depth.missing() > 0) {
            throw new IllegalArgumentException("GDepth has no missing pixels, and " + depth.missing() + " of "
                    + depth.size().pixels() + " are; fill them first");
        }
    }

    /** Writes the whole file; neither flushes nor closes the stream. */
    static void write(Image photo, FloatPlane depth, GDepth gdepth, JpegOptions options, OutputStream out)
            throws IOException {
        requireFits(photo, depth, options);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        options.encode(photo, jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] extension = packet("xmlns:GDepth=\"" + DEPTH + "\" GDepth:Data=\"" + data(depth, gdepth) + "\"");
        String guid = ExtendedXmp.guid(extension);
        byte[] main = packet("xmlns:GDepth=\"" + DEPTH + "\" xmlns:xmpNote=\"" + NOTE + "\""
                + " GDepth:Format=\"" + gdepth.format().spelling() + "\""
                + " GDepth:Near=\"" + gdepth.near() + "\""
                + " GDepth:Far=\"" + gdepth.far() + "\""
                + " GDepth:Mime=\"image/png\""
                + " GDepth:Units=\"" + gdepth.unit().spelling() + "\""
                + " GDepth:MeasureType=\"" + (gdepth.axis() == DepthAxis.Z ? "OpticalAxis" : "OpticRay") + "\""
                + " GDepth:ImageWidth=\"" + photo.width() + "\""
                + " GDepth:ImageHeight=\"" + photo.height() + "\""
                + " xmpNote:HasExtendedXMP=\"" + guid + "\"");
        int notes = afterJfif(plain);
        out.write(plain, 0, notes);
        ExtendedXmp.write(main, extension, guid, out);
        out.write(plain, notes, plain.length - notes);
    }

    private static String data(FloatPlane depth, GDepth gdepth) throws IOException {
        short[] samples = new short[depth.size().pixels()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = gdepth.sample(depth.array()[i]);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngEncoder.encode(PngSource.gray16(depth.size(), samples), PngOptions.defaults(), png);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    /** Attributes rather than elements: what cameras write, and the only form that some readers know. */
    private static byte[] packet(String attributes) {
        return ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description rdf:about=\"\" " + attributes + "/>"
                        + "</rdf:RDF></x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** JFIF asks that its segment comes first, right after the two bytes that begin a JPEG. */
    private static int afterJfif(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        boolean jfif = bytes.getShort(2) == (short) (0xff00 | APP0);
        return jfif ? SEGMENT_HEADER + (bytes.getShort(SEGMENT_HEADER) & 0xffff) : 2;
    }
}
