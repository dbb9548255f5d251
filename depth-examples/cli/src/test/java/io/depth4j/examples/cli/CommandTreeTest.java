package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandTreeTest {

    @TempDir
    Path folder;

    private static DepthCommand depth() {
        return new DepthCommand(Streams.ofProcess(), Map.of(), new Cancellation());
    }

    private static Set<String> below(CommandLine command) {
        return command.getSubcommands().keySet();
    }

    @Test
    void onlyWhatIsNamedIsMade() {
        CommandLine depth = CommandTree.of(depth(), "--json", "frames", "log", "--store", "wells");
        assertThat(below(depth)).containsExactly("frames");
        assertThat(below(depth.getSubcommands().get("frames"))).containsExactly("log");
    }

    @Test
    void whereNothingIsNamedAllAreMadeWithoutWhatIsBelowThem() {
        CommandLine depth = CommandTree.of(depth(), "--help");
        CommandLine whole = CommandTree.whole(depth());
        assertThat(below(depth)).isEqualTo(below(whole)).contains("estimate", "frames", "completion");
        assertThat(below(depth.getSubcommands().get("frames"))).isEmpty();
        assertThat(below(CommandTree.of(depth(), "frames", "bogus")
                        .getSubcommands()
                        .get("frames")))
                .isEqualTo(below(whole.getSubcommands().get("frames")));
    }

    @Test
    void otherNamesOfACommandNameItToo() {
        CommandLine models =
                CommandTree.of(depth(), "models", "licences").getSubcommands().get("models");
        assertThat(below(models)).contains("licenses", "licences").doesNotContain("fetch");
    }

    @ParameterizedTest
    @MethodSource("io.depth4j.examples.cli.PageTest#commands")
    void helpIsThatOfTheWholeTree(String name) {
        String[] words = (name.substring("depth".length()) + " --help").strip().split(" ");
        CommandLine command = CommandTree.whole(depth());
        for (int i = 0; i < words.length - 1; i++) {
            command = command.getSubcommands().get(words[i]);
        }
        Run run = Run.in(folder).depth(words);
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
    }
}
