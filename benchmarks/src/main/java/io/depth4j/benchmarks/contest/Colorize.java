package io.depth4j.benchmarks.contest;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** A million grey pixels to colours, against {@code cv::applyColorMap}. */
public final class Colorize implements Contest {

    private static final Size SIZE = new Size(1024, 1024);

    private final Colormap colormap = Colormaps.named("opencv.viridis");
    private final Image gray = Image.wrap(SIZE, PixelFormat.GRAY8, Inputs.rows(SIZE.width(), SIZE.height()));
    private final Image rgb = Image.allocate(SIZE, PixelFormat.RGB24);
    private final PlainCopy copy = new PlainCopy(rgb.array().length);
    private final Mat cvGray;
    private final Mat cvBgr;

    public Colorize() {
        OpenCv.require();
        cvGray = OpenCv.matrix(SIZE.width(), SIZE.height(), opencv_core.CV_8UC1, gray.array());
        cvBgr = new Mat(SIZE.height(), SIZE.width(), opencv_core.CV_8UC3);
    }

    @Override
    public void ours() {
        colormap.colorizeInto(gray, rgb);
    }

    @Override
    public void peer() {
        opencv_imgproc.applyColorMap(cvGray, cvBgr, opencv_imgproc.COLORMAP_VIRIDIS);
    }

    @Override
    public void copy() {
        copy.run();
    }

    @Override
    public Agreement agreement() {
        ours();
        peer();
        return Agreement.ofBytes(rgb.array(), Pictures.swapped(OpenCv.bytes(cvBgr)), Tolerance.EXACT);
    }
}
