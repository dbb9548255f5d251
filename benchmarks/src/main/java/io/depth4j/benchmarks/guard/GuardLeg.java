package io.depth4j.benchmarks.guard;

import io.depth4j.DepthRuntime;
import io.depth4j.KernelInfo;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One leg of the guard, in a JVM of its own: measures all pairs with the kernels that this JVM has. */
public final class GuardLeg {

    public static final String COMMAND = "guard-leg";

    private static final Duration WARM_UP = Duration.ofMillis(600);
    private static final Duration SAMPLE = Duration.ofMillis(12);

    private GuardLeg() {}

    public static int run(String[] arguments, PrintStream out) throws IOException {
        GuardOptions options = GuardOptions.parse(arguments);
        Path json = options.json().orElseThrow(() -> new UsageException("A leg needs --json FILE for its figures"));
        Json.write(json, measure(Pairs.all(options.data()), options, out));
        return 0;
    }

    private static Object measure(List<Pair> pairs, GuardOptions options, PrintStream out) {
        KernelInfo kernels = DepthRuntime.kernels();
        out.println(Report.heading(kernels));
        Referee referee = new Referee(new Stopwatch(System::nanoTime, WARM_UP, SAMPLE), kernels.vectorBits());
        List<Outcome> outcomes = new ArrayList<>();
        for (Pair pair : pairs) {
            if (options.wants(pair)) {
                Outcome outcome = referee.judge(pair);
                out.println(Report.line(outcome));
                outcomes.add(outcome);
            }
        }
        return Report.tree(kernels, outcomes);
    }
}
