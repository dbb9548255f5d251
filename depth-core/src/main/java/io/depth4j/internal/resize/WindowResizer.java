package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import java.util.function.Supplier;

/** A resizer of any size; keeps what it prepared for the sizes it saw last. */
public final class WindowResizer implements FrameResizer {

    private final String name;
    private final Convention convention;
    private final Supplier<Kernels> kernels;
    private volatile PreparedResizer last;

    public WindowResizer(String name, Convention convention) {
        this(name, convention, Kernels::active);
    }

    /** @param kernels what computes, asked at each resize and each preparation */
    public WindowResizer(String name, Convention convention, Supplier<Kernels> kernels) {
        this.name = name;
        this.convention = convention;
        this.kernels = kernels;
        Size one = new Size(1, 1);
        this.last = new PreparedResizer(name, convention, one, one, Kernels.scalar());
    }

    @Override
    public void resizeInto(Image src, Image dst) {
        prepared(src.size(), dst.size()).resizeInto(src, dst);
    }

    @Override
    public void resizeInto(FloatPlane src, FloatPlane dst) {
        prepared(src.size(), dst.size()).resizeInto(src, dst);
    }

    @Override
    public FrameResizer prepare(Size from, Size to) {
        return new PreparedResizer(name, convention, from, to, kernels.get());
    }

    private PreparedResizer prepared(Size from, Size to) {
        PreparedResizer prepared = last;
        Kernels wanted = kernels.get();
        if (!prepared.fits(from, to, wanted)) {
            prepared = new PreparedResizer(name, convention, from, to, wanted);
            last = prepared;
        }
        return prepared;
    }

    @Override
    public String toString() {
        return "FrameResizer[" + name + "]";
    }
}
