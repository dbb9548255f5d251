package io.depth4j.internal.opencv;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes what OpenCV can and Java cannot. Its first use fails with a {@link LinkageError} where OpenCV is absent. */
public final class OpenCvDecoder {

    private OpenCvDecoder() {}

    /** The picture as stored, not turned. The caller has checked what its header claims. */
    public static Image decode(byte[] file, int length) {
        try (BytePointer bytes = new BytePointer(length);
                Mat encoded = new Mat(1, length, org.bytedeco.opencv.global.opencv_core.CV_8U, bytes)) {
            bytes.put(file, 0, length);
            try (Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_UNCHANGED)) {
                if (decoded == null || decoded.empty()) {
                    throw new MalformedInputException("The pixels of the file are corrupt: OpenCV cannot decode them");
                }
                return image(decoded);
            }
        } catch (RuntimeException e) {
            if (e instanceof MalformedInputException malformed) {
                throw malformed;
            }
            throw new MalformedInputException("The file cannot be decoded: " + e.getMessage(), e);
        }
    }

    /** Out of OpenCV's order of channels, blue first. */
    private static Image image(Mat decoded) {
        int channels = decoded.channels();
        PixelFormat format = switch (channels) {
            case 1 -> PixelFormat.GRAY8;
            case 3 -> PixelFormat.RGB24;
            case 4 -> PixelFormat.RGBA32;
            default -> throw new MalformedInputException("A picture has 1, 3 or 4 channels, found " + channels);
        };
        Image image = Image.allocate(new Size(decoded.cols(), decoded.rows()), format);
        ByteBuffer pixels = decoded.createBuffer();
        byte[] out = image.array();
        for (int y = 0; y < image.height(); y++) {
            pixels.get((int) (y * decoded.step(0)), out, image.offset(y), image.rowBytes());
        }
        for (int i = 0; channels >= 3 && i < out.length; i += channels) {
            byte blue = out[i];
            out[i] = out[i + 2];
            out[i + 2] = blue;
        }
        return image;
    }
}
