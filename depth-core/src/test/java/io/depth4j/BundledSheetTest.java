package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.eval.VerticalRamp;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network that comes with the library on ten photos that may be shown: docs/models/bundled.jpg. */
class BundledSheetTest {

    private static final String LETTERS = "ABCDEFGHIJ";

    /** Of the fifty pairs of places; chance gives 25. */
    private static final int RIGHT = 38;

    /** Of the ten photos, those in which at most one of the five pairs is wrong. */
    private static final int RIGHT_PHOTOS = 6;

    /** A place in percent of width and height that is nearer than another. */
    private record Order(int nearX, int nearY, int farX, int farY) {

        boolean isThatOf(DepthMap map) {
            return at(map, nearX, nearY) > at(map, farX, farY);
        }

        private static float at(DepthMap map, int x, int y) {
            return map.at(x * map.width() / 100, y * map.height() / 100);
        }
    }

    private record Photo(String file, List<Order> orders) {

        Photo(String file, Order... orders) {
            this(file, List.of(orders));
        }

        List<Order> rightIn(DepthMap map) {
            return orders.stream().filter(order -> order.isThatOf(map)).toList();
        }
    }

    /** In the order of the sheet, each with five pairs; a good part of the nearer places lies no lower than the other. */
    private static final List<Photo> PHOTOS = List.of(
            new Photo(
                    "skimage_coffee.png",
                    new Order(30, 25, 8, 25),
                    new Order(67, 25, 90, 25),
                    new Order(47, 49, 90, 49),
                    new Order(50, 92, 5, 5),
                    new Order(60, 70, 90, 10)),
            new Photo(
                    "kodak_07.png",
                    new Order(53, 45, 30, 60),
                    new Order(92, 5, 40, 83),
                    new Order(77, 80, 30, 75),
                    new Order(82, 45, 65, 15),
                    new Order(58, 47, 45, 30)),
            new Photo(
                    "skimage_chelsea.png",
                    new Order(58, 77, 93, 30),
                    new Order(38, 40, 90, 50),
                    new Order(50, 30, 92, 70),
                    new Order(20, 60, 95, 80),
                    new Order(58, 77, 3, 25)),
            new Photo(
                    "skimage_astronaut.png",
                    new Order(42, 25, 62, 15),
                    new Order(75, 80, 60, 10),
                    new Order(43, 20, 8, 40),
                    new Order(43, 25, 80, 45),
                    new Order(25, 65, 68, 30)),
            new Photo(
                    "kodak_05.png",
                    new Order(35, 85, 98, 30),
                    new Order(13, 60, 92, 20),
                    new Order(40, 70, 92, 70),
                    new Order(12, 15, 87, 22),
                    new Order(12, 15, 98, 40)),
            new Photo(
                    "kodak_14.png",
                    new Order(73, 78, 85, 10),
                    new Order(50, 70, 30, 15),
                    new Order(56, 55, 50, 5),
                    new Order(15, 55, 20, 8),
                    new Order(50, 97, 50, 10)),
            new Photo(
                    "kodak_08.png",
                    new Order(85, 25, 43, 60),
                    new Order(85, 60, 43, 60),
                    new Order(85, 20, 10, 40),
                    new Order(65, 60, 27, 60),
                    new Order(43, 40, 5, 50)),
            new Photo(
                    "kodak_24.png",
                    new Order(55, 60, 68, 10),
                    new Order(40, 40, 3, 58),
                    new Order(25, 65, 3, 5),
                    new Order(28, 8, 8, 40),
                    new Order(50, 92, 57, 75)),
            new Photo(
                    "kodak_13.png",
                    new Order(50, 95, 50, 52),
                    new Order(50, 70, 65, 12),
                    new Order(20, 65, 50, 15),
                    new Order(4, 12, 58, 17),
                    new Order(20, 95, 20, 30)),
            new Photo(
                    "kodak_19.png",
                    new Order(50, 97, 60, 50),
                    new Order(60, 40, 20, 10),
                    new Order(60, 22, 90, 45),
                    new Order(8, 42, 90, 47),
                    new Order(87, 54, 62, 50)));

    private static final List<Image> IMAGES = new ArrayList<>();
    private static final List<DepthMap> MAPS = new ArrayList<>();

    @BeforeAll
    static void estimate() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with photos");
        try (DepthEstimator estimator = DepthEstimators.bundled()) {
            for (Photo photo : PHOTOS) {
                Image image = Images.read(Path.of(data, "photos", photo.file));
                IMAGES.add(image);
                MAPS.add(estimator.estimate(image));
            }
        }
    }

    @Test
    void everyPixelHasADepthAndDepthsDiffer() {
        for (int i = 0; i < PHOTOS.size(); i++) {
            DepthMap map = MAPS.get(i);
            assertThat(map.size()).isEqualTo(IMAGES.get(i).size());
            assertThat(map.missing()).isZero();
            // Nine tenths of a plain ramp's values span 0.9 of its range; a map of one spike, next to nothing.
            assertThat(span(Range.percentiles(map, 5, 95)))
                    .as(PHOTOS.get(i).file)
                    .isGreaterThan(0.3 * span(Range.minMax(map)));
        }
    }

    private static double span(Range range) {
        return range.high() - range.low();
    }

    @Test
    void whatAViewerTakesForNearerIsNearer() {
        int right = 0;
        int rampRight = 0;
        int rightPhotos = 0;
        for (int i = 0; i < PHOTOS.size(); i++) {
            Photo photo = PHOTOS.get(i);
            List<Order> found = photo.rightIn(MAPS.get(i));
            List<Order> wrong = new ArrayList<>(photo.orders);
            wrong.removeAll(found);
            System.out.printf("%c %s: %d right, wrong %s%n", LETTERS.charAt(i), photo.file, found.size(), wrong);
            right += found.size();
            rightPhotos += wrong.size() <= 1 ? 1 : 0;
            try (DepthEstimator ramp = new VerticalRamp()) {
                rampRight += photo.rightIn(ramp.estimate(IMAGES.get(i))).size();
            }
        }
        System.out.printf("%d right, ramp %d; photos with at most one wrong: %d%n", right, rampRight, rightPhotos);
        assertThat(right).isGreaterThanOrEqualTo(RIGHT).isGreaterThan(rampRight);
        assertThat(rightPhotos).isGreaterThanOrEqualTo(RIGHT_PHOTOS);
    }

    @Test
    void theSheetShowsWhatIsEstimated() throws IOException {
        Sheet sheet = new Sheet(new Size(270, 180), 2, LETTERS);
        for (int i = 0; i < PHOTOS.size(); i++) {
            sheet.add(IMAGES.get(i), MAPS.get(i));
        }
        Path file = Path.of("../docs/models/bundled.jpg");
        DocsPicture.assertShown(sheet.draw(), file);
        assertThat(Files.size(file)).isLessThan(500_000);
    }
}
