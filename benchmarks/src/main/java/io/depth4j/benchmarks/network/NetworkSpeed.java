package io.depth4j.benchmarks.network;

import io.depth4j.Size;
import io.depth4j.benchmarks.ChildJvm;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.contest.Scene;
import io.depth4j.io.Images;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Times the network that comes with the library: by both engines, with the vector module and without, and the first estimate. */
public final class NetworkSpeed {

    private static final String HELP = """
            Times the network that comes with the library on a picture of 256×192: the engine in Java in turns with ONNX Runtime,
            one thread each, the network's run alone; with the vector module, then without it, each in a JVM of its own. Then the
            first estimate of fresh JVMs. Exit code 0: all within their bars; 1: not all; 2: called wrongly, the engines disagree,
            or not finished.

              --photo FILE     what the network sees (default: a rendered scene of 1 megapixel, as JPEG)
              --network FILE   another ONNX file of that network, in its place
              --help           prints this""";

    private static final List<String> VECTOR_MODULE = List.of("--add-modules", "jdk.incubator.vector");
    private static final List<List<String>> LEGS = List.of(VECTOR_MODULE, List.of());

    private static final Size SCENE = new Size(1152, 864);
    private static final int STARTS = 7;
    private static final int AIM = 2;

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NOT_FINISHED = 2;

    private NetworkSpeed() {}

    public static int run(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        Subject given = Subject.parse(arguments);
        if (given.help()) {
            out.println(HELP);
            return PASSED;
        }
        Path scratch = Files.createTempDirectory("network");
        Path scene = scratch.resolve("scene.jpg");
        Path figures = scratch.resolve("figures.json");
        try {
            if (given.photo().isEmpty()) {
                Images.write(Scene.render(SCENE), scene);
            }
            return measure(given, given.orPhoto(scene), figures, out);
        } finally {
            Files.deleteIfExists(figures);
            Files.deleteIfExists(scene);
            Files.delete(scratch);
        }
    }

    private static int measure(Subject given, Subject subject, Path figures, PrintStream out)
            throws IOException, InterruptedException {
        heading(given, out);
        List<Turns> legs = new ArrayList<>();
        for (List<String> module : LEGS) {
            Optional<Turns> leg = turns(module, subject, figures);
            if (leg.isEmpty()) {
                out.println("network: not finished");
                return NOT_FINISHED;
            }
            legs.add(leg.get());
        }
        List<Bound> bars = new ArrayList<>(both(legs, out));
        bars.addAll(first(legs, firstEstimates(subject), out));
        return conclude(bars, out);
    }

    /** Prints both engines' runs; their bars. */
    private static List<Bound> both(List<Turns> legs, PrintStream out) {
        Size seen = legs.get(0).seen();
        print(out, "%nthe network's run alone on a picture of %s, one thread each", seen);
        print(out, "%-16s %14s %14s   %s", "kernels", "engine in Java", "ONNX Runtime", "times as long");
        legs.forEach(leg -> out.println(line(leg)));
        print(
                out,
                "both engines agree: largest difference %.1e of the range of values (at most %.0e)",
                legs.stream().mapToDouble(Turns::difference).max().orElseThrow(),
                NetworkRun.TOLERANCE.worst());
        return legs.stream().map(Turns::bar).toList();
    }

    /** Prints the first estimates; their bars. */
    private static List<Bound> first(List<Turns> legs, double[][] seconds, PrintStream out) {
        print(out, "%nthe first estimate, from before the JVM's start to the map, median of %d JVMs", STARTS);
        List<Bound> bars = new ArrayList<>();
        for (int leg = 0; leg < seconds.length; leg++) {
            Bound bar = FirstEstimate.bar(seconds[leg]);
            bars.add(bar);
            out.println(line(legs.get(leg).kernelsName(), seconds[leg], bar));
        }
        return bars;
    }

    private static void heading(Subject given, PrintStream out) throws IOException, InterruptedException {
        print(
                out,
                "Java %s, %d processors",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (List<String> module : LEGS) {
            out.println("  " + new ChildJvm(module, List.of("kernels")).output());
        }
        print(out, "%s, %,d bytes; %s", given.networkName(), given.content().length, given.photoName());
    }

    /** What one leg found; nothing if it ended early, when it has said why. */
    private static Optional<Turns> turns(List<String> module, Subject subject, Path figures)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(NetworkLeg.COMMAND, figures.toString()));
        arguments.addAll(subject.forChild());
        int code = new ChildJvm(module, arguments).run();
        return code == 0 ? Optional.of(Turns.of((Map<?, ?>) Json.read(figures))) : Optional.empty();
    }

    /** The seconds of each leg, which take turns. */
    private static double[][] firstEstimates(Subject subject) throws IOException, InterruptedException {
        double[][] seconds = new double[LEGS.size()][STARTS];
        for (int start = 0; start < STARTS; start++) {
            for (int leg = 0; leg < seconds.length; leg++) {
                seconds[leg][start] = FirstEstimate.seconds(LEGS.get(leg), subject);
            }
        }
        return seconds;
    }

    static String line(Turns leg) {
        return String.format(
                Locale.ROOT,
                "%-16s %11.2f ms %11.2f ms   %6.2f× (at most %.0f×%s)  %s",
                leg.kernelsName(),
                leg.java(),
                leg.onnx(),
                leg.times(),
                leg.bar().allowed(),
                leg.isVector() ? ", aim " + AIM + "×" : "",
                verdict(leg.bar()));
    }

    static String line(String kernels, double[] seconds, Bound bar) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-16s %12.2f s, of %.2f to %.2f s (at most %.1f s)  %s",
                kernels,
                bar.found(),
                sorted[0],
                sorted[sorted.length - 1],
                bar.allowed(),
                verdict(bar));
    }

    private static String verdict(Bound bar) {
        return bar.holds() ? "ok" : "ABOVE";
    }

    /** The exit code. */
    static int conclude(List<Bound> bars, PrintStream out) {
        long above = bars.stream().filter(bar -> !bar.holds()).count();
        print(
                out,
                "network: %s, %d within their bar, %d above",
                above == 0 ? "passed" : "FAILED",
                bars.size() - above,
                above);
        return above == 0 ? PASSED : FAILED;
    }

    private static void print(PrintStream out, String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
    }
}
