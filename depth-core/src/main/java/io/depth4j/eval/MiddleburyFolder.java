package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.io.DepthReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Middlebury's scenes of 2014 and later: a folder each, with the left picture, its disparity and the calibration. */
final class MiddleburyFolder {

    private static final String CALIBRATION = "calib.txt";
    private static final List<String> DISPARITIES = List.of("disp0.pfm", "disp0GT.pfm");
    private static final DepthReadOptions PIXELS =
            DepthReadOptions.defaults().withKind(DepthKind.AFFINE_INVARIANT_INVERSE);

    /** What is made of the disparity of a scene. */
    @FunctionalInterface
    interface Reading {
        DepthMap of(DepthMap disparity, Path calibration) throws IOException;
    }

    private MiddleburyFolder() {}

    static SampleSet read(Path folder, Reading reading) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path calibration : FolderWalk.files(folder, CALIBRATION)) {
            Path scene = calibration.resolveSibling("");
            Optional<Path> disparity = DISPARITIES.stream()
                    .map(calibration::resolveSibling)
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (disparity.isPresent()) {
                SampleFile photo = new SampleFile(calibration.resolveSibling("im0.png"), "its scene");
                SampleFile known = new SampleFile(disparity.get(), "its scene");
                String id =
                        folder.equals(scene) ? FolderWalk.name(scene.toAbsolutePath()) : FolderWalk.id(folder, scene);
                samples.add(Sample.of(
                        id, "middlebury", photo::picture, () -> reading.of(known.depth(PIXELS), calibration)));
            }
        }
        return FolderWalk.set(
                "Middlebury", folder, samples, "scenes with calib.txt, im0.png and disp0.pfm or disp0GT.pfm");
    }

    static DepthMap metres(DepthMap disparity, Path file) throws IOException {
        MiddleburyCalibration calibration = MiddleburyCalibration.read(file);
        FloatPlane metres = disparity.toPlane();
        for (int i = 0; i < metres.array().length; i++) {
            metres.array()[i] = calibration.metres(metres.array()[i]);
        }
        return DepthMap.wrap(metres, DepthKind.METRIC).withCamera(calibration.camera());
    }

    /** The disparities themselves, which nothing but a scale and a shift parts from one over depth. */
    static DepthMap pixels(DepthMap disparity, Path file) throws IOException {
        return disparity.withCamera(MiddleburyCalibration.read(file).camera());
    }
}
