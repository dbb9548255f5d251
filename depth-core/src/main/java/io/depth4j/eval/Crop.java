package io.depth4j.eval;

import io.depth4j.Size;

/** Which part of a picture counts, by the conventions of the benchmarks. */
public enum Crop {
    /** All of it. */
    NONE("no crop") {
        @Override
        Window window(Size size) {
            return new Window(0, 0, size.width(), size.height());
        }
    },
    /** Eigen's for NYU: columns 41 to 600, rows 45 to 470 of a map of 640×480, and of no other. */
    EIGEN_NYU("Eigen crop (NYU)") {
        @Override
        Window window(Size size) {
            if (!size.equals(NYU)) {
                throw new IllegalArgumentException(
                        "Eigen's crop for NYU is told in the pixels of " + NYU + ", found a map of " + size);
            }
            return new Window(41, 45, 601, 471);
        }
    },
    /** Eigen's for KITTI, in shares of the picture. */
    EIGEN_KITTI("Eigen crop (KITTI)") {
        @Override
        Window window(Size size) {
            return shares(size, 0.3324324, 0.91351351, 0.0359477, 0.96405229);
        }
    },
    /** Garg's for KITTI, in shares of the picture. */
    GARG("Garg crop") {
        @Override
        Window window(Size size) {
            return shares(size, 0.40810811, 0.99189189, 0.03594771, 0.96405229);
        }
    };

    private static final Size NYU = new Size(640, 480);

    private final String label;

    Crop(String label) {
        this.label = label;
    }

    /** What tells this crop from every other. */
    public String label() {
        return label;
    }

    abstract Window window(Size size);

    private static Window shares(Size size, double top, double bottom, double left, double right) {
        return new Window((int) (left * size.width()), (int) (top * size.height()), (int) (right * size.width()), (int)
                (bottom * size.height()));
    }

    /** The pixels from {@code left} and {@code top} up to, not including, {@code right} and {@code bottom}. */
    record Window(int left, int top, int right, int bottom) {}
}
