package io.depth4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
}
