package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthException;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Damaged files, by default 2,000; the profile {@code fuzz} takes 200,000. Each is made from its number alone. */
class FuzzTest {

    private static final int FILES = Integer.getInteger("depth4j.fuzzFiles", 2_000);
    private static final long SECONDS_A_FILE = 20;

    /** What a heap of 512 MiB can hold several times over. */
    private static final ReadOptions OPTIONS =
            ReadOptions.defaults().withLimits(InputLimits.defaults().withPixels(1 << 24));

    @Test
    void noDamagedFileHangsOrFailsInAnUnexpectedWay() throws InterruptedException {
        List<byte[]> seeds = seeds();
        Map<String, Integer> outcomes = new TreeMap<>();
        ExecutorService worker = Executors.newSingleThreadExecutor(FuzzTest::daemon);
        try {
            for (int number = 0; number < FILES; number++) {
                byte[] file = Mutations.damaged(seeds, number);
                outcomes.merge(outcome(worker, file, number), 1, Integer::sum);
            }
        } finally {
            worker.shutdownNow();
        }
        System.out.println(FILES + " damaged files: " + outcomes);
        assertThat(outcomes.keySet()).contains("MalformedInputException", "picture");
    }

    private static String outcome(ExecutorService worker, byte[] file, int number) throws InterruptedException {
        try {
            return worker.submit(() -> read(file)).get(SECONDS_A_FILE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("File " + number + " takes more than " + SECONDS_A_FILE + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError("File " + number + " of " + file.length + " bytes", e.getCause());
        }
    }

    private static String read(byte[] file) {
        try {
            Images.readMetadata(file);
        } catch (DepthException refused) {
            // Only what is outside the family counts; the picture is asked for all the same.
            assertThat(refused).hasMessageMatching("(?s).+");
        }
        try {
            Image image = Images.read(file, OPTIONS);
            assertThat((long) image.width() * image.height())
                    .isLessThanOrEqualTo(OPTIONS.limits().pixels());
            return "picture";
        } catch (DepthException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        SeedFiles.all().forEach(seed -> seeds.add(seed.bytes()));
        if (OpenCv.isPresent()) {
            seeds.add(OpenCv.encode(Pictures.soft(21, 17, PixelFormat.RGBA32), ".webp", 64, 90));
            seeds.add(OpenCv.encode(Pictures.soft(21, 17, PixelFormat.RGB24), ".webp", 64, 101));
        }
        return seeds;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fuzz");
        thread.setDaemon(true);
        return thread;
    }
}
