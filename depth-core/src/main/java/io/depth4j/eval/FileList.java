package io.depth4j.eval;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.MalformedInputException;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.DepthScale;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Lines {@code picture depth focal}, as the splits of KITTI and NYU are handed on; the focal length may be missing. */
final class FileList {

    /** What stands for depth where KITTI has none. */
    private static final String NOTHING = "None";

    private final Path list;
    private final Path pictures;
    private final Path depths;
    private final String source;
    private final DepthReadOptions options;

    private FileList(Path list, Path pictures, Path depths, String source, DepthScale scale) {
        this.list = list;
        this.pictures = pictures;
        this.depths = depths;
        this.source = source;
        this.options = DepthReadOptions.defaults().withKind(DepthKind.METRIC).withScale(scale);
    }

    static SampleSet read(String name, Path list, Path pictures, Path depths, String source, DepthScale scale)
            throws IOException {
        List<Sample> samples = new FileList(list, pictures, depths, source, scale).samples();
        if (samples.isEmpty()) {
            throw new MalformedInputException(
                    list + " should name pictures and their depth, found no line that names both");
        }
        return new SampleSet(name, samples);
    }

    private List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        int line = 0;
        for (String text : TextLines.read(list).lines().toList()) {
            line++;
            String[] words = text.strip().split("\\s+");
            if (words[0].isEmpty()) {
                continue;
            }
            if (words.length < 2 || words.length > 3) {
                throw new MalformedInputException(list + ", line " + line
                        + ": expected a picture, its depth and perhaps a focal length, found \"" + text + "\"");
            }
            OptionalDouble focal =
                    words.length == 3 ? OptionalDouble.of(focal(line, words[2])) : OptionalDouble.empty();
            if (!words[1].equals(NOTHING)) {
                Sample sample = sample(line, words[0], words[1], focal);
                Integer earlier = lines.put(sample.id(), line);
                if (earlier != null) {
                    throw new MalformedInputException(list + ", line " + line + ", column 1: expected a picture that"
                            + " no other line has, found \"" + words[0] + "\" as in line " + earlier);
                }
                samples.add(sample);
            }
        }
        return samples;
    }

    private double focal(int line, String word) {
        String expected =
                list + ", line " + line + ", column 3: expected a focal length above 0, found \"" + word + "\"";
        try {
            double focal = Double.parseDouble(word);
            if (focal > 0 && focal < Double.POSITIVE_INFINITY) {
                return focal;
            }
        } catch (NumberFormatException e) {
            throw new MalformedInputException(expected, e);
        }
        throw new MalformedInputException(expected);
    }

    private Sample sample(int line, String picture, String depth, OptionalDouble focal) {
        String place = "line " + line + " of " + list.getFileName();
        SampleFile photo = new SampleFile(below(pictures, picture, line), place);
        SampleFile known = new SampleFile(below(depths, depth, line), place);
        String id = relative(picture).replaceFirst("\\.[^./]+$", "");
        return Sample.of(id, source, photo::picture, () -> withFocal(known.depth(options), focal));
    }

    /** Lists of NYU begin their paths with a slash and mean none. */
    private Path below(Path folder, String path, int line) {
        try {
            return folder.resolve(relative(path));
        } catch (InvalidPathException e) {
            throw new MalformedInputException(
                    list + ", line " + line + ": expected the name of a file, found \"" + path + "\"", e);
        }
    }

    private static String relative(String path) {
        return path.replaceFirst("^/+", "");
    }

    private static DepthMap withFocal(DepthMap map, OptionalDouble focal) {
        if (focal.isEmpty()) {
            return map;
        }
        double f = focal.getAsDouble();
        return map.withCamera(new Camera(f, f, map.width() / 2.0, map.height() / 2.0, Camera.Origin.GIVEN));
    }
}
