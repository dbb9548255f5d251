package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.OpenCvWindows;
import io.depth4j.internal.kernel.OpenCvWindows.Grid;
import io.depth4j.internal.kernel.Windows;

/** OpenCV's {@code resize} with one of its interpolations. */
public enum OpenCvConvention implements Convention {
    NEAREST {
        @Override
        public Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels) {
            return new NearestImages(columns(from, to), rows(from, to), from.width(), format.channels());
        }

        @Override
        public Pass<FloatPlane> planes(Size from, Size to, Kernels kernels) {
            return new NearestPlanes(columns(from, to), rows(from, to));
        }

        private int[] columns(Size from, Size to) {
            return OpenCvWindows.nearest(from.width(), to.width());
        }

        private int[] rows(Size from, Size to) {
            return OpenCvWindows.nearest(from.height(), to.height());
        }
    },
    BILINEAR {
        @Override
        public Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels) {
            return linear(across(from, to), down(from, to), format, kernels);
        }

        @Override
        public Pass<FloatPlane> planes(Size from, Size to, Kernels kernels) {
            return separable(across(from, to).floats(), down(from, to).floats(), kernels);
        }
    },
    BICUBIC {
        @Override
        public Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels) {
            Windows horizontal = across(from, to).roundedCubic();
            return new FloatPass(horizontal, down(from, to).roundedCubic(), 1, format.channels(), kernels);
        }

        @Override
        public Pass<FloatPlane> planes(Size from, Size to, Kernels kernels) {
            return separable(across(from, to).cubic(), down(from, to).cubic(), kernels);
        }
    },
    /** The mean over the cell that an output covers; where either side grows, an interpolation of its own. */
    AREA {
        @Override
        public Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels) {
            if (enlarges(from, to)) {
                return linear(cellsAcross(from, to), cellsDown(from, to), format, kernels);
            }
            if (from.width() % to.width() != 0 || from.height() % to.height() != 0) {
                Windows horizontal = OpenCvWindows.area(from.width(), to.width());
                Windows vertical = OpenCvWindows.area(from.height(), to.height());
                return new FloatPass(horizontal, vertical, 1, format.channels(), kernels);
            }
            int columns = from.width() / to.width();
            int rows = from.height() / to.height();
            if (columns == 2 && rows == 2) {
                return BILINEAR.images(from, to, format, kernels);
            }
            // Whole sums and one product round as OpenCV does.
            return new FloatPass(
                    OpenCvWindows.sums(to.width(), columns),
                    OpenCvWindows.sums(to.height(), rows),
                    1f / (columns * rows),
                    format.channels(),
                    kernels);
        }

        @Override
        public Pass<FloatPlane> planes(Size from, Size to, Kernels kernels) {
            if (enlarges(from, to)) {
                return separable(
                        cellsAcross(from, to).floats(), cellsDown(from, to).floats(), kernels);
            }
            return separable(
                    OpenCvWindows.area(from.width(), to.width()),
                    OpenCvWindows.area(from.height(), to.height()),
                    kernels);
        }

        private boolean enlarges(Size from, Size to) {
            return from.width() < to.width() || from.height() < to.height();
        }

        private Grid cellsAcross(Size from, Size to) {
            return OpenCvWindows.cells(from.width(), to.width());
        }

        private Grid cellsDown(Size from, Size to) {
            return OpenCvWindows.cells(from.height(), to.height());
        }
    };

    private static Grid across(Size from, Size to) {
        return OpenCvWindows.centers(from.width(), to.width());
    }

    private static Grid down(Size from, Size to) {
        return OpenCvWindows.centers(from.height(), to.height());
    }

    private static Pass<FloatPlane> separable(Windows horizontal, Windows vertical, Kernels kernels) {
        return new HolesPass(new PlanePass(horizontal, vertical, kernels), horizontal, vertical, kernels.planes());
    }

    private static Pass<Image> linear(Grid horizontal, Grid vertical, PixelFormat format, Kernels kernels) {
        FixedWindows fixed = vertical.fixed();
        // With whole rows the roundings of both directions fall together.
        return fixed.isIdentity()
                ? new RowsPass(horizontal.fixed(), format.channels(), Alpha.STRAIGHT, kernels)
                : new LinearPass(horizontal, vertical, format.channels(), kernels);
    }
}
