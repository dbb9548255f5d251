package consumer;

import io.depth4j.DepthRuntime;
import io.depth4j.FloatPlane;
import io.depth4j.KernelInfo;
import io.depth4j.Range;
import io.depth4j.Size;

/** Uses the library as a stranger would; its argument says which kernels must run. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        FloatPlane plane = FloatPlane.wrap(new Size(2, 1), new float[] {1, 3});
        Range range = Range.minMax(plane);
        if (range.low() != 1 || range.high() != 3) {
            throw new AssertionError("expected the range 1 to 3, found " + range);
        }
        KernelInfo kernels = DepthRuntime.kernels();
        if (!kernels.name().equals(args[0])) {
            throw new AssertionError("expected " + args[0] + " kernels, found " + kernels);
        }
        System.out.println(kernels);
    }
}
