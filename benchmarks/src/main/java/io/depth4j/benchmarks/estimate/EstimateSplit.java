package io.depth4j.benchmarks.estimate;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.benchmarks.Arguments;
import io.depth4j.benchmarks.UsageException;
import io.depth4j.benchmarks.estimate.ByHand.Parts;
import io.depth4j.io.Images;
import io.depth4j.model.ModelCatalog;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Times an estimate at 640×480 beside the network's run alone, our kernels alone, and other ways to run the same network. */
public final class EstimateSplit {

    private static final String HELP = """
            Times depth4j with FastDepth at 640×480 in memory, in turns with what it is made of, with ONNX Runtime used as tutorials show, and with OpenCV's dnn; one thread each.

              --data DIR       the folder with models/fastdepth-224.onnx (default: -Ddepth4j.data)
              --rounds N       how many times each is measured (default: 31)
              --help           prints this
            For Python beside it: python benchmarks/src/main/python/estimate.py DIR/models/fastdepth-224.onnx""";

    private static final Size PICTURE = new Size(640, 480);
    private static final int WARM_UP = 400;

    /** As in a loop over pictures: with the caches as such a loop finds them, not as another way has left them. */
    private static final int IN_A_ROW = 20;

    /** Runs that are not timed, until the caches are the way's own. */
    private static final int TO_SETTLE = 3;

    private static final double TOLERANCE = 0.05;

    private EstimateSplit() {}

    public static int run(String[] arguments, PrintStream out) throws Exception {
        Arguments given = Arguments.parse(arguments, Set.of("--data", "--rounds"));
        if (given.help()) {
            out.println(HELP);
            return 0;
        }
        Path data = given.path("--data").orElse(Path.of(System.getProperty("depth4j.data", "")));
        Path network = data.resolve("models").resolve("fastdepth-224.onnx");
        if (!Files.isRegularFile(network)) {
            throw new UsageException(
                    "Expected a folder with models/fastdepth-224.onnx after --data, found '" + data + "'");
        }
        measure(network, Integer.parseInt(given.last("--rounds").orElse("31")), out);
        return 0;
    }

    private static void measure(Path network, int rounds, PrintStream out) throws Exception {
        Image picture = picture();
        try (Way ours = new Library(network, picture)) {
            try (ByHand byHand = new ByHand(network, ModelCatalog.named("fastdepth-nyu"), picture)) {
                split(ours, byHand, rounds, out);
            }
            try (Way tutorial = new Tutorial(network, Images.toBufferedImage(picture));
                    Way dnn = new OpenCvDnn(network, picture.width(), picture.height(), picture.array())) {
                compare(ours, tutorial, dnn, rounds, out);
            }
        }
    }

    /** What an estimate is made of, before others have used the machine. */
    private static void split(Way ours, ByHand byHand, int rounds, PrintStream out) throws Exception {
        List<Way> ways = List.of(ours, byHand);
        requireAgreement(ways);
        warmUp(ways);
        Parts[] parts = new Parts[rounds];
        double[] rest = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double[] millis = turns(ways, round);
            parts[round] = byHand.parts();
            rest[round] = millis[0] - parts[round].sum();
        }
        double run = median(parts, Parts::run);
        out.printf("  before the run, our kernels    %7.2f ms%n", median(parts, Parts::prepare));
        out.printf("  OrtSession.run                 %7.2f ms%n", run);
        out.printf("  after the run, our kernels     %7.2f ms%n", median(parts, Parts::finish));
        out.printf(
                "  what else there is in estimate %7.2f ms, %.1f %% of the run (at most 5 %%)%n",
                median(rest), 100 * median(rest) / run);
    }

    private static void compare(Way ours, Way tutorial, Way dnn, int rounds, PrintStream out) throws Exception {
        List<Way> ways = List.of(ours, tutorial, dnn);
        requireAgreement(ways);
        warmUp(ways);
        double[][] millis = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            millis[round] = turns(ways, round);
        }
        double[] medians = new double[ways.size()];
        for (int w = 0; w < medians.length; w++) {
            int way = w;
            medians[w] =
                    median(Arrays.stream(millis).mapToDouble(each -> each[way]).toArray());
            out.printf("%-32s %7.2f ms%n", ways.get(w).name(), medians[w]);
        }
        out.printf("faster than as in tutorials      %7.2f× (at least 2)%n", medians[1] / medians[0]);
        out.printf("faster than OpenCV's dnn         %7.2f×%n", medians[2] / medians[0]);
    }

    /** Milliseconds of each; who goes first changes, so that nobody always finds the machine as the same other left it. */
    private static double[] turns(List<Way> ways, int round) throws Exception {
        double[] millis = new double[ways.size()];
        for (int w = 0; w < millis.length; w++) {
            int turn = (w + round) % millis.length;
            millis[turn] = millis(ways.get(turn));
        }
        return millis;
    }

    /** Smooth, so that resizes which differ see nearly the same. */
    private static Image picture() {
        Image picture = Image.allocate(PICTURE, PixelFormat.RGB24);
        Random random = new Random(1);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int p = picture.offset(y) + 3 * x;
                picture.array()[p] = (byte) (90 + 80 * Math.sin(x / 90.0) + random.nextInt(3));
                picture.array()[p + 1] = (byte) (100 + 70 * Math.cos(y / 70.0) + random.nextInt(3));
                picture.array()[p + 2] = (byte) (80 + 60 * Math.sin((x + y) / 110.0) + random.nextInt(3));
            }
        }
        return picture;
    }

    private static void requireAgreement(List<Way> ways) throws Exception {
        double expected = ways.get(0).result();
        for (Way way : ways) {
            double found = way.result();
            if (!(Math.abs(found - expected) <= TOLERANCE * Math.abs(expected))) {
                throw new IllegalStateException(
                        way.name() + " gives " + found + " in the middle, depth4j gives " + expected);
            }
        }
    }

    private static void warmUp(List<Way> ways) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            for (Way way : ways) {
                way.run();
            }
        }
    }

    private static double median(Parts[] parts, ToDoubleFunction<Parts> of) {
        return median(Arrays.stream(parts).mapToDouble(of).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(Way way) throws Exception {
        for (int run = 0; run < TO_SETTLE; run++) {
            way.run();
        }
        way.settled();
        long start = System.nanoTime();
        for (int run = 0; run < IN_A_ROW; run++) {
            way.run();
        }
        return (System.nanoTime() - start) / 1e6 / IN_A_ROW;
    }
}
