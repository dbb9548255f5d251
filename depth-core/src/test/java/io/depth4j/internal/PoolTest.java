package io.depth4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PoolTest {

    @Test
    void fullPoolLetsGoWhileOthersTake() throws Exception {
        Pool<int[]> pool = new Pool<>(() -> new int[1], 1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Void>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                runs.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 100_000; i++) {
                                int[] scratch = pool.take();
                                scratch[0]++;
                                // nobody else may hold it now
                                if (scratch[0] != 1) {
                                    throw new AssertionError("handed out twice");
                                }
                                scratch[0]--;
                                pool.give(scratch);
                            }
                        },
                        threads));
            }
            for (CompletableFuture<Void> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
        int[] kept = pool.take();
        pool.give(kept);
        assertThat(pool.take()).isSameAs(kept);
    }

    @Test
    void whatIsKeptMakesRoomBeforeMemoryRunsOut() throws Exception {
        Process hoarder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hoarder.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(hoarder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(hoarder.waitFor()).as(said).isZero();
    }

    /** Keeps twice as much as its JVM has room for. */
    static final class Hoarder {

        private static final int PIECE = 1 << 20;

        public static void main(String[] arguments) {
            List<Pool<byte[]>> pools = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                Pool<byte[]> pool = new Pool<>(() -> new byte[PIECE], 1);
                pool.give(pool.take());
                pools.add(pool);
            }
            for (Pool<byte[]> pool : pools) {
                assertThat(pool.take()).hasSize(PIECE);
            }
        }
    }
}
