package io.depth4j.benchmarks.report;

import io.depth4j.benchmarks.Arguments;
import io.depth4j.benchmarks.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of benchmarks, made of the JSON files of one folder. */
public final class Page {

    private static final String HELP = """
            Writes the page of benchmarks from the JSON files that 'measure' wrote.

              --json DIR     the folder with the files (default: docs/bench)
              --out FILE     the page (default: docs/benchmarks.md)
              --help         prints this""";

    private static final String HEAD = """
            # Benchmarks

            Made from JMH's results in [bench](bench/); do not edit. To measure again and to write this page again:

            ```
            mvn -q package
            java -jar benchmarks/target/benchmarks.jar measure
            java -jar benchmarks/target/benchmarks.jar report
            ```

            `measure` runs each benchmark in a JVM with `jdk.incubator.vector` and in one without it; run it on each JDK. Times are
            microseconds for one run, one thread everywhere, OpenCV's included; ± is half of the 99.9 % confidence interval.
            Pictures of 1920×1080 are a rendered scene with noise. Results are compared with the peer's before anything is measured.
            *Faster by* is the peer's time over ours. *Copies* is our time over that of a plain copy of the same bytes (the larger
            of input and output). Trust ratios inside one table only, and differences of 1.3 and more. What continuous integration
            holds fast are the ratios of `java -jar benchmarks/target/benchmarks.jar guard`.
            """;

    private static final Map<String, String> PEERS = Map.of(
            "openCv",
            "OpenCV",
            "openCvSplit",
            "OpenCV, split + convertTo",
            "imageIo",
            "ImageIO",
            "javaAwt",
            "java.awt");
    private static final String OURS = "ours";
    private static final String COPY = "copy";

    private Page() {}

    public static int run(String[] arguments, PrintStream out) throws IOException {
        Arguments given = Arguments.parse(arguments, Set.of("--json", "--out"));
        if (given.help()) {
            out.println(HELP);
            return 0;
        }
        Path folder = given.path("--json").orElse(Path.of("docs", "bench"));
        Path page = given.path("--out").orElse(Path.of("docs", "benchmarks.md"));
        Files.writeString(page, of(folder));
        out.println("wrote " + page);
        return 0;
    }

    static String of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        StringBuilder page = new StringBuilder(HEAD);
        for (Path file : files) {
            page.append(section((List<?>) Json.read(file)));
        }
        return page.toString();
    }

    private static String section(List<?> entries) {
        Map<?, ?> first = (Map<?, ?>) entries.get(0);
        Map<?, ?> machine = (Map<?, ?>) first.get("machine");
        String flags =
                ((List<?>) first.get("jvmArgs")).stream().map(Object::toString).collect(Collectors.joining(" "));
        StringBuilder section = new StringBuilder();
        section.append("\n## JDK ").append(first.get("jdkVersion"));
        section.append(flags.contains("jdk.incubator.vector") ? ", with" : ", without")
                .append(" the vector module\n\n");
        section.append("- machine: ").append(machine.get("cpu")).append(", ").append(machine.get("processors"));
        section.append(" processors, ").append(machine.get("os")).append('\n');
        section.append("- JVM: ")
                .append(first.get("vmName"))
                .append(' ')
                .append(first.get("vmVersion"))
                .append('\n');
        section.append("- flags: ")
                .append(flags.isEmpty() ? "none" : "`" + flags + "`")
                .append('\n');
        section.append("- kernels: ").append(machine.get("kernels")).append('\n');
        section.append("- JMH ").append(first.get("jmhVersion")).append(", one fork, ");
        section.append(first.get("warmupIterations"))
                .append(" warm-up and ")
                .append(first.get("measurementIterations"));
        section.append(" measured iterations of ")
                .append(first.get("measurementTime"))
                .append("\n\n");
        section.append("| operation | ours | peer | its time | faster by | a copy | copies |\n");
        section.append("|---|--:|---|--:|--:|--:|--:|\n");
        byOperation(entries).forEach((operation, sides) -> section.append(rows(operation, sides)));
        return section.toString();
    }

    private static Map<String, Map<String, Result>> byOperation(List<?> entries) {
        Map<String, Map<String, Result>> operations = new LinkedHashMap<>();
        for (Object entry : entries) {
            Result result = Result.of((Map<?, ?>) entry);
            operations
                    .computeIfAbsent(result.operation(), o -> new LinkedHashMap<>())
                    .put(result.side(), result);
        }
        return operations;
    }

    private static String rows(String operation, Map<String, Result> sides) {
        Result ours = side(operation, sides, OURS);
        Result copy = side(operation, sides, COPY);
        return sides.values().stream()
                .filter(result -> PEERS.containsKey(result.side()))
                .map(peer -> format(
                        "| %s | %s | %s | %s | %.2f | %.1f | %.1f |\n",
                        operation,
                        time(ours),
                        PEERS.get(peer.side()),
                        time(peer),
                        peer.micros() / ours.micros(),
                        copy.micros(),
                        ours.micros() / copy.micros()))
                .collect(Collectors.joining());
    }

    private static Result side(String operation, Map<String, Result> sides, String name) {
        Result result = sides.get(name);
        if (result == null) {
            throw new IllegalArgumentException(
                    "Expected a result of '" + name + "' for " + operation + ", found only " + sides.keySet());
        }
        return result;
    }

    private static String time(Result result) {
        return Double.isNaN(result.error())
                ? format("%.1f", result.micros())
                : format("%.1f ± %.1f", result.micros(), result.error());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
