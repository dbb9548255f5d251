package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.Cancellation;
import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.DepthSource;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import io.depth4j.internal.tiles.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TilesTest {

    private static final System.Logger LOG = System.getLogger("tiles");
    private static final Size SIZE = new Size(1000, 760);
    private static final TileOptions SMALL = TileOptions.defaults().withSide(256);
    private static final LayeredScene SCENE = new LayeredScene(0.2);
    private static final Image PICTURE = SCENE.picture(SIZE);
    private static final FloatPlane TRUTH = SCENE.truth(SIZE);

    @ParameterizedTest
    @EnumSource(DepthKind.class)
    void edgesAreSharperThanTheWholePictureAloneShowsThemAndNoSeamIsSeen(DepthKind kind) {
        SceneNetwork network = new SceneNetwork(SCENE, PICTURE, kind, 0.15);
        FloatPlane whole = network.estimate(PICTURE).toPlane();
        FloatPlane pasted = pasted(network);

        FloatPlane tiled = Tiles.over(network, SMALL).estimate(PICTURE).toPlane();

        double seam = seam(tiled);
        double edges = SCENE.edgeError(tiled, TRUTH, 8);
        double wholeEdges = SCENE.edgeError(whole, TRUTH, 8);
        LOG.log(
                System.Logger.Level.INFO,
                "{0}: seam {1}, pasted {2}, truth {3}; edge error {4}, whole {5}; error {6}, whole {7}",
                kind,
                seam,
                seam(pasted),
                seam(TRUTH),
                edges,
                wholeEdges,
                error(tiled),
                error(whole));
        assertThat(tiled.missing()).isZero();
        assertThat(seam).isLessThan(1.2 * seam(TRUTH));
        assertThat(seam(pasted)).isGreaterThan(20 * seam);
        assertThat(edges).isLessThan(wholeEdges / 2);
        assertThat(error(tiled)).isLessThan(error(whole) / 2);
    }

    /**
     * The mean jump to the pixel before, across lines where tiles begin, meet and end, as a multiple of that elsewhere. Where
     * surfaces meet the truth jumps, and nothing is counted.
     */
    private static double seam(FloatPlane map) {
        boolean[] edges = SCENE.nearEdges(SIZE, 24);
        double[] sums = new double[2];
        int[] counts = new int[2];
        Set<Integer> columns = lines(SIZE.width());
        Set<Integer> rows = lines(SIZE.height());
        for (int y = 1; y < SIZE.height(); y++) {
            for (int x = 1; x < SIZE.width(); x++) {
                if (!edges[y * SIZE.width() + x]) {
                    int across = columns.contains(x) ? 1 : 0;
                    sums[across] += Math.abs(map.at(x, y) - map.at(x - 1, y));
                    counts[across]++;
                    int down = rows.contains(y) ? 1 : 0;
                    sums[down] += Math.abs(map.at(x, y) - map.at(x, y - 1));
                    counts[down]++;
                }
            }
        }
        return sums[1] / counts[1] / (sums[0] / counts[0]);
    }

    private static Set<Integer> lines(int total) {
        return Span.cover(total, SMALL.side(), 64).stream()
                .filter(span -> span.joint() > 0)
                .flatMap(span -> Stream.of(span.start(), span.start() + span.joint() / 2, span.start() + span.joint()))
                .collect(Collectors.toSet());
    }

    /** Each tile as the network gives it, cut in the middle of its joints. */
    private static FloatPlane pasted(SceneNetwork network) {
        FloatPlane result = FloatPlane.allocate(SIZE);
        for (Span down : Span.cover(SIZE.height(), SMALL.side(), 64)) {
            for (Span across : Span.cover(SIZE.width(), SMALL.side(), 64)) {
                Image region = PICTURE.region(across.start(), down.start(), new Size(across.length(), down.length()));
                FloatPlane tile = network.estimate(region).toPlane();
                for (int y = down.joint() / 2; y < down.length(); y++) {
                    for (int x = across.joint() / 2; x < across.length(); x++) {
                        result.set(across.start() + x, down.start() + y, tile.at(x, y));
                    }
                }
            }
        }
        return result;
    }

    private static double error(FloatPlane map) {
        return error(map, TRUTH);
    }

    private static double error(FloatPlane map, FloatPlane truth) {
        double sum = 0;
        for (int i = 0; i < map.array().length; i++) {
            sum += Math.abs(map.array()[i] - truth.array()[i]);
        }
        return sum / map.array().length;
    }

    @Test
    void aPictureNoLargerThanATileIsEstimatedAsEver() {
        Size size = new Size(256, 200);
        SceneNetwork network = network(SCENE.picture(size));

        DepthMap map = Tiles.over(network, SMALL).estimate(SCENE.picture(size));

        assertThat(network.calls()).hasSize(1);
        assertThat(map.size()).isEqualTo(size);
        assertThat(map.source()).isEqualTo(DepthSource.unknown());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "16, 16, 1", "17, 1, 3", "1, 100, 9", "40, 17, 7", "300, 2, 26"})
    void everySizeIsCovered(int width, int height, int runs) {
        Image picture = SCENE.picture(new Size(width, height));
        SceneNetwork network = network(picture);

        DepthMap map = Tiles.over(network, SMALL.withSide(16)).estimate(picture);

        assertThat(map.size()).isEqualTo(picture.size());
        assertThat(map.missing()).isZero();
        assertThat(network.calls()).hasSize(runs);
    }

    @Test
    void whatTheNetworkMissesIsMissingAndNowhereElse() {
        SceneNetwork network = new SceneNetwork(SCENE, PICTURE, DepthKind.AFFINE_INVARIANT_INVERSE, 0.1) {
            @Override
            public DepthMap estimate(Image image, EstimateOptions options) {
                DepthMap map = super.estimate(image, options);
                FloatPlane holes = map.toPlane();
                for (int y = 0; y < map.height(); y++) {
                    for (int x = 0; x < map.width(); x++) {
                        if (isHole(fromLeft(image) + x * image.width() / map.width())) {
                            holes.set(x, y, Float.NaN);
                        }
                    }
                }
                return map.withValues(holes);
            }
        };

        DepthMap map = Tiles.over(network, SMALL).estimate(PICTURE);

        for (int y = 0; y < SIZE.height(); y += 7) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(Float.isNaN(map.at(x, y))).isEqualTo(isHole(x));
            }
        }
    }

    private static boolean isHole(int x) {
        return x > 390 && x < 520;
    }

    private static int fromLeft(Image part) {
        return part.offset(0) % PICTURE.rowStride() / 3;
    }

    @Test
    void aTileThatShowsSomethingElseIsLeftAsTheWholePictureHasIt() {
        SceneNetwork network = new SceneNetwork(SCENE, PICTURE, DepthKind.AFFINE_INVARIANT, 0.05) {
            @Override
            public DepthMap estimate(Image image, EstimateOptions options) {
                DepthMap map = super.estimate(image, options);
                return isWhole(image) || image.offset(0) != 0 ? map : map.withValues(noise(map.size()));
            }
        };
        FloatPlane whole = network.estimate(PICTURE).toPlane();

        DepthMap map = Tiles.over(network, SMALL).estimate(PICTURE);

        assertThat(map.source().alignment()).contains("19 joined").contains("1 left");
        for (int i = 0; i < 180; i++) {
            assertThat(map.at(i, i)).isCloseTo(whole.at(i, i), within(0.1f));
        }
    }

    private static FloatPlane noise(Size size) {
        SplittableRandom random = new SplittableRandom(1);
        FloatPlane plane = FloatPlane.allocate(size);
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = (float) random.nextDouble(100);
        }
        return plane;
    }

    @Test
    void aMapOfAnotherSizeIsThatOfTheResizedPicture() {
        Size size = new Size(500, 380);
        Image resized = FrameResizers.area().resize(PICTURE, size);
        FloatPlane expected =
                Tiles.over(network(resized), SMALL).estimate(resized).toPlane();
        FloatPlane into = FloatPlane.allocate(size);

        DepthMap map = Tiles.over(new OnResized(resized), SMALL)
                .estimate(PICTURE, EstimateOptions.defaults().withSize(size));
        Tiles.over(new OnResized(resized), SMALL).estimateInto(PICTURE, into);

        assertThat(map.size()).isEqualTo(size);
        assertThat(error(map.toPlane(), SCENE.truth(size))).isLessThan(0.1);
        assertThat(error(into, expected)).isLessThan(0.05);
    }

    /** Sees the parts of the resized picture, and the picture itself, which it takes for that. */
    private static final class OnResized extends SceneNetwork {

        private final Image resized;

        OnResized(Image resized) {
            super(SCENE, resized, DepthKind.AFFINE_INVARIANT, 0.05);
            this.resized = resized;
        }

        @Override
        public DepthMap estimate(Image image, EstimateOptions options) {
            return super.estimate(image.size().equals(SIZE) ? resized : image, options);
        }
    }

    @Test
    void everyTileIsToldItsOwnCamera() {
        SceneNetwork network = network(PICTURE);
        Camera camera = new Camera(900, 910, 480, 390, Camera.Origin.EXIF);

        Tiles.over(network, SMALL).estimate(PICTURE, EstimateOptions.defaults().withCamera(camera));

        List<EstimateOptions> calls = network.calls();
        assertThat(calls.get(0).camera()).contains(camera);
        assertThat(calls.get(1).camera()).contains(camera);
        Span last = Span.cover(1000, 256, 64).get(4);
        assertThat(calls.get(5).camera()).contains(new Camera(900, 910, 480 - last.start(), 390, Camera.Origin.EXIF));
    }

    @Test
    void progressIsToldOfEveryRun() {
        List<String> told = new ArrayList<>();

        Tiles.over(network(PICTURE), SMALL.withProgress((done, all) -> told.add(done + "/" + all)))
                .estimate(PICTURE);

        assertThat(told).hasSize(21).startsWith("1/21", "2/21").endsWith("21/21");
    }

    @Test
    void aCancellationInTheMiddleEndsIt() {
        Cancellation cancellation = new Cancellation();
        SceneNetwork network = network(PICTURE);
        Tiles tiles = Tiles.over(network, SMALL.withProgress((done, all) -> {
            if (done == 5) {
                cancellation.cancel("enough");
            }
        }));

        assertThatThrownBy(
                        () -> tiles.estimate(PICTURE, EstimateOptions.defaults().withCancellation(cancellation)))
                .isInstanceOf(StoppedException.class)
                .hasMessageContaining("enough");
        assertThat(network.calls()).hasSize(5);
    }

    @Test
    @Timeout(20)
    void aDeadlineHoldsForAllTilesTogether() {
        SceneNetwork slow = new SceneNetwork(SCENE, PICTURE, DepthKind.METRIC, 0) {
            @Override
            public DepthMap estimate(Image image, EstimateOptions options) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                return super.estimate(image, options);
            }
        };

        assertThatThrownBy(() -> Tiles.over(slow, SMALL)
                        .estimate(PICTURE, EstimateOptions.defaults().withDeadline(Duration.ofMillis(600))))
                .isInstanceOf(StoppedException.class)
                .hasMessageContaining("600 ms");
        assertThat(slow.calls()).hasSizeBetween(1, 7);
    }

    @Test
    @Timeout(20)
    void whatTheEstimatorThrowsInTheMiddleIsThrownAndTheNextPictureIsEstimated() {
        AtomicInteger left = new AtomicInteger(3);
        SceneNetwork network = new SceneNetwork(SCENE, PICTURE, DepthKind.METRIC, 0) {
            @Override
            public DepthMap estimate(Image image, EstimateOptions options) {
                if (left.getAndDecrement() == 0) {
                    throw new DepthException("the network broke");
                }
                return super.estimate(image, options);
            }
        };
        try (Tiles tiles = Tiles.over(network, SMALL)) {
            assertThatThrownBy(() -> tiles.estimate(PICTURE))
                    .isInstanceOf(DepthException.class)
                    .hasMessage("the network broke");
            assertThat(tiles.estimate(PICTURE).missing()).isZero();
        }
        assertThat(network.isClosed()).isTrue();
    }

    @Test
    @Timeout(20)
    void closingWaitsForThePictureInFlight() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        SceneNetwork network = network(PICTURE);
        Tiles tiles = Tiles.over(network, SMALL.withProgress((done, all) -> begun.countDown()));
        CompletableFuture<DepthMap> map = CompletableFuture.supplyAsync(() -> tiles.estimate(PICTURE));
        begun.await();

        tiles.close();
        tiles.close();

        assertThat(map.get().missing()).isZero();
        assertThat(network.calls()).hasSize(21);
        assertThatThrownBy(() -> tiles.estimate(PICTURE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void severalThreadsGetWhatOneGets() {
        Tiles tiles = Tiles.over(network(PICTURE), SMALL);
        FloatPlane expected = tiles.estimate(PICTURE).toPlane();

        List<DepthMap> maps = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> tiles.estimate(PICTURE))
                .toList();

        assertThat(maps).allMatch(map -> map.toPlane().sameAs(expected));
        assertThat(tiles.estimateAll(List.of(PICTURE, PICTURE)))
                .hasSize(2)
                .allMatch(map -> map.toPlane().sameAs(expected));
    }

    @Test
    void optionsThatMakeNoTilesAreRefused() {
        TileOptions options = TileOptions.defaults();

        assertThatThrownBy(() -> options.withSide(15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withOverlap(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withOverlap(0.51)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withOverlap(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SceneNetwork network(Image picture) {
        return new SceneNetwork(SCENE, picture, DepthKind.AFFINE_INVARIANT, 0.05);
    }
}
