package io.depth4j.internal.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.depth4j.Cancellation;
import io.depth4j.DepthException;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.onnx.OnnxFile;
import io.depth4j.spi.Network;
import io.depth4j.spi.Tensor;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are broken, or made to break something: a clear error, and no more memory than they are worth. */
@Timeout(120)
class HostileNetworksTest {

    private static final int FILES = 10_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int[] TELLING = {0, 1, 2, 7, 8, 0x0A, 0x12, 0x7f, 0x80, 0xfe, 0xff};

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void tenThousandDamagedFilesGiveAResultOrAClearError() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seeds.add(new RandomNetwork(i).bytes());
        }
        int opened = 0;
        long most = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] file = damaged(seeds.get(i % seeds.size()), new Random(i));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try (Network network = Engines.java(file, Engines.ONE_THREAD)) {
                opened++;
                runOnceIfSmall(network);
            } catch (DepthException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(most).isLessThan(MOST_BYTES);
        // Else it would not be the graphs that are tried here.
        assertThat(opened).isBetween(FILES / 50, FILES * 49 / 50);
    }

    private static void runOnceIfSmall(Network network) {
        Map<String, Tensor> given = new java.util.HashMap<>();
        for (var input : network.inputs()) {
            int[] shape =
                    input.shape().stream().mapToInt(axis -> axis < 0 ? 9 : axis).toArray();
            shape[0] = 1;
            if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b % (1L << 40)) > 100_000) {
                return;
            }
            given.put(input.name(), Engines.noise(1, shape));
        }
        network.run(given, Set.of(network.outputs().get(0).name()), new Cancellation());
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] file = seed.clone();
        for (int blows = 1 + random.nextInt(4); blows > 0 && file.length > 0; blows--) {
            int at = random.nextInt(file.length);
            int end = Math.min(file.length, at + 1 + random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                case 2 -> Arrays.fill(file, at, Math.min(end, at + 10), (byte) 0xff);
                case 3 -> file = joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, end, file.length));
                case 4 -> file = joined(Arrays.copyOf(file, end), Arrays.copyOfRange(file, at, file.length));
                default -> file = random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : file;
            }
        }
        return file;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    @Test
    void everyBeginningOfAFileIsRefusedOrRuns() {
        byte[] file = new RandomNetwork(3).bytes();
        for (int length = 0; length < file.length; length++) {
            byte[] beginning = Arrays.copyOf(file, length);
            try (Network network = Engines.java(beginning, Engines.ONE_THREAD)) {
                assertThat(network.outputs()).isNotEmpty();
            } catch (DepthException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static OnnxFile picture() {
        return new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, 3, "rows", "columns");
    }

    private static Tensor.Floats small() {
        return Engines.noise(1, 1, 3, 8, 8);
    }

    @Test
    void hugePicturesAreRefusedBeforeMemoryIsAskedFor() {
        OnnxFile file = picture()
                .floats("scales", new float[] {1, 1, 1e6f, 1e6f}, 4)
                .node("Resize", List.of("image", "", "scales"), "depth");
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (Network network = Engines.java(file)) {
            assertThatThrownBy(() -> Engines.run(network, small()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("floats");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    @Test
    void aSmallFileWhoseNodesShareWeightsDoesNotAskForMuchMemory() {
        OnnxFile file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 1024, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, 1024, "rows", "columns")
                .floats("weights", new float[1 << 20], 1 << 10, 1 << 10, 1, 1);
        for (int i = 0; i < 100; i++) {
            file.node("Conv", List.of("image", "weights"), i == 99 ? "depth" : "v" + i);
        }
        assertThatThrownBy(() -> Engines.java(file))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("floats of weights");
    }

    @Test
    void moreNodesThanAnyNetworkHasAreRefused() {
        OnnxFile file = picture();
        for (int i = 0; i <= Ceilings.NODES; i++) {
            file.node("Relu", List.of(i == 0 ? "image" : "v" + (i - 1)), "v" + i);
        }
        assertThatThrownBy(() -> Engines.java(file))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("nodes");
    }

    @Test
    void aLongChainRuns() {
        OnnxFile file = picture();
        for (int i = 0; i < Ceilings.NODES - 1; i++) {
            file.node("Relu", List.of(i == 0 ? "image" : "v" + (i - 1)), "v" + i);
        }
        file.node("Identity", List.of("v" + (Ceilings.NODES - 2)), "depth");
        try (Network network = Engines.java(file)) {
            assertThat(Engines.run(network, small()).values()).doesNotContain(-1f);
        }
    }

    @Test
    void lengthsThatLieAreRefused() {
        // A graph of 2^63 - 1 bytes.
        byte[] lying = {0x3A, -1, -1, -1, -1, -1, -1, -1, -1, 0x7F};
        assertThatThrownBy(() -> Engines.java(lying, Engines.ONE_THREAD))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("expected 0 bytes at most");
        // A number of eleven bytes.
        byte[] endless = {0x08, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        assertThatThrownBy(() -> Engines.java(endless, Engines.ONE_THREAD))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("varint");
    }
}
