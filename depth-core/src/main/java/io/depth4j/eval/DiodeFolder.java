package io.depth4j.eval;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.io.DepthReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DIODE: arrays of metres, and of where they were measured. */
final class DiodeFolder {

    private static final String DEPTH = "_depth.npy";
    private static final DepthReadOptions FLOATS = DepthReadOptions.defaults().withKind(DepthKind.METRIC);
    private static final Size SIZE = new Size(1024, 768);

    /** Of all its pictures, which are cut from panoramic scans. */
    private static final Camera CAMERA = new Camera(886.81, 927.06, 512, 384, Camera.Origin.GIVEN);

    private DiodeFolder() {}

    static SampleSet read(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path depth : FolderWalk.files(folder, DEPTH)) {
            String name = FolderWalk.name(depth);
            String stem = name.substring(0, name.length() - DEPTH.length());
            Path picture = depth.resolveSibling(stem + ".png");
            SampleFile photo = new SampleFile(picture, name);
            SampleFile known = new SampleFile(depth, "its folder");
            SampleFile mask = new SampleFile(depth.resolveSibling(stem + "_depth_mask.npy"), name);
            samples.add(Sample.of(
                    FolderWalk.id(folder, picture), source(depth), photo::picture, () -> masked(known, mask)));
        }
        return FolderWalk.set("DIODE", folder, samples, "files like 00019_00183_indoors_000_010_depth.npy");
    }

    /** Indoors and outdoors are different tasks: figures are given of each. */
    private static String source(Path depth) {
        String name = FolderWalk.name(depth);
        return name.contains("_indoors_") ? "diode-indoors" : name.contains("_outdoor_") ? "diode-outdoor" : "diode";
    }

    private static DepthMap masked(SampleFile depth, SampleFile mask) throws IOException {
        FloatPlane metres = depth.depth(FLOATS).toPlane();
        FloatPlane valid = mask.depth(FLOATS).toPlane();
        if (!valid.size().equals(metres.size())) {
            throw new MalformedInputException(
                    mask.path() + " should have the size of the depth, " + metres.size() + ", found " + valid.size());
        }
        for (int i = 0; i < metres.size().pixels(); i++) {
            if (!(valid.array()[i] > 0 && metres.array()[i] > 0)) {
                metres.array()[i] = Float.NaN;
            }
        }
        DepthMap map = DepthMap.wrap(metres, DepthKind.METRIC);
        return map.size().equals(SIZE) ? map.withCamera(CAMERA) : map;
    }
}
