package io.depth4j.internal.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which kernels run networks: vectors where they can, but scalars until C2 has compiled the vectors. Up to then vectors lie on
 * the heap, and the first picture would take longer than by scalars. Both give the same bits, so nobody sees when they change.
 */
public final class NetWarmUp implements Runnable {

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final int PATIENCE_SECONDS = 30;
    private static final int HEIGHT = 12;
    private static final int WIDTH = 24;
    private static final int CHANNELS = 48;
    private static final int FLOATS = HEIGHT * WIDTH * CHANNELS;

    private final NetKernels warmed;
    private final int patienceSeconds;
    private final Predicate<Runnable> onHeap;
    private final float[] src = new float[FLOATS];
    private final float[] dst = new float[FLOATS];
    private volatile NetKernels kernels;

    /** @param onHeap whether something that is run makes vectors on the heap */
    NetWarmUp(NetKernels meanwhile, NetKernels warmed, int patienceSeconds, Predicate<Runnable> onHeap) {
        this.warmed = warmed;
        this.patienceSeconds = patienceSeconds;
        this.onHeap = onHeap;
        this.kernels = meanwhile;
    }

    /**
     * Those that are the fastest now. The second call starts a thread that compiles vectors for a second or so: the first
     * picture, often the only one, is not kept waiting by the compiler.
     */
    public static NetKernels kernels() {
        NetWarmUp warmUp = Shared.WARM_UP;
        if (warmUp.now() != warmUp.warmed && CALLS.get() < 2 && CALLS.incrementAndGet() == 2) {
            Thread thread = new Thread(warmUp, "depth4j-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
        return warmUp.now();
    }

    private static final class Shared {
        static final NetWarmUp WARM_UP = of(Kernels.active());

        private static NetWarmUp of(Kernels active) {
            boolean vectors = active.choice().vectorBits() > 0;
            NetKernels meanwhile = vectors ? Kernels.scalar().nets() : active.nets();
            return new NetWarmUp(meanwhile, active.nets(), PATIENCE_SECONDS, NetWarmUp::allocates);
        }
    }

    /** Those that are the fastest now. */
    NetKernels now() {
        return kernels;
    }

    /** Runs every kind of layer until it allocates nothing, which is when its vectors stay in registers. */
    @Override
    public void run() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        for (Consumer<NetKernels> layer : layers()) {
            while (onHeap.test(() -> layer.accept(warmed))) {
                if (System.nanoTime() >= end) {
                    Logger log = LoggerFactory.getLogger(Kernels.class);
                    log.info(
                            "vectors still lie on the heap after {} s; scalar kernels go on running networks",
                            patienceSeconds);
                    return;
                }
            }
        }
        kernels = warmed;
    }

    static boolean allocates(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) > before;
    }

    private List<Consumer<NetKernels>> layers() {
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

    private Consumer<NetKernels> pointwise() {
        Pointwise layer = new Pointwise(
                CHANNELS, CHANNELS, new float[CHANNELS * CHANNELS], new float[CHANNELS], NetActivation.relu());
        return nets -> {
            nets.pointwise(layer, src, 0, dst, 0, 0, HEIGHT * WIDTH);
            nets.pointwise(layer, src, 0, dst, 0, dst, 0, 0, HEIGHT * WIDTH);
        };
    }

    private Consumer<NetKernels> depthwise(int size, int stride) {
        NetWindow window = NetWindow.centered(size, stride);
        Depthwise layer = new Depthwise(
                CHANNELS, window, new float[CHANNELS * window.taps()], new float[CHANNELS], NetActivation.relu());
        return nets -> nets.depthwise(layer, src, 0, HEIGHT, WIDTH, dst, 0, 0, window.outHeight(HEIGHT));
    }

    private Consumer<NetKernels> direct(int in, int out, int stride) {
        NetWindow window = NetWindow.centered(3, stride);
        Direct layer =
                new Direct(in, out, window, new float[in * out * window.taps()], new float[out], NetActivation.none());
        return nets -> nets.direct(layer, src, 0, HEIGHT, WIDTH, dst, 0, 0, window.outHeight(HEIGHT));
    }

    private Consumer<NetKernels> activation(NetActivation activation) {
        return nets -> nets.activate(activation, src, 0, dst, 0, FLOATS);
    }
}
