package io.depth4j.onnx;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A photo of a room and what is known of its depth.
 *
 * @param source of the pair
 * @param truth a picture whose numbers, times {@code scale}, are metres; 0 where nothing is known
 */
record IndoorPair(String source, Path photo, Path truth, double scale) {

    /** The pairs of rooms that a folder's manifest names. */
    static List<IndoorPair> in(Path folder) throws IOException {
        List<IndoorPair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.csv"))) {
            String[] cells = line.split(",");
            if (cells[7].equals("indoor") && cells[3].equals("depth")) {
                String source = cells[0].substring(0, cells[0].indexOf('_'));
                pairs.add(new IndoorPair(
                        source, folder.resolve(cells[1]), folder.resolve(cells[2]), Double.parseDouble(cells[4])));
            }
        }
        return pairs;
    }

    /** AbsRel and δ1 after a fit of scale and shift to one over depth. */
    double[] scores(DepthEstimator estimator) throws IOException {
        BufferedImage known = ImageIO.read(truth.toFile());
        Size size = new Size(known.getWidth(), known.getHeight());
        DepthMap map = estimator.estimate(picture(), EstimateOptions.defaults().withSize(size));
        List<double[]> points = new ArrayList<>();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double metres = known.getRaster().getSample(x, y, 0) * scale;
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

    Image picture() throws IOException {
        return Images.read(photo);
    }
}
