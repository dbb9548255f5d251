package io.depth4j.io;

import java.util.List;
import java.util.Random;

/** Damaged files, each made from its number alone. */
final class Mutations {

    private static final int[] TELLING = {0, 1, 2, '\n', ' ', '-', '9', 0x7f, 0x80, 0xfe, 0xff};

    private Mutations() {}

    /** One of the seeds after one to four blows, three times of four with true checksums. */
    static byte[] damaged(List<byte[]> seeds, int number) {
        Random random = new Random(number * 0x9e3779b97f4a7c15L);
        byte[] file = seeds.get(number % seeds.size()).clone();
        for (int blows = 1 + random.nextInt(4); blows > 0 && file.length > 0; blows--) {
            file = struck(file, seeds, random);
        }
        return random.nextInt(4) > 0 ? PngFile.withTrueChecksums(file) : file;
    }

    private static byte[] struck(byte[] file, List<byte[]> seeds, Random random) {
        // Headers decide most, so most blows fall there.
        int[] within = {100, 500, file.length};
        int at = random.nextInt(Math.min(file.length, within[random.nextInt(within.length)]));
        int span = Math.min(1 + random.nextInt(40), file.length - at);
        switch (random.nextInt(8)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2 -> file[at] = telling(random);
            case 3 -> {
                for (int i = 0; i < Math.min(span, 4); i++) {
                    file[at + i] = telling(random);
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

    private static byte telling(Random random) {
        return (byte) TELLING[random.nextInt(TELLING.length)];
    }

    /** The first {@code count} bytes of one file and then a stretch of another. */
    private static byte[] joined(byte[] first, int count, byte[] second, int from, int to) {
        byte[] file = new byte[count + to - from];
        System.arraycopy(first, 0, file, 0, count);
        System.arraycopy(second, from, file, count, to - from);
        return file;
    }
}
