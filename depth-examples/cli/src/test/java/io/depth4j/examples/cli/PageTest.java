package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * docs/cli.md and docs/frames.md show what the commands say: the lines of its console blocks that start with {@code $ } run here, one after the
 * other in one folder. In what follows them … stands for any text, and for any lines where it stands alone. With
 * {@code -Ddepth4j.docs=write} what differs is written there instead, but for answers with a ….
 */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/cli.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```console\n((?s:.*?))^```$");
    private static final String ANY = "…";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cli.md", "frames.md"})
    void thePageShowsWhatTheCommandsSay(String name) throws IOException {
        Path file = PAGE.resolveSibling(name);
        String page = Files.readString(file);
        String shown;
        try (Stage stage = new Stage(folder)) {
            shown = BLOCK.matcher(page)
                    .replaceAll(
                            block -> Matcher.quoteReplacement("```console\n" + played(block.group(1), stage) + "```"));
        }
        if (System.getProperty("depth4j.docs", "check").equals("write")) {
            Files.writeString(file, shown);
        } else {
            assertThat(page)
                    .as("mvn … -Ddepth4j.docs=write puts what differs into %s", file)
                    .isEqualTo(shown);
        }
    }

    /** The block with its answers; those that the page has, where they match. */
    private String played(String block, Stage stage) {
        StringBuilder played = new StringBuilder();
        int status = 0;
        for (String part : block.split("(?m)^(?=\\$ )")) {
            String line = part.lines().findFirst().orElse("").substring(2);
            String answer = part.substring(part.indexOf('\n') + 1);
            try {
                String said;
                if (line.equals("echo $?")) {
                    said = status + "\n";
                } else if (line.startsWith("cat ")) {
                    said = Files.readString(folder.resolve(line.substring(4)));
                } else {
                    Run run = stage.run(line);
                    status = run.status();
                    said = run.out() + run.err();
                }
                said = said.replace(folder + "/", "")
                        .replace(stage.mirror(), "$MIRROR")
                        .replaceAll("(?m) +$", "");
                played.append("$ ").append(line).append('\n').append(matches(answer, said) ? answer : said);
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
        return played.toString();
    }

    private static boolean matches(String shown, String said) {
        if (!shown.contains(ANY)) {
            return shown.equals(said);
        }
        String pattern = shown.lines()
                .map(line -> line.equals(ANY)
                        ? "(?:.*\n)*?"
                        : Stream.of(line.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".*")) + "\n")
                .collect(Collectors.joining());
        return Pattern.matches(pattern, said);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thePageHasTheHelpOfEachCommand(String name) throws IOException {
        assertThat(Files.readString(PAGE)).contains("$ " + name + " --help\n");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheHelpRun(String example) throws IOException {
        try (Stage stage = new Stage(folder)) {
            Run run = stage.run(ending(example, stage));
            assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        }
    }

    /** The example, which needs no network and ends by itself. */
    private static String ending(String example, Stage stage) {
        if (example.contains("models fetch")) {
            return example + " --mirror " + stage.mirror();
        }
        return example.contains("frames watch") && !example.contains("--once") ? example + " --once" : example;
    }

    static List<String> commands() {
        List<String> names = new ArrayList<>();
        all(root(), names::add, command -> command.getCommandSpec().qualifiedName());
        return names;
    }

    static List<String> examples() {
        List<String> examples = new ArrayList<>();
        all(root(), examples::addAll, command -> {
            List<String> footer =
                    List.of(command.getCommandSpec().usageMessage().footer());
            assertThat(footer).as(command.getCommandSpec().qualifiedName()).contains("Examples:");
            return footer.stream()
                    .filter(line -> line.startsWith("  depth "))
                    .map(String::strip)
                    .toList();
        });
        assertThat(examples).isNotEmpty();
        return examples;
    }

    private static CommandLine root() {
        return CommandTree.whole(new DepthCommand(Streams.ofProcess(), Map.of(), new Cancellation()));
    }

    private static <T> void all(CommandLine command, Consumer<T> to, Function<CommandLine, T> what) {
        to.accept(what.apply(command));
        command.getSubcommands().values().stream().distinct().forEach(below -> all(below, to, what));
    }
}
