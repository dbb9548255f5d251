package io.depth4j.benchmarks.contest;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Quantizer;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** A million floats to bytes between their smallest and their largest, which are looked for too, against {@code cv::normalize}. */
public final class Quantize implements Contest {

    private static final Size SIZE = new Size(1024, 1024);

    private final FloatPlane plane = FloatPlane.wrap(SIZE, Inputs.depths(SIZE.pixels()));
    private final Image gray = Image.allocate(SIZE, PixelFormat.GRAY8);
    private final PlainCopy copy = new PlainCopy(SIZE.pixels() * Float.BYTES);
    private final Mat cvPlane;
    private final Mat cvGray;
    private final Mat cvNoMask;

    public Quantize() {
        OpenCv.require();
        cvPlane = OpenCv.matrix(SIZE.width(), SIZE.height(), plane.array());
        cvGray = new Mat(SIZE.height(), SIZE.width(), opencv_core.CV_8UC1);
        cvNoMask = new Mat();
    }

    @Override
    public void ours() {
        Quantizer.over(Range.minMax(plane)).gray8Into(plane, gray);
    }

    @Override
    public void peer() {
        opencv_core.normalize(cvPlane, cvGray, 0, 255, opencv_core.NORM_MINMAX, opencv_core.CV_8U, cvNoMask);
    }

    @Override
    public void copy() {
        copy.run();
    }

    /** OpenCV multiplies where we divide: what lies on the edge of two levels may fall to either. */
    @Override
    public Agreement agreement() {
        ours();
        peer();
        return Agreement.ofBytes(gray.array(), OpenCv.bytes(cvGray), new Tolerance(1, 1e-3));
    }
}
