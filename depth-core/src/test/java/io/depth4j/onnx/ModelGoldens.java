package io.depth4j.onnx;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What {@code src/test/python/model_goldens.py} wrote, and the pictures it wrote that from. */
final class ModelGoldens {

    private static final int SAMPLES = 50;

    private ModelGoldens() {}

    /** The lines of this kind, in words. */
    static List<String[]> lines(String kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ModelGoldens.class.getResourceAsStream("/io/depth4j/model-goldens.txt"), "the goldens")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals(kind))
                    .toList();
        }
    }

    /** Bits without a pattern, of 32-bit numbers. */
    static int mixed(int value) {
        int x = value;
        x = (x ^ x >>> 16) * 0x7FEB352D;
        x = (x ^ x >>> 15) * 0x846CA68B;
        return x ^ x >>> 16;
    }

    /** A repeating slope with noise on it. */
    static Image picture(int width, int height, int seed) {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++, i++) {
                    int slope = x * 5 + y * 3 + c * 40 & 127;
                    pixels[i] = (byte) (slope + (mixed(i + seed * 10000019) & 127));
                }
            }
        }
        return Image.wrap(new Size(width, height), PixelFormat.RGB24, pixels);
    }

    /** The values of which the file holds those of the references. */
    static float[] sample(float[] values) {
        int stride = values.length / SAMPLES;
        float[] sample = new float[SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            sample[k] = values[k * stride + k * 37 % stride];
        }
        return sample;
    }

    /** The last words of a line. */
    static float[] expected(String[] line) {
        float[] values = new float[SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            String word = line[line.length - SAMPLES + k];
            values[k] = word.equals("nan") ? Float.NaN : Float.parseFloat(word);
        }
        return values;
    }
}
