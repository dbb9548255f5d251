package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The conventions named after OpenCV agree with the OpenCV that is on the class path. */
class OpenCvResizeTest {

    private record Case(Size from, Size to) {}

    private record Difference(int largest, long differing, long bytes) {}

    @BeforeAll
    static void openCvIsHere() {
        assumeTrue(loads(), "no native OpenCV for this platform on the class path");
    }

    private static boolean loads() {
        try {
            Loader.load(opencv_core.class);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    @Test
    void nearestBytesAreOpenCvs() {
        assertThat(bytes(FrameResizers.nearest(), INTER_NEAREST).largest).isZero();
    }

    @Test
    void bilinearBytesAreOpenCvs() {
        assertThat(bytes(FrameResizers.bilinear(), INTER_LINEAR).largest).isZero();
    }

    @Test
    void bicubicBytesAreOpenCvsWithinOne() {
        Difference found = bytes(FrameResizers.bicubic(), INTER_CUBIC);
        assertThat(found.largest).isLessThanOrEqualTo(1);
        assertThat(found.differing).isLessThan(found.bytes / 10_000);
    }

    @Test
    void areaBytesAreOpenCvs() {
        assertThat(bytes(FrameResizers.area(), INTER_AREA).largest).isZero();
    }

    @Test
    void nearestFloatsAreOpenCvs() {
        assertThat(floats(FrameResizers.nearest(), INTER_NEAREST)).isZero();
    }

    @Test
    void bilinearFloatsAreOpenCvsWithinAMillionthOfTheRange() {
        assertThat(floats(FrameResizers.bilinear(), INTER_LINEAR)).isLessThan(1e-6);
    }

    @Test
    void bicubicFloatsAreOpenCvsWithinAMillionthOfTheRange() {
        assertThat(floats(FrameResizers.bicubic(), INTER_CUBIC)).isLessThan(1e-6);
    }

    @Test
    void areaFloatsAreOpenCvsWithinAMillionthOfTheRange() {
        assertThat(floats(FrameResizers.area(), INTER_AREA)).isLessThan(1e-6);
    }

    private static Difference bytes(FrameResizer resizer, int interpolation) {
        Random random = new Random(7);
        int largest = 0;
        long differing = 0;
        long bytes = 0;
        for (Case size : cases()) {
            for (PixelFormat format : PixelFormat.values()) {
                Image src = Image.allocate(size.from, format);
                random.nextBytes(src.array());
                byte[] found = resizer.resize(src, size.to).array();
                byte[] expected = openCv(src, size.to, interpolation);
                bytes += found.length;
                for (int i = 0; i < found.length; i++) {
                    int difference = Math.abs((found[i] & 0xff) - (expected[i] & 0xff));
                    largest = Math.max(largest, difference);
                    differing += difference == 0 ? 0 : 1;
                }
            }
        }
        return new Difference(largest, differing, bytes);
    }

    private static double floats(FrameResizer resizer, int interpolation) {
        Random random = new Random(11);
        double largest = 0;
        for (Case size : cases()) {
            FloatPlane src = FloatPlane.allocate(size.from);
            for (int i = 0; i < src.array().length; i++) {
                src.array()[i] = random.nextFloat();
            }
            float[] found = resizer.resize(src, size.to).array();
            float[] expected = openCv(src, size.to, interpolation);
            for (int i = 0; i < found.length; i++) {
                largest = Math.max(largest, Math.abs(found[i] - expected[i]));
            }
        }
        return largest;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            cases.add(new Case(size(random, 130), size(random, 130)));
        }
        for (int factor = 2; factor <= 8; factor++) {
            cases.add(new Case(new Size(23 * factor, 17 * factor), new Size(23, 17)));
            cases.add(new Case(new Size(23, 17), new Size(23 * factor, 17 * factor)));
            cases.add(new Case(new Size(24 * factor, 17 * 2), new Size(24, 17)));
        }
        for (Size one : List.of(new Size(1, 1), new Size(1, 9), new Size(9, 1), new Size(2, 2), new Size(3, 1))) {
            for (Size other : List.of(new Size(1, 1), new Size(1, 40), new Size(40, 1), new Size(37, 29))) {
                cases.add(new Case(one, other));
                cases.add(new Case(other, one));
            }
        }
        cases.add(new Case(new Size(200, 33), new Size(150, 33)));
        cases.add(new Case(new Size(33, 200), new Size(33, 150)));
        cases.add(new Case(new Size(1920, 108), new Size(518, 29)));
        cases.add(new Case(new Size(1000, 40), new Size(70, 4)));
        cases.add(new Case(new Size(518, 29), new Size(1920, 108)));
        return cases;
    }

    private static Size size(Random random, int most) {
        return new Size(1 + random.nextInt(most), 1 + random.nextInt(most));
    }

    private static byte[] openCv(Image src, Size to, int interpolation) {
        int type = CV_8UC(src.format().channels());
        try (Mat in = new Mat(src.height(), src.width(), type, new BytePointer(src.array()));
                Mat out = new Mat()) {
            opencv_imgproc.resize(in, out, cvSize(to), 0, 0, interpolation);
            byte[] pixels = new byte[to.pixels() * src.format().channels()];
            out.data().get(pixels);
            return pixels;
        }
    }

    private static float[] openCv(FloatPlane src, Size to, int interpolation) {
        try (Mat in = new Mat(src.height(), src.width(), CV_32FC1, new FloatPointer(src.array()));
                Mat out = new Mat()) {
            opencv_imgproc.resize(in, out, cvSize(to), 0, 0, interpolation);
            float[] values = new float[to.pixels()];
            new FloatPointer(out.data()).get(values);
            return values;
        }
    }

    private static org.bytedeco.opencv.opencv_core.Size cvSize(Size size) {
        return new org.bytedeco.opencv.opencv_core.Size(size.width(), size.height());
    }
}
