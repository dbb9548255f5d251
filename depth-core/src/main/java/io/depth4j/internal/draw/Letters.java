package io.depth4j.internal.draw;

import io.depth4j.internal.Resource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small font of our own, five by seven pixels a letter: text in pictures then looks the same everywhere, and needs neither
 * java.desktop nor installed fonts. ASCII and what units need beside it; any other letter is a box.
 */
public final class Letters {

    public static final int WIDTH = 5;
    public static final int HEIGHT = 7;
    public static final int ADVANCE = WIDTH + 1;

    private static final int[] BOX = {31, 17, 17, 17, 17, 17, 31};

    private Letters() {}

    /** The width of a text in font pixels. */
    public static int width(String text) {
        return text.isEmpty() ? 0 : text.length() * ADVANCE - 1;
    }

    /** Whether a pixel of a letter is inked. */
    public static boolean inked(char letter, int x, int y) {
        return (Drawn.ROWS.getOrDefault(letter, BOX)[y] >> (WIDTH - 1 - x) & 1) == 1;
    }

    private static final class Drawn {

        static final Map<Character, int[]> ROWS = read();

        private static Map<Character, int[]> read() {
            List<String> lines = new String(Resource.bytes(Letters.class, "letters.txt"), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Map<Character, int[]> rows = new HashMap<>();
            for (int block = 1; block < lines.size(); block += HEIGHT + 1) {
                String names = lines.get(block);
                for (int x = 0; x < names.length(); x += ADVANCE) {
                    rows.put(names.charAt(x), rows(lines.subList(block + 1, block + 1 + HEIGHT), x));
                }
            }
            return rows;
        }

        private static int[] rows(List<String> lines, int x) {
            return lines.stream()
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(x, x + WIDTH).replace('#', '1').replace('.', '0'), 2))
                    .toArray();
        }
    }
}
