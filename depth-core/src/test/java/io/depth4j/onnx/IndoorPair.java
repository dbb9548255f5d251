package io.depth4j.onnx;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.eval.Protocol;
import io.depth4j.eval.Scores;
import io.depth4j.io.Images;
import java.awt.image.Raster;
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

    /** Of what an estimator says of the photo, after a fit of scale and shift to one over depth. */
    Scores scores(DepthEstimator estimator) throws IOException {
        DepthMap known = known();
        DepthMap map = estimator.estimate(picture(), EstimateOptions.defaults().withSize(known.size()));
        return Protocol.defaults().evaluate(map, known).scores();
    }

    private DepthMap known() throws IOException {
        Raster stored = ImageIO.read(truth.toFile()).getRaster();
        FloatPlane metres = FloatPlane.allocate(new Size(stored.getWidth(), stored.getHeight()));
        for (int y = 0; y < metres.height(); y++) {
            for (int x = 0; x < metres.width(); x++) {
                int sample = stored.getSample(x, y, 0);
                metres.set(x, y, sample == 0 ? Float.NaN : (float) (sample * scale));
            }
        }
        return DepthMap.wrap(metres, DepthKind.METRIC);
    }

    Image picture() throws IOException {
        return Images.read(photo);
    }
}
