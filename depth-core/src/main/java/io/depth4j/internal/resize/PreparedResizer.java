package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import java.util.EnumMap;
import java.util.Map;

/** A resizer of one pair of sizes; the weights of a format are computed when it first comes. */
final class PreparedResizer implements FrameResizer {

    private final String name;
    private final Size from;
    private final Size to;
    private final Kernels kernels;
    private final Map<PixelFormat, Lazy<Pass<Image>>> images = new EnumMap<>(PixelFormat.class);
    private final Lazy<Pass<FloatPlane>> planes;

    PreparedResizer(String name, Convention convention, Size from, Size to, Kernels kernels) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.kernels = kernels;
        boolean same = from.equals(to);
        for (PixelFormat format : PixelFormat.values()) {
            images.put(
                    format,
                    new Lazy<>(() -> same
                            ? new CopyPass(from.width() * format.channels())
                            : convention.images(from, to, format, kernels)));
        }
        this.planes = new Lazy<>(() -> same ? CopyPass::copy : convention.planes(from, to, kernels));
    }

    boolean fits(Size src, Size dst) {
        return from.equals(src) && to.equals(dst);
    }

    boolean fits(Size src, Size dst, Kernels wanted) {
        return fits(src, dst) && kernels.equals(wanted);
    }

    @Override
    public void resizeInto(Image src, Image dst) {
        check(src.size(), dst.size());
        if (src.format() != dst.format()) {
            throw new IllegalArgumentException(
                    "A resize keeps the pixel format: src is " + src.format() + ", dst is " + dst.format());
        }
        Overlap.refuse(src, dst);
        images.get(src.format()).get().run(src, dst);
    }

    @Override
    public void resizeInto(FloatPlane src, FloatPlane dst) {
        check(src.size(), dst.size());
        Overlap.refuse(src, dst);
        planes.get().run(src, dst);
    }

    @Override
    public FrameResizer prepare(Size src, Size dst) {
        check(src, dst);
        return this;
    }

    private void check(Size src, Size dst) {
        if (!fits(src, dst)) {
            throw new IllegalArgumentException(
                    "This resizer is prepared for " + from + " to " + to + ", found " + src + " to " + dst);
        }
    }

    @Override
    public String toString() {
        return "FrameResizer[" + name + ", " + from + " to " + to + "]";
    }
}
