package io.depth4j.benchmarks.contest;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.tensor.Interpolation;
import io.depth4j.internal.tensor.SizedPreparation;
import io.depth4j.internal.tensor.TensorPreparation;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_dnn.Image2BlobParams;

/**
 * A picture of 1920×1080 to the normalised planes that a network reads, against {@code cv::resize} and
 * {@code cv::dnn::blobFromImage}.
 */
public final class TensorInput implements Contest {

    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};
    private static final int PLANES = TensorPreparation.PLANES;
    private static final double BYTE = 255;

    /** Between two neighbouring bytes, where they lie farthest apart. */
    private static final double STEP = 1 / (BYTE * DEVIATION[1]);

    /** We keep fractions, OpenCV rounds to bytes in between. */
    private static final Tolerance ROUNDED = new Tolerance(1.1 * STEP, 0.3 * STEP);

    private final int interpolation;
    private final Size to;
    private final SizedPreparation preparation;
    private final Image src = Scene.render(Pictures.FULL_HD);
    private final float[] dst;
    private final PlainCopy copy;
    private final Mat cvSrc;
    private final Mat cvSmall;
    private final Mat cvBlob;
    private final Mat cvTensor;
    private final org.bytedeco.opencv.opencv_core.Size cvSize;
    private final Image2BlobParams cvParameters;
    private final MatVector cvChannels;
    private final Mat[] cvPlanes = new Mat[PLANES];

    private TensorInput(Interpolation ours, int interpolation, Size to) {
        OpenCv.require();
        this.interpolation = interpolation;
        this.to = to;
        TensorPreparation unsized = TensorPreparation.of(ours, to)
                .withScale(1 / BYTE)
                .withMean(MEAN[0], MEAN[1], MEAN[2])
                .withDeviation(DEVIATION[0], DEVIATION[1], DEVIATION[2]);
        preparation = unsized.forPictures(src.size(), PixelFormat.RGB24, Kernels.active());
        dst = new float[unsized.floats()];
        copy = new PlainCopy(Math.max(src.array().length, dst.length * Float.BYTES));

        cvSrc = OpenCv.matrix(src.width(), src.height(), opencv_core.CV_8UC3, src.array());
        cvSmall = new Mat(to.height(), to.width(), opencv_core.CV_8UC3);
        cvBlob = new Mat();
        cvTensor = new Mat(PLANES * to.height(), to.width(), opencv_core.CV_32FC1);
        cvSize = new org.bytedeco.opencv.opencv_core.Size(to.width(), to.height());
        cvParameters = new Image2BlobParams(
                new Scalar(1 / (BYTE * DEVIATION[0]), 1 / (BYTE * DEVIATION[1]), 1 / (BYTE * DEVIATION[2]), 0),
                cvSize,
                new Scalar(BYTE * MEAN[0], BYTE * MEAN[1], BYTE * MEAN[2], 0),
                false,
                opencv_core.CV_32F,
                opencv_dnn.DNN_LAYOUT_NCHW,
                opencv_dnn.DNN_PMODE_NULL,
                new Scalar(0, 0, 0, 0));
        cvChannels = new MatVector(PLANES);
        for (int plane = 0; plane < PLANES; plane++) {
            cvChannels.put(plane, new Mat(to.height(), to.width(), opencv_core.CV_8UC1));
            cvPlanes[plane] = cvTensor.rowRange(plane * to.height(), (plane + 1) * to.height());
        }
    }

    /** By the interpolation of this name. */
    public static TensorInput by(String interpolation, Size to) {
        return switch (interpolation) {
            case "bilinear" -> new TensorInput(Interpolation.BILINEAR, opencv_imgproc.INTER_LINEAR, to);
            case "bicubic" -> new TensorInput(Interpolation.BICUBIC, opencv_imgproc.INTER_CUBIC, to);
            case "area" -> new TensorInput(Interpolation.AREA, opencv_imgproc.INTER_AREA, to);
            default -> throw new IllegalArgumentException("No contest of network input by '" + interpolation + "'");
        };
    }

    /** The same, but against {@link #splitAndConvert()}. */
    public Contest againstSplit() {
        return new Contest() {
            @Override
            public void ours() {
                TensorInput.this.ours();
            }

            @Override
            public void peer() {
                splitAndConvert();
            }

            @Override
            public void copy() {
                TensorInput.this.copy();
            }

            @Override
            public Agreement agreement() {
                return TensorInput.this.agreement();
            }
        };
    }

    @Override
    public void ours() {
        preparation.prepareInto(src, dst, 0);
    }

    @Override
    public void peer() {
        resizeBytes();
        opencv_dnn.blobFromImageWithParams(cvSmall, cvBlob, cvParameters);
    }

    /** Another way that OpenCV offers, past its network module: channels taken apart as bytes, then each one converted. */
    public void splitAndConvert() {
        resizeBytes();
        opencv_core.split(cvSmall, cvChannels);
        for (int plane = 0; plane < PLANES; plane++) {
            double factor = 1 / (BYTE * DEVIATION[plane]);
            cvChannels
                    .get(plane)
                    .convertTo(cvPlanes[plane], opencv_core.CV_32F, factor, -MEAN[plane] / DEVIATION[plane]);
        }
    }

    @Override
    public void copy() {
        copy.run();
    }

    @Override
    public Agreement agreement() {
        ours();
        peer();
        splitAndConvert();
        return compared(OpenCv.floats(cvBlob)).orWorse(compared(OpenCv.floats(cvTensor)));
    }

    private void resizeBytes() {
        opencv_imgproc.resize(cvSrc, cvSmall, cvSize, 0, 0, interpolation);
    }

    /** Bytes cannot overshoot as our cubic does, so that is cut before comparing. */
    private Agreement compared(float[] peers) {
        float[] cut = dst.clone();
        for (int i = 0; i < cut.length; i++) {
            int plane = i / to.pixels();
            double lowest = -MEAN[plane] / DEVIATION[plane];
            double highest = (1 - MEAN[plane]) / DEVIATION[plane];
            cut[i] = (float) Math.max(lowest, Math.min(highest, cut[i]));
        }
        return Agreement.ofFloats(cut, peers, ROUNDED);
    }
}
