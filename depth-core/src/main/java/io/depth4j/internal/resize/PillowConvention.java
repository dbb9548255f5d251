package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PillowWindows;
import io.depth4j.internal.kernel.Windows;

/** Pillow's {@code Image.resize} with one of its filters. */
public record PillowConvention(PillowWindows filter) implements Convention {

    @Override
    public Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels) {
        FixedWindows horizontal = filter.fixed(from.width(), to.width());
        FixedWindows vertical = filter.fixed(from.height(), to.height());
        Alpha alpha = format.hasAlpha() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
        int channels = format.channels();
        if (vertical.isIdentity()) {
            return new RowsPass(horizontal, channels, alpha, kernels);
        }
        return isDownFirst(from, to)
                ? new DownFirstFixedPass(horizontal, vertical, channels, alpha, kernels)
                : new FixedPass(horizontal, vertical, channels, alpha, kernels);
    }

    /**
     * Pillow's own rule. It counts because bytes are rounded between the two directions; and where the height shrinks far more
     * than the width, the other way does more work than both pictures are large.
     */
    private static boolean isDownFirst(Size from, Size to) {
        int rowsLess = from.height() - to.height();
        int columnsLess = from.width() - to.width();
        return rowsLess > 0 && rowsLess > 2L * columnsLess;
    }

    @Override
    public Pass<FloatPlane> planes(Size from, Size to, Kernels kernels) {
        Windows horizontal = filter.floats(from.width(), to.width());
        Windows vertical = filter.floats(from.height(), to.height());
        Pass<FloatPlane> plain = isDownFirst(from, to)
                ? new DownFirstPlanePass(horizontal, vertical, kernels)
                : new PlanePass(horizontal, vertical, kernels);
        return new HolesPass(plain, horizontal, vertical, kernels.planes());
    }
}
