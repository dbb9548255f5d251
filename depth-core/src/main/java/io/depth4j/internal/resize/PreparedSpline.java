package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.MissingPixels;
import io.depth4j.Size;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.SplineGrid;
import io.depth4j.internal.kernel.SplineLines;

/**
 * The spline between two sizes: along the rows, then along the columns, an axis whose length does not change left out. Between
 * the two passes values are floats.
 */
final class PreparedSpline implements FrameResizer {

    private static final Pool<SplineScratch> SCRATCH = new Pool<>(SplineScratch::new);

    private final Size from;
    private final Size to;
    private final boolean keepHoles;
    private final SplineGrid across;
    private final SplineGrid down;

    PreparedSpline(Size from, Size to, MissingPixels missing) {
        this.from = from;
        this.to = to;
        this.keepHoles = missing == MissingPixels.KEEP;
        this.across = new SplineGrid(from.width(), to.width());
        this.down = new SplineGrid(from.height(), to.height());
    }

    @Override
    public void resizeInto(Image src, Image dst) {
        checkSizes(src.size(), dst.size());
        if (src.format() != dst.format()) {
            throw new IllegalArgumentException("Resizing keeps the pixel format, found a " + src.format()
                    + " source and a " + dst.format() + " destination");
        }
        Overlap.refuse(src, dst);
        SplineScratch scratch = SCRATCH.take();
        try {
            if (from.equals(to)) {
                scratch.copy(src, dst);
            } else {
                resize(
                        scratch,
                        scratch.read(src),
                        scratch.write(dst),
                        src.format().channels());
                scratch.finish(dst);
            }
        } finally {
            scratch.close();
            SCRATCH.give(scratch);
        }
    }

    @Override
    public void resizeInto(FloatPlane src, FloatPlane dst) {
        checkSizes(src.size(), dst.size());
        Overlap.refuse(src, dst);
        if (from.equals(to)) {
            System.arraycopy(src.array(), 0, dst.array(), 0, from.pixels());
            return;
        }
        SplineScratch scratch = SCRATCH.take();
        try {
            resize(scratch, scratch.read(src), scratch.write(dst), 1);
        } finally {
            scratch.close();
            SCRATCH.give(scratch);
        }
    }

    @Override
    public FrameResizer prepare(Size otherFrom, Size otherTo) {
        checkSizes(otherFrom, otherTo);
        return this;
    }

    private void resize(SplineScratch scratch, SplineLines src, SplineLines dst, int channels) {
        if (across.isIdentity()) {
            alongColumns(scratch, src, dst, channels);
        } else if (down.isIdentity()) {
            alongRows(scratch, src, dst, channels);
        } else {
            SplineLines between = scratch.between(to.width() * channels, from.height());
            alongRows(scratch, src, between, channels);
            alongColumns(scratch, between, dst, channels);
        }
    }

    private void alongRows(SplineScratch scratch, SplineLines src, SplineLines dst, int channels) {
        src.fit(across.from() * channels);
        dst.fit(across.to() * channels);
        for (int y = 0; y < from.height(); y += SplineLines.LANES) {
            int rows = Math.min(SplineLines.LANES, from.height() - y);
            src.takeRows(y, rows, across.from() * channels);
            scratch.strip.resample(across, src, dst, channels, rows, keepHoles);
            dst.giveRows(y, rows, across.to() * channels);
        }
    }

    /** The channels of a pixel are columns like any others. */
    private void alongColumns(SplineScratch scratch, SplineLines src, SplineLines dst, int channels) {
        int width = to.width() * channels;
        src.fit(down.from());
        dst.fit(down.to());
        for (int x = 0; x < width; x += SplineLines.LANES) {
            int columns = Math.min(SplineLines.LANES, width - x);
            src.takeColumns(x, columns, down.from());
            scratch.strip.resample(down, src, dst, 1, columns, keepHoles);
            dst.giveColumns(x, columns, down.to());
        }
    }

    private void checkSizes(Size foundFrom, Size foundTo) {
        if (!foundFrom.equals(from) || !foundTo.equals(to)) {
            throw new IllegalArgumentException(
                    "This resizer is prepared for " + from + " to " + to + ", found " + foundFrom + " to " + foundTo);
        }
    }
}
