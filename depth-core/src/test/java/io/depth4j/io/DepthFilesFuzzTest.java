package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand damaged files of each format; each is made from its number alone. */
class DepthFilesFuzzTest {

    private static final int FILES = Integer.getInteger("depth4j.fuzzDepthFiles", 1_000);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int[] TELLING = {0, 1, '\n', ' ', '-', '9', 0x7f, 0x80, 0xff};

    private static final DepthReadOptions OPTIONS = DepthReadOptions.defaults()
            .withLimits(InputLimits.defaults().withPixels(1 << 22))
            .withKind(DepthKind.METRIC)
            .withScale(DepthScale.MILLIMETRES);

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void damagedFilesGiveAMapOrAClearError(DepthFormat format) throws IOException {
        List<byte[]> seeds = seeds(format);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int number = 0; number < FILES; number++) {
            byte[] file = damaged(seeds, number);
            String outcome = Assertions.assertTimeoutPreemptively(LONGEST, () -> outcome(file), "file " + number);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes).containsKeys("map", "MalformedInputException");
    }

    private static String outcome(byte[] file) {
        try {
            DepthMap map = DepthFiles.read(file, OPTIONS);
            assertThat(map.size().pixels())
                    .isLessThanOrEqualTo((int) OPTIONS.limits().pixels());
            return "map";
        } catch (DepthException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
            return refused.getClass().getSimpleName();
        }
    }

    private static List<byte[]> seeds(DepthFormat format) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(DepthFileSamples.written(DepthFileSamples.map(DepthKind.METRIC), format));
        String[] goldens = switch (format) {
            case PNG16 -> new String[] {"opencv-tum.png", "pillow-noted.png"};
            case PFM -> new String[] {"opencv.pfm", "numpy-big-endian.pfm"};
            case NPY -> new String[] {"numpy-f8.npy", "numpy-big-endian.npy", "numpy-batch.npy"};
            case NPZ -> new String[] {"numpy-masked.npz", "numpy-bytes.npz", "numpy-kind.npz"};
        };
        for (String name : goldens) {
            seeds.add(DepthFileGoldensTest.golden(name));
        }
        return seeds;
    }

    private static byte[] damaged(List<byte[]> seeds, int number) {
        Random random = new Random(number * 0x9e3779b97f4a7c15L);
        byte[] file = seeds.get(number % seeds.size()).clone();
        for (int blows = 1 + random.nextInt(3); blows > 0 && file.length > 0; blows--) {
            file = struck(file, random);
        }
        return random.nextInt(4) > 0 ? PngFile.withTrueChecksums(file) : file;
    }

    private static byte[] struck(byte[] file, Random random) {
        // Headers decide most, so half of the blows fall there.
        int at = random.nextInt(random.nextBoolean() ? Math.min(file.length, 130) : file.length);
        int span = Math.min(1 + random.nextInt(20), file.length - at);
        switch (random.nextInt(5)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2 -> file[at] = (byte) TELLING[random.nextInt(TELLING.length)];
            case 3 -> {
                return joined(file, at, at + span);
            }
            default -> {
                return joined(file, at + span, random.nextBoolean() ? at : file.length);
            }
        }
        return file;
    }

    /** The first {@code count} bytes of the file and then all of it from {@code from} on. */
    private static byte[] joined(byte[] file, int count, int from) {
        byte[] joined = new byte[count + file.length - from];
        System.arraycopy(file, 0, joined, 0, count);
        System.arraycopy(file, from, joined, count, file.length - from);
        return joined;
    }
}
