package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Calibration;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.estimate.Calibrations;
import io.depth4j.estimate.KnownDepth;
import io.depth4j.io.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** On real photos, a few measured points make the metres of a network better. */
class CalibratedAccuracyTest {

    private static final int POINTS = 200;

    private record Pair(Path photo, Path truth, double scale) {}

    @Test
    void twoHundredMeasuredPointsImproveIndoorPhotos() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        double before = 0;
        double squares = 0;
        double robust = 0;
        double disparity = 0;
        double told = 0;
        double found = 0;
        List<Pair> pairs = indoor(Path.of(data, "eval"));
        try (DepthEstimator estimator = DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx"))) {
            for (Pair pair : pairs) {
                BufferedImage truth = ImageIO.read(pair.truth.toFile());
                Size size = new Size(truth.getWidth(), truth.getHeight());
                DepthMap map = estimator.estimate(
                        Images.read(pair.photo), EstimateOptions.defaults().withSize(size));
                List<KnownDepth> all = known(truth, pair.scale);
                Collections.shuffle(all, new Random(7));
                List<KnownDepth> points = all.subList(0, POINTS);
                List<KnownDepth> rest = all.subList(POINTS, all.size());
                Calibration leastSquares = Calibrations.leastSquares(map, points);
                Calibration ransac = Calibrations.ransac(map, points);
                before += absRel(map, rest);
                squares += absRel(leastSquares.apply(map), rest);
                robust += absRel(ransac.apply(map), rest);
                DepthMap turned = disparityOfNoUnit(map);
                disparity += absRel(Calibrations.ransac(turned, points).apply(turned), rest);
                told += leastSquares.residual().orElseThrow();
                found += rms(leastSquares.apply(map), rest);
            }
        }
        assertThat(squares).as("AbsRel after least squares").isLessThan(0.8 * before);
        assertThat(robust).as("AbsRel after RANSAC").isLessThan(0.8 * before);
        assertThat(disparity).as("AbsRel of disparity after RANSAC").isLessThan(0.8 * before);
        // The error bar holds for pixels that were not measured.
        assertThat(told).as("residuals").isCloseTo(found, within(0.15 * found));
    }

    /** The same map as networks of relative disparity give it. */
    private static DepthMap disparityOfNoUnit(DepthMap map) {
        FloatPlane values = map.toPlane();
        for (int i = 0; i < values.array().length; i++) {
            values.array()[i] = 40 / values.array()[i] - 3;
        }
        return DepthMap.wrap(values, DepthKind.AFFINE_INVARIANT_INVERSE);
    }

    private static List<Pair> indoor(Path folder) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.csv"))) {
            String[] cells = line.split(",");
            if (cells[7].equals("indoor") && cells[3].equals("depth")) {
                pairs.add(new Pair(folder.resolve(cells[1]), folder.resolve(cells[2]), Double.parseDouble(cells[4])));
            }
        }
        return pairs;
    }

    private static List<KnownDepth> known(BufferedImage truth, double scale) {
        List<KnownDepth> known = new ArrayList<>();
        for (int y = 0; y < truth.getHeight(); y++) {
            for (int x = 0; x < truth.getWidth(); x++) {
                double metres = truth.getRaster().getSample(x, y, 0) * scale;
                if (metres > 0) {
                    known.add(new KnownDepth(x, y, metres));
                }
            }
        }
        return known;
    }

    private static double absRel(DepthMap map, List<KnownDepth> points) {
        return points.stream()
                .mapToDouble(point -> Math.abs(map.metresAt(point.x(), point.y()) - point.metres()) / point.metres())
                .average()
                .orElseThrow();
    }

    private static double rms(DepthMap map, List<KnownDepth> points) {
        return Math.sqrt(points.stream()
                .mapToDouble(point -> map.metresAt(point.x(), point.y()) - point.metres())
                .map(error -> error * error)
                .average()
                .orElseThrow());
    }
}
