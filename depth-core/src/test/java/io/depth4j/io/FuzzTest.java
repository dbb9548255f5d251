package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthException;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private static final int[] TELLING = {0, 1, 2, 0x7f, 0x80, 0xfe, 0xff};

    @Test
    void noDamagedFileHangsOrFailsInAnUnexpectedWay() throws InterruptedException {
        List<byte[]> seeds = seeds();
        Map<String, Integer> outcomes = new TreeMap<>();
        ExecutorService worker = Executors.newSingleThreadExecutor(FuzzTest::daemon);
        try {
            for (int number = 0; number < FILES; number++) {
                byte[] file = damaged(seeds, number);
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

    private static byte[] damaged(List<byte[]> seeds, int number) {
        Random random = new Random(number * 0x9e3779b97f4a7c15L);
        byte[] file = seeds.get(number % seeds.size()).clone();
        for (int blows = 1 + random.nextInt(4); blows > 0 && file.length > 0; blows--) {
            file = struck(file, seeds, random);
        }
        return random.nextInt(4) > 0 ? PngFile.withTrueChecksums(file) : file;
    }

    private static byte[] struck(byte[] file, List<byte[]> seeds, Random random) {
        // Headers decide most, so half of the blows fall there.
        int at = random.nextInt(random.nextBoolean() ? Math.min(file.length, 100) : file.length);
        int span = Math.min(1 + random.nextInt(40), file.length - at);
        switch (random.nextInt(8)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2 -> file[at] = (byte) TELLING[random.nextInt(TELLING.length)];
            case 3 -> {
                for (int i = 0; i < Math.min(span, 4); i++) {
                    file[at + i] = (byte) TELLING[random.nextInt(TELLING.length)];
                }
            }
            case 4 -> {
                return joined(file, at, file, at + span, file.length);
            }
            case 5 -> {
                return joined(file, at + span, file, at, file.length);
            }
            case 6 -> {
                return joined(file, at, file, 0, 0);
            }
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                return joined(file, at, other, random.nextInt(other.length), other.length);
            }
        }
        return file;
    }

    /** The first {@code count} bytes of one file and then a stretch of another. */
    private static byte[] joined(byte[] first, int count, byte[] second, int from, int to) {
        byte[] file = new byte[count + to - from];
        System.arraycopy(first, 0, file, 0, count);
        System.arraycopy(second, from, file, count, to - from);
        return file;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fuzz");
        thread.setDaemon(true);
        return thread;
    }
}
