package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A photo of 100 million pixels in a process of its own, whose heap is 1000 MB: no second map beside the photo and its map fits. */
@Timeout(120)
class LargePictureTest {

    private static final Size SIZE = new Size(11_585, 8_640);

    @TempDir
    Path folder;

    @Test
    void tilesOf100MegapixelsFitInto1000Megabytes() throws Exception {
        assertThat(ran("tiles")).isEqualTo("all is there");
    }

    @Test
    void guidedUpsamplingTo100MegapixelsFitsInto1000Megabytes() throws Exception {
        assertThat(ran("guided")).isEqualTo("all is there");
    }

    private String ran(String what) throws Exception {
        Path said = folder.resolve(what);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1000m",
                        "-ea",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        what,
                        said.toString())
                .inheritIO()
                .start();
        try {
            assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            return Files.readString(said);
        } finally {
            child.destroyForcibly();
        }
    }

    /** What runs in the small heap. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            Image photo = photo();
            DepthMap map = switch (arguments[0]) {
                case "tiles" -> tiled(photo);
                default ->
                    GuidedUpsampling.defaults()
                            .apply(
                                    new Brightness()
                                            .estimate(
                                                    photo,
                                                    EstimateOptions.defaults().withSize(new Size(1448, 1080))),
                                    photo);
            };
            Files.writeString(Path.of(arguments[1]), verdict(map));
        }

        private static DepthMap tiled(Image photo) {
            try (Tiles tiles = Tiles.over(new Brightness())) {
                return tiles.estimate(photo);
            }
        }

        /** Bright on the right, dark on the left. */
        private static Image photo() {
            Image photo = Image.allocate(SIZE, PixelFormat.RGB24);
            byte[] row = new byte[photo.rowBytes()];
            for (int x = 0; x < SIZE.width(); x++) {
                Arrays.fill(row, 3 * x, 3 * x + 3, (byte) (255L * x / SIZE.width()));
            }
            for (int y = 0; y < SIZE.height(); y++) {
                photo.writeRow(y, row, 0);
            }
            return photo;
        }

        private static String verdict(DepthMap map) {
            if (!map.size().equals(SIZE) || map.missing() > 0) {
                return map + " with " + map.missing() + " missing";
            }
            for (int y = 0; y < SIZE.height(); y += 29) {
                for (int x = 0; x < SIZE.width(); x++) {
                    double expected = 255.0 * x / SIZE.width();
                    if (Math.abs(map.at(x, y) - expected) > 3) {
                        return map.at(x, y) + " instead of " + expected + " at " + x + ", " + y;
                    }
                }
            }
            return "all is there";
        }
    }

    /** Takes brightness for depth, in other units for parts of a picture than for the whole. */
    private static final class Brightness implements DepthEstimator {

        @Override
        public DepthMap estimate(Image image, EstimateOptions options) {
            options.cancellation().ifPresent(Cancellation::check);
            Size size = options.size().orElse(image.size());
            float scale = image.size().equals(SIZE) ? 1 : 0.3f;
            float shift = image.size().equals(SIZE) ? 0 : 70;
            FloatPlane plane = FloatPlane.allocate(size);
            byte[] row = new byte[image.rowBytes()];
            for (int y = 0, i = 0; y < size.height(); y++) {
                image.readRow((int) ((long) y * image.height() / size.height()), row, 0);
                for (int x = 0; x < size.width(); x++, i++) {
                    int pixel = (int) ((long) x * image.width() / size.width());
                    plane.array()[i] = scale * (row[3 * pixel] & 0xff) + shift;
                }
            }
            return DepthMap.wrap(plane, DepthKind.AFFINE_INVARIANT);
        }

        @Override
        public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
            return images.stream().map(image -> estimate(image, options)).toList();
        }

        @Override
        public void estimateInto(Image image, FloatPlane dst) {
            estimate(image, EstimateOptions.defaults().withSize(dst.size())).copyTo(dst);
        }

        @Override
        public ModelInfo model() {
            return new ModelInfo(
                    "brightness",
                    "Brightness",
                    DepthKind.AFFINE_INVARIANT,
                    DepthAxis.Z,
                    "none",
                    "none",
                    "test",
                    "test",
                    Optional.empty());
        }

        @Override
        public void close() {}
    }
}
