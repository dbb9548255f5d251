package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Real weights on real photos with ground truth: what the public API gives is what the network is known to give. */
class FastDepthAccuracyTest {

    /** AbsRel and δ1 by source, from an evaluation of the same network on the same photos by other code. */
    private static final Map<String, double[]> KNOWN = Map.of(
            "nyu", new double[] {0.104, 0.921},
            "sunrgbd", new double[] {0.115, 0.839},
            "slambook", new double[] {0.145, 0.830},
            "tum", new double[] {0.111, 0.915});

    private record Pair(String source, Path photo, Path truth, double scale) {}

    @Test
    void indoorPhotosGetTheAccuracyThatTheNetworkIsKnownFor() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        Map<String, List<double[]>> found = new TreeMap<>();
        try (DepthEstimator estimator = DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx"))) {
            for (Pair pair : indoor(Path.of(data, "eval"))) {
                found.computeIfAbsent(pair.source, source -> new ArrayList<>()).add(scores(estimator, pair));
            }
        }
        assertThat(found.keySet()).isEqualTo(new TreeMap<>(KNOWN).keySet());
        found.forEach((source, scores) -> {
            double absRel =
                    scores.stream().mapToDouble(each -> each[0]).average().orElseThrow();
            double delta1 =
                    scores.stream().mapToDouble(each -> each[1]).average().orElseThrow();
            System.out.printf("%-10s AbsRel %.4f δ1 %.4f%n", source, absRel, delta1);
            assertThat(absRel).as("AbsRel of %s", source).isCloseTo(KNOWN.get(source)[0], within(0.01));
            assertThat(delta1).as("δ1 of %s", source).isCloseTo(KNOWN.get(source)[1], within(0.01));
        });
    }

    private static List<Pair> indoor(Path folder) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.csv"))) {
            String[] cells = line.split(",");
            if (cells[7].equals("indoor") && cells[3].equals("depth")) {
                String source = cells[0].substring(0, cells[0].indexOf('_'));
                pairs.add(new Pair(
                        source, folder.resolve(cells[1]), folder.resolve(cells[2]), Double.parseDouble(cells[4])));
            }
        }
        return pairs;
    }

    /** AbsRel and δ1 after a fit of scale and shift to one over depth. */
    private static double[] scores(DepthEstimator estimator, Pair pair) throws IOException {
        BufferedImage truth = ImageIO.read(pair.truth.toFile());
        Size size = new Size(truth.getWidth(), truth.getHeight());
        DepthMap map = estimator.estimate(
                Images.read(pair.photo), EstimateOptions.defaults().withSize(size));
        List<double[]> points = new ArrayList<>();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double metres = truth.getRaster().getSample(x, y, 0) * pair.scale;
                if (metres > 0) {
                    points.add(new double[] {1 / (double) map.metresAt(x, y), metres});
                }
            }
        }
        double[] line = fit(points);
        double nearest =
                points.stream().mapToDouble(point -> 1 / point[1]).min().orElseThrow();
        double least = nearest < 1 / 20.0 ? 1 / 100.0 : 1 / 20.0;
        double absRel = 0;
        double delta1 = 0;
        for (double[] point : points) {
            double metres = 1 / Math.max(least, line[0] * point[0] + line[1]);
            absRel += Math.abs(metres - point[1]) / point[1];
            delta1 += Math.max(metres / point[1], point[1] / metres) < 1.25 ? 1 : 0;
        }
        return new double[] {absRel / points.size(), delta1 / points.size()};
    }

    /** One over metres as a line over one over what was estimated. */
    private static double[] fit(List<double[]> points) {
        double n = points.size();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (double[] point : points) {
            double y = 1 / point[1];
            sx += point[0];
            sy += y;
            sxx += point[0] * point[0];
            sxy += point[0] * y;
        }
        double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        return new double[] {slope, (sy - slope * sx) / n};
    }
}
