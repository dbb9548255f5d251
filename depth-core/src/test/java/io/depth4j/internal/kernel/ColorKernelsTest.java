package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class ColorKernelsTest {

    private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 207, 702, 1024};
    private static final float[] SPECIAL = {
        Float.NaN, 0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE, 1, 256
    };
    private static final float[][] RANGES = {
        {0, 1}, {-3.3f, 12}, {5, 5}, {Float.NaN, Float.NaN}, {-Float.MAX_VALUE, Float.MAX_VALUE}, {0, 1e-40f}, {-0f, 0}
    };
    private static final int UNTIL_COMPILED = 40;
    private static final byte GUARD = 0x5a;
    private static final int BEFORE = 3;

    private final Kernels scalar = Kernels.scalar();
    private Kernels vector;

    @BeforeEach
    void needsVectorKernels() {
        assumeTrue(Kernels.vector().isPresent(), "vector kernels cannot run here");
        vector = Kernels.vector().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void indicesAreTheSame(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < UNTIL_COMPILED; round++) {
            for (int size : SIZES) {
                float[] range = RANGES[random.nextInt(RANGES.length)];
                float[] src = floats(random, size + 5, range);
                int[] expected = new int[size + 8];
                Arrays.fill(expected, -7);
                int[] found = expected.clone();
                scalar.colors().indices(src, 5, size, range[0], range[1], expected, BEFORE);
                vector.colors().indices(src, 5, size, range[0], range[1], found, BEFORE);

                assertThat(found)
                        .as("seed %d, %d values in %s", seed, size, Arrays.toString(range))
                        .isEqualTo(expected);
                assertThat(expected).startsWith(-7, -7, -7).endsWith(-7, -7, -7, -7, -7);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void levelsAreTheSame(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < UNTIL_COMPILED; round++) {
            for (int size : SIZES) {
                float[] range = RANGES[random.nextInt(RANGES.length)];
                float[] src = floats(random, size + 5, range);
                int missing = random.nextInt();
                byte[] expected = guarded(size);
                byte[] found = guarded(size);
                scalar.colors().levels8(src, 5, size, range[0], range[1], (byte) missing, expected, BEFORE);
                vector.colors().levels8(src, 5, size, range[0], range[1], (byte) missing, found, BEFORE);
                assertThat(found)
                        .as("seed %d, %d values in %s", seed, size, Arrays.toString(range))
                        .isEqualTo(expected);
                assertGuarded(found, size);

                expected = guarded(2 * size);
                found = guarded(2 * size);
                scalar.colors().levels16(src, 5, size, range[0], range[1], (short) missing, expected, BEFORE);
                vector.colors().levels16(src, 5, size, range[0], range[1], (short) missing, found, BEFORE);
                assertThat(found)
                        .as("seed %d, %d values in %s", seed, size, Arrays.toString(range))
                        .isEqualTo(expected);
                assertGuarded(found, 2 * size);
            }
        }
    }

    @Test
    void everyIndexIsTheFloorOfItsQuotient() {
        for (int i = 0; i <= 256 * 64; i++) {
            float value = i / 64f;
            int[] found = new int[64];
            float[] src = new float[64];
            Arrays.fill(src, value);
            vector.colors().indices(src, 0, 64, 0, 256, found, 0);

            assertThat(found).containsOnly(Math.min(255, i / 64));
        }
    }

    @Test
    void lookupsAreThoseOfOnePixelAfterAnother() {
        Random random = new Random(11);
        int[] entries = random.ints(259).toArray();
        for (Kernels kernels : new Kernels[] {scalar, vector}) {
            for (int round = 0; round < UNTIL_COMPILED; round++) {
                for (int size : SIZES) {
                    byte[] bytes = new byte[size + 5];
                    random.nextBytes(bytes);
                    int[] indices = random.ints(size + 5, 0, 259).toArray();
                    byte[] found = guarded(size * 3);
                    kernels.colors().lookup3(bytes, 5, size, entries, found, BEFORE);
                    assertThat(found).isEqualTo(pixels(size, 3, i -> entries[bytes[5 + i] & 255]));
                    found = guarded(size * 4);
                    kernels.colors().lookup4(bytes, 5, size, entries, found, BEFORE);
                    assertThat(found).isEqualTo(pixels(size, 4, i -> entries[bytes[5 + i] & 255]));
                    found = guarded(size * 3);
                    kernels.colors().lookup3(indices, 5, size, entries, found, BEFORE);
                    assertThat(found).isEqualTo(pixels(size, 3, i -> entries[indices[5 + i]]));
                    found = guarded(size * 4);
                    kernels.colors().lookup4(indices, 5, size, entries, found, BEFORE);
                    assertThat(found).isEqualTo(pixels(size, 4, i -> entries[indices[5 + i]]));
                }
            }
        }
    }

    private static float[] floats(Random random, int size, float[] range) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(12);
            values[i] = switch (kind) {
                case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
                case 1 -> range[random.nextInt(2)];
                case 2 -> Float.intBitsToFloat(random.nextInt());
                case 3 -> (float) (range[0] + (range[1] - range[0]) * (random.nextInt(257) / 256.0));
                default -> (float) (range[0] + ((double) range[1] - range[0]) * (random.nextDouble() * 1.2 - 0.1));
            };
        }
        return values;
    }

    private static void assertGuarded(byte[] dst, int size) {
        for (int i = 0; i < dst.length; i++) {
            if (i < BEFORE || i >= BEFORE + size) {
                assertThat(dst[i]).as("guard at %d", i).isEqualTo(GUARD);
            }
        }
    }

    private static byte[] guarded(int size) {
        byte[] bytes = new byte[BEFORE + size + 9];
        Arrays.fill(bytes, GUARD);
        return bytes;
    }

    private static byte[] pixels(int size, int channels, IntUnaryOperator entry) {
        byte[] bytes = guarded(size * channels);
        for (int i = 0; i < size * channels; i++) {
            bytes[BEFORE + i] = (byte) (entry.applyAsInt(i / channels) >> 8 * (i % channels));
        }
        return bytes;
    }
}
