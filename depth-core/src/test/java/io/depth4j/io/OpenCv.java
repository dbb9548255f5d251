package io.depth4j.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.opencv.OpenCvDecoder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV as the other decoder. */
final class OpenCv {

    private OpenCv() {}

    static void assumePresent() {
        assumeTrue(isPresent(), "no native OpenCV for this platform on the class path");
    }

    static boolean isPresent() {
        try {
            Loader.load(opencv_imgcodecs.class);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    static Mat bytes(byte[] file) {
        Mat mat = new Mat(1, file.length, opencv_core.CV_8U);
        mat.data().put(file, 0, file.length);
        return mat;
    }

    static Image decode(byte[] file) {
        return OpenCvDecoder.decode(file, file.length);
    }

    /** As OpenCV reads photos: turned by EXIF, always in colour. */
    static Image decodeUpright(byte[] file) {
        try (Mat encoded = bytes(file);
                Mat mat = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR)) {
            Image bgr = Image.allocate(new Size(mat.cols(), mat.rows()), PixelFormat.BGR24);
            mat.data().get(bgr.array());
            return Images.of(Images.toBufferedImage(bgr));
        }
    }

    static byte[] encode(Image image, String ending, int... params) {
        java.awt.image.BufferedImage bgr = Images.toBufferedImage(image);
        byte[] pixels = ((java.awt.image.DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
        int channels = image.format().channels();
        if (channels == 4) {
            for (int i = 0; i < pixels.length; i += 4) {
                byte alpha = pixels[i];
                System.arraycopy(pixels, i + 1, pixels, i, 3);
                pixels[i + 3] = alpha;
            }
        }
        try (Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC(channels));
                BytePointer out = new BytePointer();
                IntPointer options = new IntPointer(params)) {
            mat.data().put(pixels, 0, pixels.length);
            if (!opencv_imgcodecs.imencode(ending, mat, out, options)) {
                throw new IllegalStateException("OpenCV cannot write " + ending);
            }
            byte[] file = new byte[(int) out.limit()];
            out.get(file);
            return file;
        }
    }
}
