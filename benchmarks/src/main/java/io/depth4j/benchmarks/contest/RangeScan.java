package io.depth4j.benchmarks.contest;

import io.depth4j.FloatPlane;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** The smallest and the largest of a million floats, against {@code cv::minMaxIdx}. */
public final class RangeScan implements Contest {

    private static final Size SIZE = new Size(1024, 1024);

    private final FloatPlane plane = FloatPlane.wrap(SIZE, Inputs.depths(SIZE.pixels()));
    private final PlainCopy copy = new PlainCopy(SIZE.pixels() * Float.BYTES);
    private final Mat matrix;
    private final DoublePointer low;
    private final DoublePointer high;
    private Range range = Range.EMPTY;

    public RangeScan() {
        OpenCv.require();
        matrix = OpenCv.matrix(SIZE.width(), SIZE.height(), plane.array());
        low = new DoublePointer(1);
        high = new DoublePointer(1);
    }

    @Override
    public void ours() {
        range = Range.minMax(plane);
    }

    @Override
    public void peer() {
        opencv_core.minMaxLoc(matrix, low, high, null, null, null);
    }

    @Override
    public void copy() {
        copy.run();
    }

    @Override
    public Agreement agreement() {
        ours();
        peer();
        float[] found = {(float) range.low(), (float) range.high()};
        return Agreement.ofFloats(found, new float[] {(float) low.get(), (float) high.get()}, Tolerance.EXACT);
    }
}
