package io.depth4j;

import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.PillowWindows;

/** Pillow's {@code Image.resize} with one of its filters. */
record PillowConvention(PillowWindows filter) implements Convention {

    @Override
    public Pass<Image> images(Size from, Size to, PixelFormat format) {
        FixedWindows horizontal = filter.fixed(from.width(), to.width());
        FixedWindows vertical = filter.fixed(from.height(), to.height());
        Alpha alpha = format.hasAlpha() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
        return vertical.isIdentity()
                ? new RowsPass(horizontal, format.channels(), alpha)
                : new FixedPass(horizontal, vertical, format.channels(), alpha);
    }

    @Override
    public Pass<FloatPlane> planes(Size from, Size to) {
        return new HolesPass(filter.floats(from.width(), to.width()), filter.floats(from.height(), to.height()));
    }
}
