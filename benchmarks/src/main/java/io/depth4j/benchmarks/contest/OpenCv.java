package io.depth4j.benchmarks.contest;

import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV with one thread, or the reason why it is missing; and its matrices from and to Java's arrays. */
final class OpenCv {

    private OpenCv() {}

    static Optional<String> obstacle() {
        return Loaded.OBSTACLE;
    }

    /**
     * Before the first use of OpenCV in a contest.
     *
     * @throws IllegalStateException if it is missing
     */
    static void require() {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException("This contest needs OpenCV, which is missing: " + reason);
        });
    }

    static Mat matrix(int width, int height, int type, byte[] values) {
        Mat matrix = new Mat(height, width, type);
        matrix.data().put(values);
        return matrix;
    }

    static Mat matrix(int width, int height, float[] values) {
        Mat matrix = new Mat(height, width, opencv_core.CV_32FC1);
        new FloatPointer(matrix.data()).put(values);
        return matrix;
    }

    static byte[] bytes(Mat matrix) {
        byte[] values = new byte[Math.toIntExact(matrix.total() * matrix.elemSize())];
        new BytePointer(matrix.data()).get(values);
        return values;
    }

    static float[] floats(Mat matrix) {
        float[] values = new float[Math.toIntExact(matrix.total())];
        new FloatPointer(matrix.data()).get(values);
        return values;
    }

    private static final class Loaded {
        static final Optional<String> OBSTACLE = load();

        private static Optional<String> load() {
            try {
                Loader.load(opencv_core.class);
                Loader.load(opencv_imgproc.class);
                Loader.load(opencv_dnn.class);
                opencv_core.setNumThreads(1);
                return Optional.empty();
            } catch (LinkageError | RuntimeException e) {
                return Optional.of("no native library for " + Loader.getPlatform() + " (" + firstClause(e) + ")");
            }
        }

        /** Without the search path that the JDK adds. */
        private static String firstClause(Throwable e) {
            return String.valueOf(e.getMessage()).split(":", 2)[0];
        }
    }
}
