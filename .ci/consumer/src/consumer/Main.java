package consumer;

import io.depth4j.DepthRuntime;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.KernelInfo;
import io.depth4j.Size;

/** Uses the library as a stranger would; its argument says which kernels must run. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        FloatPlane row = FloatPlane.wrap(new Size(2, 1), new float[] {1, 3});
        FloatPlane wider = FrameResizers.bilinear().resize(row, new Size(4, 1));
        if (wider.at(1, 0) != 1.5f) {
            throw new AssertionError("expected 1.5 a quarter of the way from 1 to 3, found " + wider.at(1, 0));
        }
        KernelInfo kernels = DepthRuntime.kernels();
        if (!kernels.name().equals(args[0])) {
            throw new AssertionError("expected " + args[0] + " kernels, found " + kernels);
        }
        System.out.println(kernels);
    }
}
