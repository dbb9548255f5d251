package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.depth4j.DepthException;
import io.depth4j.FloatPlane;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Damages files by a seed and reads what comes out, which gives a plane or an error of the family. */
final class Mutations {

    private static final InputLimits LIMITS = InputLimits.defaults().withPixels(1 << 22);
    private static final int[] TELLING = {0, 1, 2, 0x7f, 0x80, 0xfe, 0xff};

    private Mutations() {}

    static Map<String, Integer> outcomes(
            List<byte[]> seeds, int count, BiFunction<byte[], InputLimits, FloatPlane> reader) {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            byte[] file = damaged(seeds.get(number % seeds.size()), number);
            String outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> outcome(file, reader), "mutation " + number);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        return outcomes;
    }

    private static String outcome(byte[] file, BiFunction<byte[], InputLimits, FloatPlane> reader) {
        try {
            assertThat((long) reader.apply(file, LIMITS).size().pixels()).isLessThanOrEqualTo(LIMITS.pixels());
            return "plane";
        } catch (DepthException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return refused.getClass().getSimpleName();
        }
    }

    private static byte[] damaged(byte[] seed, int number) {
        Random random = new Random(number * 0x9e3779b97f4a7c15L);
        byte[] file = seed.clone();
        for (int blows = 1 + random.nextInt(4); blows > 0 && file.length > 0; blows--) {
            // Headers decide most, so most blows fall there.
            int at = random.nextInt(random.nextInt(4) > 0 ? Math.min(file.length, 500) : file.length);
            switch (random.nextInt(5)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt();
                case 2 -> {
                    for (int i = at; i < Math.min(file.length, at + 4); i++) {
                        file[i] = (byte) TELLING[random.nextInt(TELLING.length)];
                    }
                }
                case 3 -> file = Arrays.copyOf(file, at);
                default -> {
                    int span = Math.min(1 + random.nextInt(40), file.length - at);
                    byte[] shorter = Arrays.copyOf(file, file.length - span);
                    System.arraycopy(file, at + span, shorter, at, shorter.length - at);
                    file = shorter;
                }
            }
        }
        return file;
    }
}
