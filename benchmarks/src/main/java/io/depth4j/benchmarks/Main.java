package io.depth4j.benchmarks;

import io.depth4j.DepthRuntime;
import io.depth4j.benchmarks.estimate.EstimateSplit;
import io.depth4j.benchmarks.frames.FramesSpeed;
import io.depth4j.benchmarks.guard.Guard;
import io.depth4j.benchmarks.guard.GuardLeg;
import io.depth4j.benchmarks.network.FirstEstimate;
import io.depth4j.benchmarks.network.NetworkLeg;
import io.depth4j.benchmarks.network.NetworkSpeed;
import io.depth4j.benchmarks.report.Measure;
import io.depth4j.benchmarks.report.Page;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs the command that the first argument names. */
public final class Main {

    /** A command: gets the other arguments and a place to print, answers with the exit code. */
    private interface Command {
        int run(String[] arguments, PrintStream out) throws Exception;
    }

    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("estimate", EstimateSplit::run),
            Map.entry("frames", FramesSpeed::run),
            Map.entry("guard", Guard::run),
            Map.entry(GuardLeg.COMMAND, GuardLeg::run),
            Map.entry("jmh", Main::jmh),
            Map.entry("measure", Measure::run),
            Map.entry("network", NetworkSpeed::run),
            Map.entry(NetworkLeg.COMMAND, NetworkLeg::run),
            Map.entry(FirstEstimate.COMMAND, FirstEstimate::run),
            Map.entry("report", Page::run),
            Map.entry("kernels", Main::kernels)));

    private static final String HELP = """
            estimate  times an estimate beside the run of its network alone, and other ways to run it
            frames    times a store of depth-indexed rows beside SQLite: from a table to the store, and reading
            guard     compares ours with each peer in turns and fails where a ratio falls below its floor
            network   times the network that comes with the library by both engines, and the first estimate of a JVM
            measure   runs all JMH benchmarks, with vectors and without, and keeps their JSON
            report    writes docs/benchmarks.md from that JSON
            jmh       hands its arguments to JMH
            kernels   says which kernels run here
            Each takes --help. For example:
              java -jar benchmarks.jar guard --only rows --json ratios.json""";

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        // The lines hold signs that the platform's own encoding may lack.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    private static int run(String[] arguments, PrintStream out) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.println(HELP);
            return 0;
        }
        Command command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (command == null) {
            out.println("Expected one of " + COMMANDS.keySet() + " as the first argument, found "
                    + (arguments.length == 0 ? "none" : "'" + arguments[0] + "'"));
            return USAGE;
        }
        try {
            return command.run(Arrays.copyOfRange(arguments, 1, arguments.length), out);
        } catch (UsageException e) {
            out.println(e.getMessage());
            return USAGE;
        }
    }

    private static int jmh(String[] arguments, PrintStream out) throws Exception {
        org.openjdk.jmh.Main.main(arguments);
        return 0;
    }

    private static int kernels(String[] arguments, PrintStream out) {
        out.println(DepthRuntime.kernels());
        return 0;
    }
}
