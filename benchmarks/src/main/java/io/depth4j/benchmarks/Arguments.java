package io.depth4j.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command: {@code --name value} in any order, a name as often as one likes; and {@code --help}. */
public final class Arguments {

    private final Map<String, List<String>> values;

    private Arguments(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param known the names that take a value, with their dashes */
    public static Arguments parse(String[] arguments, Set<String> known) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--help")) {
                values.put(name, List.of());
                continue;
            }
            if (!known.contains(name)) {
                throw new UsageException(
                        "Expected one of " + new java.util.TreeSet<>(known) + " or --help, found '" + name + "'");
            }
            if (++i == arguments.length) {
                throw new UsageException("Expected a value after " + name + ", found the end of the arguments");
            }
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(arguments[i]);
        }
        return new Arguments(values);
    }

    public boolean help() {
        return values.containsKey("--help");
    }

    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The last value given under this name. */
    public Optional<String> last(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    public Optional<Path> path(String name) {
        return last(name).map(Path::of);
    }
}
