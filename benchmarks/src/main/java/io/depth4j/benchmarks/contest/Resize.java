package io.depth4j.benchmarks.contest;

import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture resized by one of our conventions, against {@code cv::resize}. */
public final class Resize implements Contest {

    /** OpenCV's own conventions; another build of it may round a few bytes the other way. */
    private static final Tolerance SAME = new Tolerance(1, 0.01);

    /** Another kernel on another grid: on smooth rows the results agree but for the noise. */
    private static final Tolerance RELATED = new Tolerance(6, 1);

    /** A convention of ours, the nearest that OpenCV has, and the nearest that the JDK has. */
    private record Convention(FrameResizer resizer, int interpolation, Object awtHint, Tolerance tolerance) {

        private static final Object AWT_NEAREST = RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
        private static final Object AWT_LINEAR = RenderingHints.VALUE_INTERPOLATION_BILINEAR;
        private static final Object AWT_CUBIC = RenderingHints.VALUE_INTERPOLATION_BICUBIC;

        static Convention of(String name) {
            return switch (name) {
                case "nearest" ->
                    new Convention(FrameResizers.nearest(), opencv_imgproc.INTER_NEAREST, AWT_NEAREST, SAME);
                case "bilinear" ->
                    new Convention(FrameResizers.bilinear(), opencv_imgproc.INTER_LINEAR, AWT_LINEAR, SAME);
                case "bicubic" -> new Convention(FrameResizers.bicubic(), opencv_imgproc.INTER_CUBIC, AWT_CUBIC, SAME);
                case "area" -> new Convention(FrameResizers.area(), opencv_imgproc.INTER_AREA, AWT_LINEAR, SAME);
                case "pillowBilinear" ->
                    new Convention(FrameResizers.pillowBilinear(), opencv_imgproc.INTER_LINEAR, AWT_LINEAR, RELATED);
                case "scipySpline3" ->
                    new Convention(FrameResizers.scipySpline3(), opencv_imgproc.INTER_CUBIC, AWT_CUBIC, RELATED);
                default -> throw new IllegalArgumentException("No contest of resizing by '" + name + "'");
            };
        }
    }

    private final Convention convention;
    private final FrameResizer resizer;
    private final Image src;
    private final Image dst;
    private final PlainCopy copy;
    private final BufferedImage awtSrc;
    private final BufferedImage awtDst;
    private final Mat cvSrc;
    private final Mat cvDst;
    private final org.bytedeco.opencv.opencv_core.Size cvSize;

    private Resize(Convention convention, Image src, Size to, int awtType, int cvType) {
        this.convention = convention;
        this.resizer = convention.resizer().prepare(src.size(), to);
        this.src = src;
        this.dst = Image.allocate(to, src.format());
        this.copy = new PlainCopy(src.array().length);
        awtSrc = new BufferedImage(src.width(), src.height(), awtType);
        awtDst = new BufferedImage(to.width(), to.height(), awtType);
        byte[] awtPixels = ((DataBufferByte) awtSrc.getRaster().getDataBuffer()).getData();
        System.arraycopy(src.array(), 0, awtPixels, 0, awtPixels.length);
        cvSrc = OpenCv.matrix(src.width(), src.height(), cvType, src.array());
        cvDst = new Mat(to.height(), to.width(), cvType);
        cvSize = new org.bytedeco.opencv.opencv_core.Size(to.width(), to.height());
    }

    /** 1024 rows of 200 bytes to 150 each, by the convention of this name. */
    public static Resize rows(String convention) {
        OpenCv.require();
        Size from = new Size(200, 1024);
        Image src = Image.wrap(from, PixelFormat.GRAY8, Inputs.rows(from.width(), from.height()));
        Size to = new Size(150, from.height());
        return new Resize(Convention.of(convention), src, to, BufferedImage.TYPE_BYTE_GRAY, opencv_core.CV_8UC1);
    }

    /** 1920×1080 pixels of three bytes to 518×294, by the convention of this name. */
    public static Resize picture(String convention) {
        OpenCv.require();
        Image rgb = Scene.render(Pictures.FULL_HD);
        Image src = Image.wrap(rgb.size(), PixelFormat.BGR24, Pictures.swapped(rgb.array()));
        Size to = new Size(518, 294);
        return new Resize(Convention.of(convention), src, to, BufferedImage.TYPE_3BYTE_BGR, opencv_core.CV_8UC3);
    }

    @Override
    public void ours() {
        resizer.resizeInto(src, dst);
    }

    @Override
    public void peer() {
        opencv_imgproc.resize(cvSrc, cvDst, cvSize, 0, 0, convention.interpolation());
    }

    /** What the JDK offers: drawing to scale. Its results are compared with nothing, it has grids and edges of its own. */
    public void javaAwt() {
        Graphics2D graphics = awtDst.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, convention.awtHint());
        graphics.drawImage(awtSrc, 0, 0, awtDst.getWidth(), awtDst.getHeight(), null);
        graphics.dispose();
    }

    @Override
    public void copy() {
        copy.run();
    }

    @Override
    public Agreement agreement() {
        ours();
        peer();
        return Agreement.ofBytes(dst.array(), OpenCv.bytes(cvDst), convention.tolerance());
    }
}
