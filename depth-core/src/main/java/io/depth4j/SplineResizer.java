package io.depth4j;

import java.util.Objects;

/** Computes the grids anew for every call; {@link #prepare} keeps them. */
final class SplineResizer implements FrameResizer {

    private final MissingPixels missing;

    SplineResizer(MissingPixels missing) {
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
