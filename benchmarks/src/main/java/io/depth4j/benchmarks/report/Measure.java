package io.depth4j.benchmarks.report;

import io.depth4j.benchmarks.Arguments;
import io.depth4j.benchmarks.ChildJvm;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every benchmark with the vector module and without it, and keeps JMH's JSON with the machine it came from. */
public final class Measure {

    private static final String HELP = """
            Runs every benchmark twice, with the vector module and without it, and writes JMH's results to DIR/jdkN-vector.json
            and DIR/jdkN-scalar.json.

              --out DIR          where to write them (default: docs/bench)
              --only REGEX       runs only the benchmarks whose name contains a match
              --warm-up N        warm-up iterations (default: 3)
              --iterations N     measured iterations (default: 5)
              --millis N         how long an iteration lasts (default: 1000)
              --jvm-arg ARG      gives ARG to the JVMs that measure; may be repeated
              --help             prints this""";

    /** One way of starting the JVMs that measure. */
    private record Setting(String name, List<String> jvmArguments) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("vector", List.of("--add-modules", "jdk.incubator.vector")), new Setting("scalar", List.of()));

    private Measure() {}

    public static int run(String[] arguments, PrintStream out)
            throws IOException, InterruptedException, RunnerException {
        Arguments given = Arguments.parse(
                arguments, Set.of("--out", "--only", "--warm-up", "--iterations", "--millis", "--jvm-arg"));
        if (given.help()) {
            out.println(HELP);
            return 0;
        }
        Path folder = given.path("--out").orElse(Path.of("docs", "bench"));
        for (Setting setting : SETTINGS) {
            List<String> jvmArguments = new ArrayList<>(setting.jvmArguments());
            jvmArguments.addAll(given.all("--jvm-arg"));
            Path file = folder.resolve("jdk" + Runtime.version().feature() + "-" + setting.name() + ".json");
            Json.write(file, measured(given, jvmArguments));
            out.println("wrote " + file);
        }
        return 0;
    }

    private static Object measured(Arguments given, List<String> jvmArguments)
            throws IOException, InterruptedException, RunnerException {
        Map<String, Object> machine = Machine.tree();
        machine.put("kernels", new ChildJvm(jvmArguments, List.of("kernels")).output());
        List<String> forkArguments = new ArrayList<>(ChildJvm.nativeAccess());
        forkArguments.addAll(jvmArguments);
        TimeValue length = TimeValue.milliseconds(number(given, "--millis", 1000));
        Path scratch = Files.createTempFile("jmh", ".json");
        try {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .forks(1)
                    .warmupIterations(number(given, "--warm-up", 3))
                    .warmupTime(length)
                    .measurementIterations(number(given, "--iterations", 5))
                    .measurementTime(length)
                    .jvmArgsAppend(forkArguments.toArray(String[]::new))
                    .resultFormat(ResultFormatType.JSON)
                    .result(scratch.toString());
            given.last("--only").ifPresent(options::include);
            new Runner(options.build()).run();
            return withMachine((List<?>) Json.read(scratch), machine);
        } finally {
            Files.delete(scratch);
        }
    }

    /** JMH's entries with the machine in the place of the paths of its JVM and its photos, which concern nobody else. */
    private static List<Object> withMachine(List<?> entries, Map<String, Object> machine) {
        List<Object> result = new ArrayList<>();
        for (Object entry : entries) {
            Map<Object, Object> kept = new LinkedHashMap<>((Map<?, ?>) entry);
            kept.remove("jvm");
            kept.computeIfPresent(
                    "jvmArgs",
                    (name, flags) -> ((List<?>) flags)
                            .stream()
                                    .filter(flag -> !flag.toString().startsWith("-Ddepth4j.data="))
                                    .toList());
            kept.put("machine", machine);
            result.add(kept);
        }
        return result;
    }

    private static int number(Arguments given, String name, int otherwise) {
        Optional<String> value = given.last(name);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new UsageException("Expected a whole number after " + name + ", found '" + value.orElse("") + "'");
        }
    }
}
