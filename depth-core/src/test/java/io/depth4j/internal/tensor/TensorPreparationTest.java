package io.depth4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorPreparationTest {

    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};
    private static final int[][] SIZES = {
        {1, 1, 1, 1},
        {1, 1, 5, 3},
        {7, 5, 1, 1},
        {64, 48, 21, 17},
        {61, 47, 61, 47},
        {33, 20, 100, 55},
        {90, 31, 45, 62},
        {120, 90, 60, 30},
        {201, 150, 37, 149},
        {640, 3, 35, 2}
    };

    @ParameterizedTest
    @EnumSource(
            value = Interpolation.class,
            names = {"BILINEAR", "BICUBIC", "AREA"})
    void valuesAreThoseOfOpenCvOnFloats(Interpolation interpolation) {
        assumeOpenCv();
        for (int[] s : SIZES) {
            Size from = new Size(s[0], s[1]);
            Size to = new Size(s[2], s[3]);
            byte[] rgb = noise(from.pixels() * 3);
            float[] found = prepared(interpolation, to, Image.wrap(from, PixelFormat.RGB24, rgb));
            float[] resized = resizedByOpenCv(rgb, from, to, interpolation, opencv_core.CV_32F);
            assertThat(farthest(found, resized, to))
                    .as("%s %s to %s", interpolation, from, to)
                    .isLessThan(1e-5);
        }
    }

    /** A network trained behind OpenCV's 8-bit resize saw values rounded to whole bytes: at most about a level away. */
    @ParameterizedTest
    @EnumSource(
            value = Interpolation.class,
            names = {"BILINEAR", "BICUBIC", "AREA"})
    void valuesAreWithinALevelOfOpenCvOnBytes(Interpolation interpolation) {
        assumeOpenCv();
        Size from = new Size(201, 150);
        Size to = new Size(77, 61);
        byte[] rgb = new byte[from.pixels() * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (60 + i % 131);
        }
        float[] found = prepared(interpolation, to, Image.wrap(from, PixelFormat.RGB24, rgb));
        float[] resized = resizedByOpenCv(rgb, from, to, interpolation, opencv_core.CV_8U);
        double level = 1 / 255.0 / 0.224;
        assertThat(farthest(found, resized, to)).isLessThan(1.1 * level);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void everyFormatOfAPictureGivesTheSamePlanes(Interpolation interpolation) {
        Size from = new Size(53, 41);
        Size to = new Size(29, 37);
        byte[] rgb = noise(from.pixels() * 3);
        byte[] bgr = new byte[rgb.length];
        byte[] rgba = noise(from.pixels() * 4);
        for (int i = 0; i < from.pixels(); i++) {
            for (int c = 0; c < 3; c++) {
                bgr[3 * i + 2 - c] = rgb[3 * i + c];
                rgba[4 * i + c] = rgb[3 * i + c];
            }
        }
        float[] expected = prepared(interpolation, to, Image.wrap(from, PixelFormat.RGB24, rgb));
        assertThat(prepared(interpolation, to, Image.wrap(from, PixelFormat.BGR24, bgr)))
                .isEqualTo(expected);
        assertThat(prepared(interpolation, to, Image.wrap(from, PixelFormat.RGBA32, rgba)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void grayIsAColorWhoseChannelsAgree(Interpolation interpolation) {
        Size from = new Size(53, 41);
        Size to = new Size(70, 22);
        byte[] gray = noise(from.pixels());
        byte[] rgb = new byte[gray.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = gray[i / 3];
        }
        assertThat(prepared(interpolation, to, Image.wrap(from, PixelFormat.GRAY8, gray)))
                .isEqualTo(prepared(interpolation, to, Image.wrap(from, PixelFormat.RGB24, rgb)));
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void itDoesNotMatterWhereThePixelsLie(Interpolation interpolation) {
        Size from = new Size(35, 27);
        Size to = new Size(18, 40);
        Image packed = Image.wrap(from, PixelFormat.RGB24, noise(from.pixels() * 3));
        float[] expected = prepared(interpolation, to, packed);
        Size around = new Size(40, 31);
        int stride = around.width() * 3 + 7;
        for (ByteBuffer buffer : List.of(
                ByteBuffer.allocate(stride * around.height()), ByteBuffer.allocateDirect(stride * around.height()))) {
            Image inside = Image.wrap(around, PixelFormat.RGB24, buffer, stride).region(3, 2, from);
            for (int y = 0; y < from.height(); y++) {
                inside.writeRow(y, packed.array(), packed.offset(y));
            }
            assertThat(prepared(interpolation, to, inside)).isEqualTo(expected);
        }
    }

    @Test
    void onlyThePlanesAreWritten() {
        TensorPreparation preparation = TensorPreparation.of(Interpolation.BILINEAR, new Size(3, 2));
        float[] dst = new float[5 + 18 + 40];
        java.util.Arrays.fill(dst, -7);
        Image white = Image.wrap(new Size(2, 2), PixelFormat.GRAY8, new byte[] {-1, -1, -1, -1});
        preparation.prepareInto(white, dst, 5);
        for (int i = 0; i < dst.length; i++) {
            assertThat(dst[i]).isEqualTo(i >= 5 && i < 23 ? 255 : -7);
        }
    }

    @Test
    void mistakesAreNamed() {
        TensorPreparation preparation = TensorPreparation.of(Interpolation.AREA, new Size(3, 2));
        Image image = Image.allocate(new Size(2, 2), PixelFormat.GRAY8);
        assertThatThrownBy(() -> preparation.prepareInto(image, new float[18], 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> preparation
                        .forPictures(new Size(2, 3), PixelFormat.GRAY8, Kernels.active())
                        .prepareInto(image, new float[18], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Prepared for GRAY8 pictures of 2×3, found a GRAY8 picture of 2×2");
        assertThatThrownBy(() -> preparation.withDeviation(1, 0, 1)).hasMessageContaining("not 0");
    }

    private static float[] prepared(Interpolation interpolation, Size to, Image src) {
        TensorPreparation preparation = TensorPreparation.of(interpolation, to)
                .withScale(1 / 255.0)
                .withMean(MEAN[0], MEAN[1], MEAN[2])
                .withDeviation(DEVIATION[0], DEVIATION[1], DEVIATION[2]);
        float[] planes = new float[preparation.floats()];
        preparation.prepareInto(src, planes, 0);
        return planes;
    }

    /** The largest difference, relative to the size of the expected value where that is more than 1. */
    private static double farthest(float[] planes, float[] resized, Size size) {
        double farthest = 0;
        for (int plane = 0; plane < 3; plane++) {
            for (int i = 0; i < size.pixels(); i++) {
                double expected = (resized[3 * i + plane] / 255.0 - MEAN[plane]) / DEVIATION[plane];
                double found = planes[plane * size.pixels() + i];
                farthest = Math.max(farthest, Math.abs(found - expected) / Math.max(1, Math.abs(expected)));
            }
        }
        return farthest;
    }

    private static float[] resizedByOpenCv(byte[] rgb, Size from, Size to, Interpolation interpolation, int depth) {
        int flag = switch (interpolation) {
            case BILINEAR -> opencv_imgproc.INTER_LINEAR;
            case BICUBIC -> opencv_imgproc.INTER_CUBIC;
            case AREA -> opencv_imgproc.INTER_AREA;
            default -> throw new IllegalArgumentException(interpolation + " is not OpenCV's");
        };
        try (Mat bytes = new Mat(from.height(), from.width(), opencv_core.CV_8UC3);
                Mat src = new Mat();
                Mat dst = new Mat();
                Mat floats = new Mat();
                org.bytedeco.opencv.opencv_core.Size size =
                        new org.bytedeco.opencv.opencv_core.Size(to.width(), to.height())) {
            bytes.data().put(rgb);
            bytes.convertTo(src, depth);
            opencv_imgproc.resize(src, dst, size, 0, 0, flag);
            dst.convertTo(floats, opencv_core.CV_32F);
            float[] values = new float[to.pixels() * 3];
            try (FloatIndexer indexer = floats.createIndexer()) {
                indexer.get(0, 0, values);
            }
            return values;
        }
    }

    private static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(count).nextBytes(noise);
        return noise;
    }

    private static void assumeOpenCv() {
        boolean present = true;
        try {
            Loader.load(opencv_imgproc.class);
        } catch (UnsatisfiedLinkError missing) {
            present = false;
        }
        assumeTrue(present, "OpenCV's native library is not on the class path for this platform");
    }
}
