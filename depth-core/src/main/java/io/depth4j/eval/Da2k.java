package io.depth4j.eval;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.json.JsonObject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** DA-2K's annotations. */
final class Da2k {

    private static final Set<String> SCENES = Set.of(
            "indoor",
            "outdoor",
            "non_real",
            "transparent_reflective",
            "adverse_style",
            "aerial",
            "underwater",
            "object");

    private Da2k() {}

    static List<OrdinalSample> read(Path json) throws IOException {
        String text = TextLines.read(json);
        JsonObject annotations;
        try {
            annotations = JsonObject.parseLong(text);
        } catch (MalformedInputException e) {
            throw new MalformedInputException(json + ": " + e.getMessage(), e);
        }
        Path folder = json.toAbsolutePath().normalize().getParent();
        List<OrdinalSample> samples = new ArrayList<>();
        for (String picture : annotations.names()) {
            List<OrdinalPair> pairs = new ArrayList<>();
            try {
                for (JsonObject pair : annotations.objects(picture)) {
                    pairs.add(pair(pair));
                }
            } catch (MalformedInputException e) {
                throw new MalformedInputException(json + ": " + e.getMessage(), e);
            }
            if (pairs.isEmpty()) {
                throw new MalformedInputException(json + ": '" + picture + "' should hold pairs, found none");
            }
            SampleFile file = new SampleFile(below(folder, picture, json), FolderWalk.name(json));
            samples.add(new OrdinalSample(picture, scene(picture), file::picture, pairs));
        }
        if (samples.isEmpty()) {
            throw new MalformedInputException(json + " should name pictures, found none");
        }
        return samples;
    }

    private static Path below(Path folder, String picture, Path json) {
        try {
            return folder.resolve(picture);
        } catch (InvalidPathException e) {
            throw new MalformedInputException(json + ": expected the name of a picture, found '" + picture + "'", e);
        }
    }

    private static OrdinalPair pair(JsonObject annotation) {
        int[] first = point(annotation, "point1");
        int[] second = point(annotation, "point2");
        String closer = annotation.string("closer_point");
        return switch (closer) {
            case "point1" -> new OrdinalPair(first[1], first[0], second[1], second[0]);
            case "point2" -> new OrdinalPair(second[1], second[0], first[1], first[0]);
            default -> throw annotation.wrong("closer_point", "'point1' or 'point2'");
        };
    }

    /** Row and column. */
    private static int[] point(JsonObject annotation, String name) {
        List<Double> numbers = annotation.numbers(name);
        boolean pixel =
                numbers.size() == 2 && numbers.stream().allMatch(number -> number >= 0 && number <= Integer.MAX_VALUE);
        if (!pixel) {
            throw annotation.wrong(name, "a row and a column");
        }
        // Where a tool wrote fractions, the pixel they lie in is meant.
        return new int[] {(int) (double) numbers.get(0), (int) (double) numbers.get(1)};
    }

    /** The kind of scene, which a folder of the picture is named after. */
    private static String scene(String picture) {
        for (String part : picture.split("/")) {
            if (SCENES.contains(part)) {
                return part;
            }
        }
        return "other";
    }
}
