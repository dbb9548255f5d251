package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.ChildJvm;
import io.depth4j.benchmarks.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the pairs twice, with the vector module and without it, each time in a JVM of its own, and sums up. */
public final class Guard {

    private static final List<String> VECTOR_MODULE = List.of("--add-modules", "jdk.incubator.vector");

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NOT_FINISHED = 2;

    private Guard() {}

    public static int run(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        GuardOptions options = GuardOptions.parse(arguments);
        if (options.help()) {
            out.println(GuardOptions.HELP);
            return PASSED;
        }
        long start = System.nanoTime();
        Path scratch = Files.createTempFile("guard-leg", ".json");
        try {
            List<Map<?, ?>> legs = new ArrayList<>();
            for (List<String> module : List.of(VECTOR_MODULE, List.<String>of())) {
                int code = leg(module, options, scratch).run();
                if (code != 0) {
                    out.println("guard: not finished, a leg ended with exit code " + code);
                    return NOT_FINISHED;
                }
                legs.add((Map<?, ?>) Json.read(scratch));
            }
            return conclude(legs, options, (System.nanoTime() - start) / 1e9, out);
        } finally {
            Files.delete(scratch);
        }
    }

    private static ChildJvm leg(List<String> module, GuardOptions options, Path json) {
        List<String> jvmArguments = new ArrayList<>(module);
        jvmArguments.addAll(options.jvmArguments());
        List<String> arguments = new ArrayList<>(List.of(GuardLeg.COMMAND));
        arguments.addAll(options.forChild(json));
        return new ChildJvm(jvmArguments, arguments);
    }

    /** Sums the legs up; the exit code. */
    static int conclude(List<Map<?, ?>> legs, GuardOptions options, double seconds, PrintStream out)
            throws IOException {
        Tally tally = new Tally();
        for (Map<?, ?> leg : legs) {
            tally = tally.plus(Tally.of((Map<?, ?>) leg.get("verdicts")));
        }
        if (options.json().isPresent()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("passed", !tally.fails());
            tree.put("verdicts", tally.tree());
            tree.put("seconds", seconds);
            tree.put("legs", legs);
            Json.write(options.json().get(), tree);
        }
        out.println(
                "guard: " + (tally.fails() ? "FAILED" : "passed") + ", " + tally + ", " + Math.round(seconds) + " s");
        return tally.fails() ? FAILED : PASSED;
    }
}
