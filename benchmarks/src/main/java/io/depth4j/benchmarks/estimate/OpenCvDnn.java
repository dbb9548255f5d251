package io.depth4j.benchmarks.estimate;

import java.nio.file.Path;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Net;

/** The same network by OpenCV's own engine, one thread. */
final class OpenCvDnn implements Way {

    private final Net net;
    private final Mat picture;

    /** @param rgb the picture's bytes, interleaved */
    OpenCvDnn(Path network, int width, int height, byte[] rgb) {
        opencv_core.setNumThreads(1);
        this.net = opencv_dnn.readNetFromONNX(network.toString());
        this.picture = new Mat(height, width, opencv_core.CV_8UC3);
        picture.data().put(rgb);
    }

    @Override
    public String name() {
        return "OpenCV's dnn";
    }

    @Override
    public void run() {
        depth().close();
    }

    private Mat depth() {
        try (Size side = new Size(224, 224);
                Size whole = new Size(picture.cols(), picture.rows());
                Scalar none = new Scalar(0.0);
                Mat blob = opencv_dnn.blobFromImage(picture, 1 / 255.0, side, none, false, false, opencv_core.CV_32F)) {
            net.setInput(blob);
            try (Mat out = net.forward();
                    Mat map = new Mat(224, 224, opencv_core.CV_32F, out.data())) {
                Mat depth = new Mat();
                opencv_imgproc.resize(map, depth, whole);
                return depth;
            }
        }
    }

    @Override
    public double result() {
        try (Mat depth = depth()) {
            return new FloatPointer(depth.data()).get((long) depth.rows() / 2 * depth.cols() + depth.cols() / 2);
        }
    }

    @Override
    public void close() {
        net.close();
        picture.close();
    }
}
