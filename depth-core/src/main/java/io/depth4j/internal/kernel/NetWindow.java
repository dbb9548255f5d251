package io.depth4j.internal.kernel;

/** The pixels that a convolution looks at: its kernel's size, its step, and by how much it begins and ends beyond the image. */
public record NetWindow(int height, int width, int stride, int top, int left, int bottom, int right) {

    public NetWindow {
        if (height < 1 || width < 1 || stride < 1 || top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException(
                    "Expected a positive kernel and stride and no negative pads, found " + height + "x" + width
                            + ", stride " + stride + ", pads " + top + " " + left + " " + bottom + " " + right);
        }
    }

    /** An odd kernel in the middle of its pixels. */
    public static NetWindow centered(int size, int stride) {
        int pad = size / 2;
        return new NetWindow(size, size, stride, pad, pad, pad, pad);
    }

    public int outHeight(int inHeight) {
        return (inHeight + top + bottom - height) / stride + 1;
    }

    public int outWidth(int inWidth) {
        return (inWidth + left + right - width) / stride + 1;
    }

    int taps() {
        return height * width;
    }

    /** The first row of the kernel that falls into the image for an output row. */
    int firstTapRow(int y) {
        return Math.max(0, top - y * stride);
    }

    /** One after the last; never before the first, so that a kernel wholly beyond the image has no rows. */
    int endTapRow(int y, int inHeight) {
        return Math.max(firstTapRow(y), Math.min(height, inHeight + top - y * stride));
    }

    int firstTapColumn(int x) {
        return Math.max(0, left - x * stride);
    }

    int endTapColumn(int x, int inWidth) {
        return Math.max(firstTapColumn(x), Math.min(width, inWidth + left - x * stride));
    }

    /** The first output column whose kernel does not begin before the image. */
    int firstWhole(int inWidth) {
        return Math.min((left + stride - 1) / stride, outWidth(inWidth));
    }

    /** One after the last output column whose kernel lies wholly in the image; never before {@link #firstWhole}. */
    int endWhole(int inWidth) {
        int room = inWidth + left - width;
        return Math.max(firstWhole(inWidth), room < 0 ? 0 : Math.min(room / stride + 1, outWidth(inWidth)));
    }
}
