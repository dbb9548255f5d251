package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.Arguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the guard was asked for.
 *
 * @param json where to write the figures
 * @param data a folder whose {@code photos} are the pictures to encode
 * @param only a regular expression: the pairs run in whose name it finds a match
 * @param jvmArguments more options for the JVMs that measure
 */
public record GuardOptions(
        Optional<Path> json, Optional<Path> data, Optional<String> only, List<String> jvmArguments, boolean help) {

    static final String HELP = """
            Measures every pair of ours and a peer in turns and compares the ratio with its floor, first with the vector module,
            then without it. Exit code 0: no pair below its floor; 1: at least one; 2: called wrongly or not finished.

              --json FILE      writes the figures to FILE
              --data DIR       encodes the photos in DIR/photos (default: -Ddepth4j.data; else a rendered scene)
              --only REGEX     runs only the pairs whose name contains a match
              --jvm-arg ARG    gives ARG to the JVMs that measure, for example -XX:MaxVectorSize=32; may be repeated
              --help           prints this""";

    private static final String DATA_PROPERTY = "depth4j.data";

    static GuardOptions parse(String... arguments) {
        Arguments given = Arguments.parse(arguments, Set.of("--json", "--data", "--only", "--jvm-arg"));
        Optional<Path> data = given.path("--data")
                .or(() -> Optional.of(System.getProperty(DATA_PROPERTY, ""))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of));
        return new GuardOptions(given.path("--json"), data, given.last("--only"), given.all("--jvm-arg"), given.help());
    }

    /** The arguments that make a child measure the same into another file. */
    List<String> forChild(Path childJson) {
        List<String> arguments = new ArrayList<>(List.of("--json", childJson.toString()));
        data.ifPresent(folder -> arguments.addAll(List.of("--data", folder.toString())));
        only.ifPresent(regex -> arguments.addAll(List.of("--only", regex)));
        return arguments;
    }

    boolean wants(Pair pair) {
        return only.map(regex -> Pattern.compile(regex).matcher(pair.name()).find())
                .orElse(true);
    }
}
