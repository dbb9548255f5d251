package io.depth4j.eval;

import io.depth4j.Camera;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code calib.txt} says.
 *
 * @param camera of the left picture
 * @param baseline metres between both cameras
 * @param offset pixels between their principal points
 */
record MiddleburyCalibration(Camera camera, double baseline, double offset) {

    private static final int MATRIX = 9;

    static MiddleburyCalibration read(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : TextLines.read(file).lines().toList()) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                entries.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        }
        double[] matrix = numbers(file, entries, "cam0", MATRIX);
        double baseline = numbers(file, entries, "baseline", 1)[0];
        double offset = numbers(file, entries, "doffs", 1)[0];
        if (!(matrix[0] > 0 && matrix[4] > 0 && baseline > 0)) {
            throw new MalformedInputException(file + ": expected focal lengths and a baseline above 0, found cam0="
                    + entries.get("cam0") + " and baseline=" + entries.get("baseline"));
        }
        // There the centre of the upper left pixel is (0, 0).
        Camera camera = new Camera(matrix[0], matrix[4], matrix[2] + 0.5, matrix[5] + 0.5, Camera.Origin.GIVEN);
        return new MiddleburyCalibration(camera, baseline / 1000, offset);
    }

    private static double[] numbers(Path file, Map<String, String> entries, String name, int count) {
        String expected = file + ": expected " + name + " with " + count + (count == 1 ? " number" : " numbers");
        String text = entries.get(name);
        if (text == null) {
            throw new MalformedInputException(expected + ", found " + entries.keySet());
        }
        String[] words = text.replaceAll("[\\[\\];,]", " ").strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw new MalformedInputException(expected + ", found \"" + text + "\"", e);
            }
            if (words.length != count || !Double.isFinite(numbers[i])) {
                throw new MalformedInputException(expected + ", found \"" + text + "\"");
            }
        }
        return numbers;
    }

    /** Metres away, or {@code NaN} where a disparity says nothing. */
    float metres(float disparity) {
        double depth = baseline * camera.fx() / (disparity + offset);
        return depth > 0 && depth < Double.POSITIVE_INFINITY ? (float) depth : Float.NaN;
    }
}
