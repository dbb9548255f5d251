package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.codec.JoinedInput.Part;
import io.depth4j.internal.codec.JpegMarkers.Frame;
import io.depth4j.internal.codec.JpegMarkers.Segment;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * JPEG, baseline and progressive, decoded by the JDK. It gets only what makes pixels: no notes, thumbnails or profiles, and
 * one marker of ours that says whose colours they are. Profiles are not applied; CMYK becomes RGB by the plain formula.
 */
public final class JpegCodec implements Codec {

    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    private static final int[] JFIF = {0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};

    /** Says that three components are RGB, or that four are to be handed out as they stand. */
    private static final int[] UNTRANSFORMED = {0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

    private enum Colors {
        GRAY,
        YCC,
        RGB,
        CMYK,
        YCCK
    }

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "\u00ff\u00d8\u00ff");
    }

    @Override
    public Optional<Header> header(Bytes bytes) {
        return JpegMarkers.frame(bytes)
                .map(frame -> new Header(frame.width(), frame.height(), frame.ids().length, frame.bits()));
    }

    @Override
    public Exif exif(Bytes file) {
        return JpegMarkers.notes(file).stream()
                .filter(segment -> segment.marker() == JpegMarkers.APP1
                        && segment.length() > 6
                        && file.matches(segment.start(), "Exif\0\0"))
                .findFirst()
                .map(segment -> Exif.parse(file, segment.start() + 6, segment.length() - 6))
                .orElse(Exif.NONE);
    }

    @Override
    public int end(Bytes file) {
        return JpegMarkers.read(file).end();
    }

    @Override
    public Image decode(Bytes file, Header header) {
        JpegMarkers markers = JpegMarkers.read(file);
        Frame frame = markers.frame();
        if (frame.marker() < BASELINE || frame.marker() > PROGRESSIVE || frame.bits() != 8) {
            throw new MalformedInputException(String.format(
                    "JPEG of %d bits and process SOF%d is not read, only baseline and progressive of 8 bits",
                    frame.bits(), frame.marker() - BASELINE));
        }
        Optional<Integer> adobe = adobeTransform(file, markers);
        Colors colors = colors(file, markers, adobe);
        byte[] prefix = prefix(file, markers, colors);
        JoinedInput input =
                new JoinedInput(Part.all(prefix), new Part(file.array(), markers.firstScan(), markers.end()));
        Size size = new Size(frame.width(), frame.height());
        return JdkReaders.read("jpeg", input, reader -> switch (colors) {
            case GRAY -> read(reader, Image.allocate(size, PixelFormat.GRAY8));
            case YCC, RGB -> read(reader, Image.allocate(size, PixelFormat.RGB24));
            case CMYK, YCCK -> Cmyk.toRgb(raw(reader), colors == Colors.YCCK, adobe.isPresent());
        });
    }

    private static Image read(ImageReader reader, Image image) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        BufferedImage destination = BufferedImages.over(image);
        param.setDestination(destination);
        reader.read(0, param);
        return image;
    }

    private static Raster raw(ImageReader reader) throws IOException {
        return reader.readRaster(0, reader.getDefaultReadParam());
    }

    /** As libjpeg decides: by Adobe's marker, else by JFIF's, else by the names of the components. */
    private static Colors colors(Bytes file, JpegMarkers markers, Optional<Integer> adobe) {
        int[] ids = markers.frame().ids();
        return switch (ids.length) {
            case 1 -> Colors.GRAY;
            case 3 -> {
                boolean jfif = markers.beforeScan().stream()
                        .anyMatch(segment ->
                                segment.marker() == JpegMarkers.APP0 && file.matches(segment.start(), "JFIF\0"));
                boolean named = Arrays.equals(ids, new int[] {'R', 'G', 'B'});
                yield !jfif && (adobe.isPresent() ? adobe.get() == 0 : named) ? Colors.RGB : Colors.YCC;
            }
            case 4 -> adobe.orElse(0) == 2 ? Colors.YCCK : Colors.CMYK;
            default -> throw new MalformedInputException("A JPEG has 1, 3 or 4 components, found " + ids.length);
        };
    }

    private static Optional<Integer> adobeTransform(Bytes file, JpegMarkers markers) {
        return markers.beforeScan().stream()
                .filter(segment -> segment.marker() == JpegMarkers.APP14
                        && segment.length() >= 12
                        && file.matches(segment.start(), "Adobe"))
                .findFirst()
                .map(segment -> file.u8(segment.start() + 11));
    }

    private static byte[] prefix(Bytes file, JpegMarkers markers, Colors colors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xFF);
        out.write(0xD8);
        boolean ycc = colors == Colors.GRAY || colors == Colors.YCC;
        for (int value : ycc ? JFIF : UNTRANSFORMED) {
            out.write(value);
        }
        for (Segment segment : markers.beforeScan()) {
            boolean note = segment.marker() >= JpegMarkers.APP0 && segment.marker() <= JpegMarkers.APP15
                    || segment.marker() == JpegMarkers.COMMENT;
            if (!note) {
                out.write(file.array(), segment.start() - 4, segment.length() + 4);
            }
        }
        return out.toByteArray();
    }
}
