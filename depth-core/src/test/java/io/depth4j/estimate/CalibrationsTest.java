package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Calibration;
import io.depth4j.Camera;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CalibrationsTest {

    private static final Size SIZE = new Size(66, 48);
    private static final DepthKind DISPARITY = DepthKind.AFFINE_INVARIANT_INVERSE;

    /** A room from 1 to 5 m, of which a map of some kind was made by a scale and a shift. */
    private record Room(DepthKind kind, double scale, double shift) {

        double metres(int x, int y) {
            return 3 + 1.6 * Math.sin(x / 9.0) + 0.4 * Math.cos(y / 5.0);
        }

        DepthMap map() {
            FloatPlane values = FloatPlane.allocate(SIZE);
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    double target = kind.largerIsNearer() ? 1 / metres(x, y) : metres(x, y);
                    values.set(x, y, (float) ((target - shift) / scale));
                }
            }
            return DepthMap.wrap(values, kind);
        }

        List<KnownDepth> points(int count, long seed, DoubleUnaryOperator measured) {
            Random random = new Random(seed);
            List<KnownDepth> points = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int x = random.nextInt(SIZE.width());
                int y = random.nextInt(SIZE.height());
                points.add(new KnownDepth(x, y, measured.applyAsDouble(metres(x, y))));
            }
            return points;
        }
    }

    private static Room room(DepthKind kind, double scale, double shift) {
        boolean zeroIsKnown = kind == DepthKind.METRIC || kind == DepthKind.SCALE_INVARIANT;
        return new Room(kind, scale, zeroIsKnown ? 0 : shift);
    }

    @Property(tries = 300)
    void exactPointsGiveTheExactNumbers(
            @ForAll DepthKind kind,
            @ForAll @DoubleRange(min = 0.05, max = 20) double scale,
            @ForAll @DoubleRange(min = -1, max = 1) double shift,
            @ForAll @IntRange(min = 5, max = 40) int count,
            @ForAll long seed) {
        Room room = room(kind, scale, shift);
        DepthMap map = room.map();
        List<KnownDepth> points = room.points(count, seed, metres -> metres);
        List<KnownDepth> farAndNear = new ArrayList<>(points);
        farAndNear.add(new KnownDepth(14, 0, room.metres(14, 0)));
        farAndNear.add(new KnownDepth(42, 16, room.metres(42, 16)));

        for (Calibration found :
                List.of(Calibrations.leastSquares(map, farAndNear), Calibrations.ransac(map, farAndNear))) {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.scale()).isCloseTo(scale, within(1e-4 * scale));
            assertThat(found.shift()).isCloseTo(room.shift(), within(1e-4));
            assertThat(found.residual().orElseThrow()).isLessThan(1e-4);
            assertThat((double) found.apply(map).metresAt(30, 20)).isCloseTo(room.metres(30, 20), within(1e-3));
        }
    }

    @Property(tries = 40)
    void fourGrossErrorsInTenSpoilLeastSquaresButNotRansac(
            @ForAll DepthKind kind,
            @ForAll @DoubleRange(min = 0.2, max = 5) double scale,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double shift,
            @ForAll long seed) {
        Room room = room(kind, scale, shift);
        DepthMap map = room.map();
        Random random = new Random(seed);
        List<KnownDepth> points = room.points(
                200,
                seed,
                metres -> random.nextInt(10) < 4
                        ? (random.nextInt(4) > 0 ? 6 + 20 * random.nextDouble() : 0.1 + 0.4 * random.nextDouble())
                        : metres * (1 + 0.005 * random.nextGaussian()));

        assertThat(worstMiss(Calibrations.ransac(map, points), map, room)).isLessThan(0.03);
        assertThat(Calibrations.ransac(map, points)).isEqualTo(Calibrations.ransac(map, points));
        assertThat(Calibrations.ransac(map, points).residual().orElseThrow()).isLessThan(0.03);
        assertThat(missOfLeastSquares(map, points, room)).isGreaterThan(0.15);
    }

    /** The worst share of its distance by which a pixel is missed; infinite where the points are refused. */
    private static double missOfLeastSquares(DepthMap map, List<KnownDepth> points, Room room) {
        try {
            return worstMiss(Calibrations.leastSquares(map, points), map, room);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("contradict the map");
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double worstMiss(Calibration calibration, DepthMap map, Room room) {
        DepthMap metres = calibration.apply(map);
        return IntStream.range(0, SIZE.pixels())
                .mapToDouble(i -> {
                    int x = i % SIZE.width();
                    int y = i / SIZE.width();
                    float found = metres.metresAt(x, y);
                    return Float.isNaN(found)
                            ? Double.POSITIVE_INFINITY
                            : Math.abs(found - room.metres(x, y)) / room.metres(x, y);
                })
                .max()
                .orElseThrow();
    }

    /** The points that the calibration was made from are those that agree with it, and no others. */
    @Property(tries = 40)
    void ransacEndsWithThePointsThatAgreeWithIt(@ForAll DepthKind kind, @ForAll @IntRange(max = 1000) int seed) {
        Room room = room(kind, 0.7, 0.1);
        DepthMap map = room.map();
        Random random = new Random(seed);
        List<KnownDepth> points =
                room.points(60, seed, metres -> metres * Math.max(0.2, 1 + 0.1 * random.nextGaussian()));

        Calibration found = Calibrations.ransac(map, points);

        DepthMap metres = found.apply(map);
        long agreeing = points.stream()
                .filter(point -> Math.abs(metres.metresAt(point.x(), point.y()) - point.metres())
                        <= RansacOptions.defaults().tolerance() * point.metres())
                .count();
        assertThat(found.method()).contains(": " + agreeing + " of 60");
    }

    @Property(tries = 40)
    void theResidualIsTheNoiseOfThePoints(
            @ForAll DepthKind kind, @ForAll @DoubleRange(min = 0.01, max = 0.15) double noise, @ForAll long seed) {
        Room room = room(kind, 0.7, 0.1);
        Random random = new Random(seed);
        List<KnownDepth> points = room.points(2000, seed, metres -> metres + noise * random.nextGaussian());

        Calibration found = Calibrations.leastSquares(room.map(), points);

        assertThat(found.residual().orElseThrow()).isCloseTo(noise, within(0.15 * noise));
    }

    /** With few points the free numbers fit the noise; the residual makes up for them. */
    @Example
    void theResidualCountsWhatTheFitUsedUp() {
        Room room = room(DISPARITY, 0.7, 0.1);
        DepthMap map = room.map();
        Random random = new Random(5);
        double squares = 0;
        int fits = 3000;
        for (int i = 0; i < fits; i++) {
            List<KnownDepth> points = List.of(
                    noisy(room, 14, 3, random),
                    noisy(room, 42, 16, random),
                    noisy(room, 26, 9, random),
                    noisy(room, 60, 30, random));
            double residual = Calibrations.leastSquares(map, points).residual().orElseThrow();
            squares += residual * residual;
        }
        assertThat(Math.sqrt(squares / fits)).isCloseTo(0.01, within(0.0005));
    }

    private static KnownDepth noisy(Room room, int x, int y, Random random) {
        return new KnownDepth(x, y, room.metres(x, y) + 0.01 * random.nextGaussian());
    }

    @Property(tries = 60)
    void noOtherLineLeavesFewerSquaredMetres(
            @ForAll DepthKind kind,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double more,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double higher,
            @ForAll long seed) {
        Room room = room(kind, 0.7, 0.1);
        DepthMap map = room.map();
        Random random = new Random(seed);
        List<KnownDepth> points = room.points(60, seed, metres -> metres * (1 + 0.1 * random.nextGaussian()));

        Calibration found = Calibrations.leastSquares(map, points);
        Calibration other =
                Calibration.of(kind, found.scale() * (1 + more), room.shift() == 0 ? 0 : found.shift() + higher);

        assertThat(squares(found, map, points)).isLessThanOrEqualTo(squares(other, map, points) * (1 + 1e-6));
    }

    private static double squares(Calibration calibration, DepthMap map, List<KnownDepth> points) {
        DepthMap metres = calibration.apply(map);
        return points.stream()
                .mapToDouble(point -> metres.metresAt(point.x(), point.y()) - point.metres())
                .map(error -> error * error)
                .sum();
    }

    @Property(tries = 60)
    void sparseLidarOfAnotherSizeCalibratesDespiteStrayBeams(@ForAll DepthKind kind, @ForAll long seed) {
        Room room = room(kind, 0.4, 0.1);
        DepthMap map = room.map();
        Random random = new Random(seed);
        for (Size size : List.of(SIZE, new Size(22, 16), new Size(198, 144))) {
            FloatPlane lidar = FloatPlane.allocate(size);
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    boolean hit = random.nextInt(10) == 0;
                    // Of three pixels that a wide beam covers, its middle is the second.
                    int seenX = (int) ((x + 0.5) * SIZE.width() / size.width());
                    int seenY = (int) ((y + 0.5) * SIZE.height() / size.height());
                    double metres = room.metres(seenX, seenY);
                    lidar.set(x, y, hit ? (float) (random.nextInt(5) == 0 ? metres + 4 : metres) : Float.NaN);
                }
            }
            Calibration found = Calibrations.lidar(map, lidar);

            assertThat(worstMiss(found, map, room)).isLessThan(1e-3);
            assertThat(found.method()).contains("lidar points").contains(" of " + (size.pixels() - lidar.missing()));
        }
    }

    @Example
    void lidarPassesOverPixelsWithoutDepth() {
        Room room = room(DISPARITY, 0.4, 0.1);
        FloatPlane values = room.map().toPlane();
        FloatPlane lidar = FloatPlane.allocate(SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            lidar.array()[i] = (float) room.metres(i % SIZE.width(), i / SIZE.width());
            values.array()[i] = i % 2 == 0 ? Float.NaN : values.array()[i];
        }
        Calibration found = Calibrations.lidar(DepthMap.wrap(values, DISPARITY), lidar);
        assertThat(found.scale()).isCloseTo(0.4, within(1e-4));
        assertThat(found.method()).contains((SIZE.pixels() / 2) + " of " + (SIZE.pixels() / 2));

        lidar.set(3, 2, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.lidar(room.map(), lidar))
                .withMessageContaining("positive")
                .withMessageContaining("(3, 2)");
    }

    /** Boards that face the camera, each as wide as it looks. */
    @Property(tries = 100)
    void objectsOfKnownSizeTellTheScaleAndTheShift(
            @ForAll DepthKind kind,
            @ForAll DepthAxis axis,
            @ForAll @DoubleRange(min = 0.5, max = 3) double near,
            @ForAll @DoubleRange(min = 4, max = 9) double far,
            @ForAll @DoubleRange(min = 0.1, max = 5) double scale) {
        Camera camera = new Camera(80, 84, 30, 26, Camera.Origin.EXIF);
        double shift = kind == DepthKind.METRIC || kind == DepthKind.SCALE_INVARIANT ? 0 : 0.05;
        FloatPlane values = FloatPlane.allocate(SIZE);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double z = x < 32 ? near : far;
                double u = (x + 0.5 - camera.cx()) / camera.fx();
                double v = (y + 0.5 - camera.cy()) / camera.fy();
                double metres = axis == DepthAxis.Z ? z : z * Math.sqrt(1 + u * u + v * v);
                double target = kind.largerIsNearer() ? 1 / metres : metres;
                values.set(x, y, (float) ((target - shift) / scale));
            }
        }
        DepthMap map = DepthMap.wrap(values, kind).withAxis(axis);
        List<KnownObject> objects = List.of(
                KnownObject.ofWidth(4, 10, 20, 30, 20 * near / 80),
                KnownObject.ofHeight(40, 5, 10, 36, 36 * far / 84),
                new KnownObject(34, 8, 54, 29, far * Math.hypot(20 / 80.0, 21 / 84.0)));

        Calibration found = Calibrations.knownObjects(map, objects, camera);

        assertThat(found.scale()).isCloseTo(scale, within(1e-3 * scale));
        assertThat(found.shift()).isCloseTo(shift, within(1e-3));
        assertThat(found.residual().orElseThrow()).isLessThan(1e-3);
        assertThat(found.method()).isEqualTo("least squares over 3 known objects, camera from EXIF");
        assertThat(found.apply(map).source().alignment()).contains("camera from EXIF");
    }

    @Example
    void whatStandsBeforeOrBesideAnObjectDoesNotCount() {
        FloatPlane values = FloatPlane.allocate(SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            int x = i % SIZE.width();
            boolean pole = x >= 20 && x < 24;
            boolean beside = x < 12 || x >= 28;
            values.array()[i] = x == 15 ? Float.NaN : pole ? 0.5f : beside ? 9 : 2;
        }
        Camera camera = new Camera(100, 100, 33, 24, Camera.Origin.GIVEN);
        // Marked two pixels too far to either side, 20 pixels for 1 m: at 5 m.
        List<KnownObject> board = List.of(KnownObject.ofWidth(10, 10, 20, 10, 1));

        Calibration found = Calibrations.knownObjects(DepthMap.wrap(values, DepthKind.SCALE_INVARIANT), board, camera);

        assertThat(found.scale()).isCloseTo(2.5, within(1e-6));
    }

    @Example
    void oneObjectIsEnoughForAScaleOnly() {
        DepthMap map = room(DepthKind.SCALE_INVARIANT, 2, 0).map();
        Camera camera = Camera.ofHorizontalFieldOfView(SIZE, 60);
        List<KnownObject> one = List.of(KnownObject.ofWidth(4, 10, 1, 30, 1));

        Calibration found = Calibrations.knownObjects(map, one, camera);
        assertThat(found.residual()).isEmpty();
        assertThat((double) found.apply(map).metresAt(4, 25)).isCloseTo(camera.fx(), within(1e-3));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Calibrations.knownObjects(room(DISPARITY, 2, 0).map(), one, camera))
                .withMessage("A map of AFFINE_INVARIANT_INVERSE (disparity up to scale and shift) takes 2 or more known"
                        + " objects, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Calibrations.knownObjects(map, List.of(KnownObject.ofWidth(50, 10, 20, 30, 1)), camera))
                .withMessageContaining("outside the map of 66×48");
    }

    @Example
    void noPointToSpareMeansNoResidual() {
        Room room = room(DISPARITY, 0.7, 0.1);
        List<KnownDepth> two =
                List.of(new KnownDepth(14, 0, room.metres(14, 0)), new KnownDepth(42, 16, room.metres(42, 16)));
        assertThat(Calibrations.leastSquares(room.map(), two).residual()).isEmpty();
    }

    @Example
    void tooFewPointsAreRefusedWithTheNumberNeeded() {
        DepthMap map = room(DISPARITY, 0.7, 0.1).map();
        List<KnownDepth> two = List.of(new KnownDepth(1, 1, 1), new KnownDepth(40, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(map, two.subList(0, 1)))
                .withMessageContaining("takes 2 or more known points, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Calibrations.leastSquares(room(DepthKind.METRIC, 1, 0).map(), List.of()))
                .withMessageContaining("takes 1 or more known points, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.ransac(map, two))
                .withMessageContaining("takes 3 or more known points for RANSAC, found 2");
    }

    @Example
    void pointsWithoutAPixelOrWithoutDepthAreNamed() {
        Room room = room(DISPARITY, 0.7, 0.1);
        FloatPlane holed = room.map().toPlane();
        holed.set(5, 6, Float.NaN);
        DepthMap map = DepthMap.wrap(holed, DISPARITY);
        KnownDepth good = new KnownDepth(1, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(map, List.of(good, new KnownDepth(66, 0, 2))))
                .withMessage("A known point lies at (66, 0), outside the map of 66×48 pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(map, List.of(good, new KnownDepth(5, 6, 2))))
                .withMessage("The map has no depth at the known point (5, 6), found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnownDepth(5, 6, -2))
                .withMessageContaining("found -2.0 m at (5, 6)");
    }

    @Example
    void pointsThatCannotTellScaleFromShiftAreRefused() {
        Room room = room(DISPARITY, 0.7, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(room.map(), room.points(20, 1, metres -> 2.5)))
                .withMessageContaining("All 20 known points lie at one depth");
        KnownDepth point = new KnownDepth(7, 7, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.ransac(room.map(), List.of(point, point, new KnownDepth(7, 7, 3))))
                .withMessageContaining("one value at all 3 known points");
    }

    @Example
    void aMapOfTheOtherDirectionIsRefused() {
        Room room = room(DISPARITY, 0.7, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(room.map(), room.points(30, 1, metres -> 6 - metres)))
                .withMessageContaining("positive scale was expected, found -")
                .withMessageContaining("larger is farther");
        DepthMap turned = DepthMap.of(room.map().toPlane(), DepthKind.AFFINE_INVARIANT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.leastSquares(turned, room.points(30, 1, metres -> metres)))
                .withMessageContaining("larger is nearer");
    }

    @Example
    void pointsOfWhichHardlyTwoAgreeAreRefused() {
        Room room = room(DISPARITY, 0.7, 0.1);
        Random random = new Random(3);
        List<KnownDepth> wild = room.points(12, 1, metres -> Math.exp(12 * random.nextDouble()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.ransac(
                        room.map(), wild, RansacOptions.defaults().withTolerance(0.0001)))
                .withMessageContaining("No line brings more than 2 of the 12 known points");
    }

    @Example
    void anObjectThatReachesFarBeyondTheMapIsRefused() {
        Room room = room(DepthKind.METRIC, 1, 0);
        Camera camera = Camera.ofHorizontalFieldOfView(room.map().size(), 60);
        KnownObject far = new KnownObject(1, 1, 2e9, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibrations.knownObjects(room.map(), List.of(far), camera))
                .withMessageContaining("outside the map");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnownObject(Double.NEGATIVE_INFINITY, 1, 3, 1, 1))
                .withMessageContaining("Infinity");
    }
}
