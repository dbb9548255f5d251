package io.depth4j.internal.tensor;

import io.depth4j.internal.kernel.OpenCvWindows;
import io.depth4j.internal.kernel.PillowWindows;
import io.depth4j.internal.kernel.Windows;

/** How a picture is brought to the size of a network's input: conventions of OpenCV and PyTorch, on floats, nothing rounded or cut. */
public enum Interpolation {
    /** {@code INTER_LINEAR}: two by two pixels. */
    BILINEAR {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return OpenCvWindows.centers(inputs, outputs).floats();
        }
    },
    /** PyTorch's {@code bilinear} with {@code align_corners=True}: the outermost pixels on one another. */
    BILINEAR_CORNERS {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return OpenCvWindows.corners(inputs, outputs).floats();
        }
    },
    /** {@code INTER_CUBIC}: four by four pixels, a = −0.75. */
    BICUBIC {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return OpenCvWindows.centers(inputs, outputs).cubic();
        }
    },
    /** {@code INTER_AREA}: the mean of the area that an output covers; where either axis grows, nearly that. */
    AREA {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return shrinks
                    ? OpenCvWindows.area(inputs, outputs)
                    : OpenCvWindows.cells(inputs, outputs).floats();
        }
    },
    /** PyTorch's {@code bilinear} with antialiasing, on floats: Pillow's windows, nothing rounded. */
    BILINEAR_ANTIALIAS {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return PillowWindows.BILINEAR.floats(inputs, outputs);
        }
    },
    /** PyTorch's {@code bicubic} with antialiasing, on floats. */
    BICUBIC_ANTIALIAS {
        @Override
        Windows windows(int inputs, int outputs, boolean shrinks) {
            return PillowWindows.BICUBIC.floats(inputs, outputs);
        }
    };

    /**
     * The windows of one axis.
     *
     * @param shrinks whether neither axis grows
     */
    abstract Windows windows(int inputs, int outputs, boolean shrinks);
}
