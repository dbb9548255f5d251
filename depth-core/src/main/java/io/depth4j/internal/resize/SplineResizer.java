package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.MissingPixels;
import io.depth4j.Size;
import java.util.Objects;

/** Computes the grids anew for every call; {@link #prepare} keeps them. */
public final class SplineResizer implements FrameResizer {

    private final MissingPixels missing;

    public SplineResizer(MissingPixels missing) {
        this.missing = Objects.requireNonNull(missing, "missing");
    }

    @Override
    public void resizeInto(Image src, Image dst) {
        prepare(src.size(), dst.size()).resizeInto(src, dst);
    }

    @Override
    public void resizeInto(FloatPlane src, FloatPlane dst) {
        prepare(src.size(), dst.size()).resizeInto(src, dst);
    }

    @Override
    public FrameResizer prepare(Size from, Size to) {
        return new PreparedSpline(from, to, missing);
    }

    @Override
    public String toString() {
        return "scipySpline3(" + missing + ")";
    }
}
