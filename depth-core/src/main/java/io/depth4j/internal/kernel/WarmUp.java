package io.depth4j.internal.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * Which kernels estimate depth: vectors where they can, but scalars until C2 has compiled the vectors. Up to then vectors lie on
 * the heap, and the first picture would take longer than by scalars. Both give the same bits, so nobody sees when they change.
 */
public final class WarmUp implements Runnable {

    private static final AtomicInteger CALLS = new AtomicInteger();

    /** A picture that the library's own engine runs asks twice, one that another engine runs asks once. */
    private static final int CALLS_UNTIL_START = 3;

    private static final int PATIENCE_SECONDS = 30;
    private static final int HEIGHT = 12;
    private static final int WIDTH = 24;
    private static final int CHANNELS = 48;
    private static final int FLOATS = HEIGHT * WIDTH * CHANNELS;

    private final Kernels warmed;
    private final int patienceSeconds;
    private final Predicate<Runnable> onHeap;
    private final byte[] bytes = new byte[FLOATS];
    private final float[] src = new float[FLOATS];
    private final float[] dst = new float[FLOATS];
    private volatile Kernels kernels;

    /** @param onHeap whether something that is run makes vectors on the heap */
    WarmUp(Kernels meanwhile, Kernels warmed, int patienceSeconds, Predicate<Runnable> onHeap) {
        this.warmed = warmed;
        this.patienceSeconds = patienceSeconds;
        this.onHeap = onHeap;
        this.kernels = meanwhile;
    }

    /**
     * Those that are the fastest now, for one more picture. After the first picture a thread is started that compiles vectors
     * for a second or two: that picture, often the only one, is not kept waiting by the compiler.
     */
    public static Kernels forPicture() {
        WarmUp warmUp = Shared.WARM_UP;
        if (!warmUp.kernels.equals(warmUp.warmed)
                && CALLS.get() < CALLS_UNTIL_START
                && CALLS.incrementAndGet() == CALLS_UNTIL_START) {
            Thread thread = new Thread(warmUp, "depth4j-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
        return warmUp.kernels;
    }

    /** Those that are the fastest now. */
    public static Kernels kernels() {
        return Shared.WARM_UP.kernels;
    }

    private static final class Shared {
        static final WarmUp WARM_UP = of(Kernels.active());

        private static WarmUp of(Kernels active) {
            boolean vectors = active.choice().vectorBits() > 0;
            return new WarmUp(vectors ? Kernels.scalar() : active, active, PATIENCE_SECONDS, WarmUp::allocates);
        }
    }

    Kernels now() {
        return kernels;
    }

    /** Runs everything until it allocates nothing, which is when its vectors stay in registers. */
    @Override
    public void run() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        if (compiled(pictures(), end)) {
            kernels = warmed.withNets(kernels.nets());
            if (compiled(layers(), end)) {
                kernels = warmed;
                return;
            }
        }
        LoggerFactory.getLogger(Kernels.class)
                .info("vectors still lie on the heap after {} s; scalar kernels go on estimating", patienceSeconds);
    }

    private boolean compiled(List<Runnable> works, long end) {
        for (Runnable work : works) {
            while (onHeap.test(work)) {
                if (System.nanoTime() >= end) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean allocates(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) > before;
    }

    /** What happens to a photo before the network, and to its map afterwards. */
    private List<Runnable> pictures() {
        int most = 4 * WIDTH;
        FixedRows smaller = warmed.rows().fixed(PillowWindows.BILINEAR.fixed(most, WIDTH), 3);
        PlaneRows larger =
                warmed.rows().planes(OpenCvWindows.centers(WIDTH, most).floats());
        PixelWindows across =
                new PixelWindows(OpenCvWindows.centers(WIDTH, WIDTH).floats(), 3);
        PlaneScale scale = new PlaneScale(new int[] {0, 1, 2}, new float[] {1, 1, 1}, new float[3]);
        int[] rows = {0, WIDTH, 2 * WIDTH};
        int[] fixed = {1 << 20, 1 << 21, 1 << 20};
        float[] weights = {0.25f, 0.5f, 0.25f};
        byte[] small = new byte[FLOATS];
        float[] scratch = new float[FLOATS];
        int values = 3 * WIDTH;
        return List.of(
                () -> smaller.toBytes(bytes, 0, 3 * most, HEIGHT, small, 0, values),
                () -> warmed.planes().mixFixed(bytes, rows, 3, fixed, 0, 22, values, small, 0),
                () -> warmed.tensors().mix(bytes, rows, 3, weights, 0, values, src),
                () -> warmed.tensors().project(src, across, scale, dst, 0, WIDTH, scratch),
                () -> warmed.planes().allFinite(src, 0, FLOATS),
                () -> larger.resample(src, 0, WIDTH, HEIGHT, dst, 0, most),
                () -> warmed.planes().mix(src, rows, 3, weights, 0, WIDTH, dst, 0));
    }

    private List<Runnable> layers() {
        return List.of(
                pointwise(),
                depthwise(3, 1),
                depthwise(5, 1),
                depthwise(3, 2),
                depthwise(7, 1),
                direct(5, CHANNELS, 2),
                direct(CHANNELS / 2, 1, 1),
                activation(NetActivation.hardSwish()),
                activation(NetActivation.hardSigmoid(0.2f, 0.5f)),
                activation(NetActivation.sigmoid()));
    }

    private Runnable pointwise() {
        Pointwise layer = new Pointwise(
                CHANNELS, CHANNELS, new float[CHANNELS * CHANNELS], new float[CHANNELS], NetActivation.relu());
        return () -> {
            warmed.nets().pointwise(layer, src, 0, dst, 0, 0, HEIGHT * WIDTH);
            warmed.nets().pointwise(layer, src, 0, dst, 0, dst, 0, 0, HEIGHT * WIDTH);
        };
    }

    private Runnable depthwise(int size, int stride) {
        NetWindow window = NetWindow.centered(size, stride);
        Depthwise layer = new Depthwise(
                CHANNELS, window, new float[CHANNELS * window.taps()], new float[CHANNELS], NetActivation.relu());
        return () -> warmed.nets().depthwise(layer, src, 0, HEIGHT, WIDTH, dst, 0, 0, window.outHeight(HEIGHT));
    }

    private Runnable direct(int in, int out, int stride) {
        NetWindow window = NetWindow.centered(3, stride);
        Direct layer =
                new Direct(in, out, window, new float[in * out * window.taps()], new float[out], NetActivation.none());
        return () -> warmed.nets().direct(layer, src, 0, HEIGHT, WIDTH, dst, 0, 0, window.outHeight(HEIGHT));
    }

    private Runnable activation(NetActivation activation) {
        return () -> warmed.nets().activate(activation, src, 0, dst, 0, FLOATS);
    }
}
