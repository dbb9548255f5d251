package io.depth4j.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The machine that figures come from; no names or paths of it. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String CPU_KEY = "model name";

    private Machine() {}

    static Map<String, Object> tree() throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("cpu", cpu());
        tree.put("processors", Runtime.getRuntime().availableProcessors());
        tree.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return tree;
    }

    /** The processor's model where Linux tells it, else its architecture. */
    private static String cpu() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(CPU_KEY))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
