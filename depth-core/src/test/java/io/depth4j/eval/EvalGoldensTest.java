package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with NumPy and SciPy; {@code eval_goldens.py} makes the goldens. */
class EvalGoldensTest {

    /**
     * One scene under one protocol.
     *
     * @param sample that chance drew, for the aligners that it has a part in
     */
    private record Golden(String[] protocol, int[] sample, double[] line, double[] metrics) {

        Size size() {
            return new Size(Integer.parseInt(protocol[2]), Integer.parseInt(protocol[3]));
        }

        Protocol toProtocol(Aligner aligner) {
            double far = protocol[8].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(protocol[8]);
            return new Protocol(
                    aligner,
                    Space.valueOf(protocol[6]),
                    new Cap(Double.parseDouble(protocol[7]), far),
                    Crop.valueOf(protocol[9]),
                    Clamp.valueOf(protocol[10]));
        }

        @Override
        public String toString() {
            return String.join(" ", protocol);
        }
    }

    static Stream<Golden> direct() {
        return goldens().stream().filter(golden -> golden.sample.length == 0);
    }

    static Stream<Golden> sampled() {
        return goldens().stream().filter(golden -> golden.sample.length > 0);
    }

    @ParameterizedTest
    @MethodSource("direct")
    void metricsAfterAlignmentAreThoseOfNumPy(Golden golden) {
        Scene scene = Scene.of(golden);
        Evaluation found =
                golden.toProtocol(Aligner.Direct.valueOf(golden.protocol[5])).evaluate(scene.estimate, scene.known);

        assertClose(found.line().scale(), golden.line[0], 1e-9, "scale");
        assertClose(found.line().shift(), golden.line[1], 1e-9, "shift");
        assertThat(found.scores().pixels()).isEqualTo((long) golden.line[2]);
        assertThat(found.scores().missed()).isEqualTo((long) golden.line[3]);
        int next = 0;
        for (Metric metric : Metric.values()) {
            assertClose(found.scores().of(metric), golden.metrics[next++], 1e-9, metric.label());
        }
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void aSampleThatIsReplayedGivesTheLineOfNumPy(Golden golden) {
        Scene scene = Scene.of(golden);
        double[][] pairs = scene.pairs(Space.valueOf(golden.protocol[6]));
        Line line = golden.protocol[5].equals("RANSAC")
                ? Fit.ransac(pairs[0], pairs[1], 0.1, golden.sample)
                : LeastRelativeError.line(pairs[0], pairs[1], golden.sample);

        assertThat(pairs[0]).hasSize((int) golden.line[2]);
        assertClose(line.scale(), golden.line[0], 1e-6, "scale");
        assertClose(line.shift(), golden.line[1], 1e-6, "shift");
    }

    @Test
    void boundaryF1IsThatOfNumPy() {
        List<String[]> cases = lines("boundary");
        assertThat(cases).hasSize(2);
        for (String[] each : cases) {
            Size size = new Size(Integer.parseInt(each[2]), Integer.parseInt(each[3]));
            double[] u = noise(Integer.parseInt(each[1]), 3 * size.pixels());
            FloatPlane known = FloatPlane.allocate(size);
            FloatPlane estimate = FloatPlane.allocate(size);
            for (int i = 0; i < size.pixels(); i++) {
                double step = i % size.width() / 5 + 2 * (i / size.width() / 7);
                known.array()[i] = (float) (1 + step * 0.25 + 0.02 * u[i]);
                double wrong = u[2 * size.pixels() + i] < 0.05 ? 1.15 : 1.0;
                estimate.array()[i] =
                        (float) (wrong * (2 * (double) known.array()[i] * (0.98 + 0.04 * u[size.pixels() + i])));
            }
            double found = BoundaryF1.of(
                    DepthMap.wrap(estimate, DepthKind.SCALE_INVARIANT), DepthMap.wrap(known, DepthKind.METRIC));
            assertThat(found)
                    .isCloseTo(Double.parseDouble(each[4]), within(1e-12))
                    .isBetween(0.1, 0.9);
        }
    }

    @Test
    void boundaryRecallIsThatOfNumPy() {
        List<String[]> cases = lines("recall");
        assertThat(cases).hasSize(2);
        for (String[] each : cases) {
            Size size = new Size(Integer.parseInt(each[2]), Integer.parseInt(each[3]));
            double[] u = noise(Integer.parseInt(each[1]), 4 * size.pixels());
            FloatPlane alpha = FloatPlane.allocate(size);
            FloatPlane estimate = FloatPlane.allocate(size);
            for (int i = 0; i < size.pixels(); i++) {
                int x = i % size.width();
                int y = i / size.width();
                double across = x - size.width() / 2.0;
                double down = y - size.height() / 2.0;
                double r = across * across / (size.width() / 3.0 * (size.width() / 3.0))
                        + down * down / (size.height() / 3.0 * (size.height() / 3.0));
                alpha.array()[i] = (float) (r < 1 ? 0.08 + 0.9 * u[i] : 0.105 * u[i]);
                double smeared = r < 1 ? 1 : r < 1.3 * u[2 * size.pixels() + i] ? 1.2 : 1.4;
                estimate.array()[i] = (float) (smeared * (0.96 + 0.08 * u[size.pixels() + i]));
            }
            assertThat(BoundaryRecall.of(DepthMap.wrap(estimate, DepthKind.SCALE_INVARIANT), alpha))
                    .isCloseTo(Double.parseDouble(each[4]), within(1e-12))
                    .isBetween(0.1, 0.9);
        }
    }

    private static void assertClose(double found, double expected, double tolerance, String what) {
        if (Double.isNaN(expected)) {
            assertThat(found).as(what).isNaN();
        } else {
            assertThat(found).as(what).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        }
    }

    /** What the script calls a scene, made again. */
    private record Scene(DepthMap estimate, DepthMap known) {

        static Scene of(Golden golden) {
            Size size = golden.size();
            int n = size.pixels();
            double[] u = noise(Integer.parseInt(golden.protocol[1]), 4 * n);
            FloatPlane known = FloatPlane.allocate(size);
            FloatPlane estimate = FloatPlane.allocate(size);
            String kind = golden.protocol[4];
            for (int i = 0; i < n; i++) {
                float metres = (float) (0.25 + 90 * u[i] * u[i] * u[i]);
                double exact = metres;
                double wrong = u[2 * n + i] < 0.1 ? 3 * u[n + i] : 0.8 + 0.4 * u[n + i];
                double value = switch (kind) {
                    case "METRIC" -> exact * wrong;
                    case "SCALE_INVARIANT" -> 0.125 * exact * wrong;
                    case "AFFINE_INVARIANT" -> 0.5 * exact * wrong - 3;
                    case "AFFINE_INVARIANT_INVERSE" -> 2 / exact * wrong + 0.5;
                    default -> 100 - exact;
                };
                known.array()[i] = u[3 * n + i] < 0.1 ? Float.NaN : metres;
                estimate.array()[i] = u[3 * n + i] > 0.95 ? Float.NaN : (float) value;
            }
            DepthKind given = kind.equals("REVERSED") ? DepthKind.METRIC : DepthKind.valueOf(kind);
            return new Scene(DepthMap.wrap(estimate, given), DepthMap.wrap(known, DepthKind.METRIC));
        }

        /** Estimates and known values that come in pairs, in a space that the estimate is in already. */
        double[][] pairs(Space space) {
            List<double[]> points = new ArrayList<>();
            for (int y = 0; y < known.height(); y++) {
                for (int x = 0; x < known.width(); x++) {
                    double metres = known.at(x, y);
                    double value = estimate.at(x, y);
                    if (!Double.isNaN(metres) && !Double.isNaN(value)) {
                        points.add(new double[] {value, space == Space.DISPARITY ? 1 / metres : metres});
                    }
                }
            }
            return new double[][] {
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray()
            };
        }
    }

    private static double[] noise(int seed, int count) {
        double[] out = new double[count];
        int x = seed;
        for (int i = 0; i < count; i++) {
            x = x * 1664525 + 1013904223;
            out[i] = (x >>> 8) / (double) (1 << 24);
        }
        return out;
    }

    private static List<Golden> goldens() {
        List<String[]> samples = lines("sample");
        List<String[]> found = lines("line");
        List<String[]> metrics = lines("metrics");
        List<Golden> goldens = new ArrayList<>();
        for (String[] protocol : lines("case")) {
            int i = goldens.size();
            goldens.add(new Golden(
                    protocol,
                    Arrays.stream(samples.get(i))
                            .skip(1)
                            .mapToInt(Integer::parseInt)
                            .toArray(),
                    numbers(found.get(i)),
                    numbers(metrics.get(i))));
        }
        assertThat(goldens).hasSize(20);
        return goldens;
    }

    private static double[] numbers(String[] line) {
        return Arrays.stream(line)
                .skip(1)
                .mapToDouble(each -> each.equals("nan") ? Double.NaN : Double.parseDouble(each))
                .toArray();
    }

    private static List<String[]> lines(String first) {
        try {
            Path file =
                    Path.of(Objects.requireNonNull(EvalGoldensTest.class.getResource("/io/depth4j/eval-goldens.txt"))
                            .toURI());
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals(first))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
