package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
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
import org.junit.jupiter.api.Test;

/** Disparity of real photos, measured to the pixel, made eight times smaller and enlarged again. */
class GuidedPhotosTest {

    private static final int REACH = 8;

    @Test
    void disparityNearEdgesIsAtLeastAQuarterBetterThanBetweenNeighbours() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with photos");
        Path folder = Path.of(data, "eval");
        List<Double> ratios = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.csv"))) {
            String[] cells = line.split(",");
            if (cells[3].equals("disparity")) {
                double ratio = ratio(folder.resolve(cells[1]), folder.resolve(cells[2]));
                System.getLogger("guided").log(System.Logger.Level.INFO, "{0}: {1}", cells[0], ratio);
                ratios.add(ratio);
            }
        }

        assertThat(ratios).hasSizeGreaterThan(3).allMatch(ratio -> ratio < 0.9);
        assertThat(ratios.stream().mapToDouble(ratio -> ratio).average().orElseThrow())
                .isLessThan(0.75);
    }

    /** The error near edges as a share of that between neighbours. */
    private static double ratio(Path photo, Path disparity) throws IOException {
        BufferedImage pixels = ImageIO.read(disparity.toFile());
        Size size = new Size(pixels.getWidth(), pixels.getHeight());
        FloatPlane truth = FloatPlane.allocate(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int sample = pixels.getRaster().getSample(x, y, 0);
                truth.set(x, y, sample == 0 ? Float.NaN : sample);
            }
        }
        Image guide = FrameResizers.area().resize(Images.read(photo), size);
        FloatPlane small = FrameResizers.area().resize(truth, new Size(size.width() / 8, size.height() / 8));
        FloatPlane plain = FrameResizers.bilinear().resize(small, size);
        FloatPlane guided = FloatPlane.allocate(size);
        GuidedUpsampling.defaults().applyInto(small, guide, guided);
        double error = 0;
        double plainError = 0;
        for (int y = REACH; y < size.height() - REACH; y++) {
            for (int x = REACH; x < size.width() - REACH; x++) {
                if (isNearEdge(truth, x, y) && !guided.isMissing(x, y)) {
                    error += Math.abs(guided.at(x, y) - truth.at(x, y));
                    plainError += Math.abs(plain.at(x, y) - truth.at(x, y));
                }
            }
        }
        return error / plainError;
    }

    /** Whether the truth is a tenth larger or smaller close by. */
    private static boolean isNearEdge(FloatPlane truth, int x, int y) {
        float here = truth.at(x, y);
        for (int d = 1; d <= REACH; d++) {
            for (float there :
                    new float[] {truth.at(x - d, y), truth.at(x + d, y), truth.at(x, y - d), truth.at(x, y + d)}) {
                if (Math.abs(there - here) > 0.1 * Math.min(there, here)) {
                    return true;
                }
            }
        }
        return false;
    }
}
