package io.depth4j.eval;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.MalformedInputException;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.DepthScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** KITTI's selected validation pictures: three folders beside each other, whose files are named alike. */
final class KittiSelection {

    private static final String DEPTH = "groundtruth_depth";
    private static final int MATRIX = 9;
    private static final DepthReadOptions OPTIONS =
            DepthReadOptions.defaults().withKind(DepthKind.METRIC).withScale(DepthScale.KITTI);

    private KittiSelection() {}

    static SampleSet read(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path depth : FolderWalk.files(folder, ".png")) {
            Path depths = depth.getParent();
            if (!FolderWalk.name(depths).equals(DEPTH)) {
                continue;
            }
            String name = FolderWalk.name(depth).replace(DEPTH, "image");
            SampleFile known = new SampleFile(depth, "its folder");
            SampleFile photo = new SampleFile(depths.resolveSibling("image").resolve(name), FolderWalk.name(depth));
            SampleFile matrix = new SampleFile(
                    depths.resolveSibling("intrinsics").resolve(name.replaceFirst("png$", "txt")),
                    FolderWalk.name(depth));
            samples.add(Sample.of(
                    FolderWalk.id(folder, photo.path()), "kitti", photo::picture, () -> withCamera(known, matrix)));
        }
        return FolderWalk.set("KITTI selection", folder, samples, "a folder groundtruth_depth with PNGs");
    }

    private static DepthMap withCamera(SampleFile depth, SampleFile matrix) throws IOException {
        matrix.requireFile();
        String text = TextLines.read(matrix.path()).strip();
        String[] words = text.split("\\s+");
        String expected = matrix.path() + ": expected the " + MATRIX + " numbers of a camera, found \"" + text + "\"";
        if (words.length != MATRIX) {
            throw new MalformedInputException(expected);
        }
        return depth.depth(OPTIONS).withCamera(camera(words, expected));
    }

    private static Camera camera(String[] matrix, String expected) {
        try {
            // There the centre of the upper left pixel is (0, 0).
            return new Camera(
                    Double.parseDouble(matrix[0]),
                    Double.parseDouble(matrix[4]),
                    Double.parseDouble(matrix[2]) + 0.5,
                    Double.parseDouble(matrix[5]) + 0.5,
                    Camera.Origin.GIVEN);
        } catch (IllegalArgumentException e) {
            throw new MalformedInputException(expected, e);
        }
    }
}
