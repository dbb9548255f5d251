package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every command. */
class ProgramTest {

    @TempDir
    Path folder;

    @Test
    void helpAndVersionGoToStandardOutput() {
        Run help = Run.in(folder).depth("--help");
        assertThat(help.status()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).startsWith("Usage: depth").contains("Examples:");
        assertThat(help.err()).isEmpty();

        assertThat(Run.in(folder).depth("--version").out()).startsWith("depth ");
        assertThat(Run.in(folder).depth("completion", "--version").out()).startsWith("depth ");
    }

    @Test
    void wrongWordsAreTwoAndSayWhereHelpIs() {
        Run wrong = Run.in(folder).depth("completion", "--frobnicate");
        assertThat(wrong.status()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err())
                .startsWith("error: Unknown option: '--frobnicate'")
                .contains("depth completion --help")
                .hasLineCount(1);
        assertThat(Run.in(folder).depth().status()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.in(folder).depth("nonsense").status()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anAnswerThatDoesNotArriveIsNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (List<String> words : List.of(List.of("colormaps"), List.of("colormaps", "--json"), List.of("--help"))) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Streams streams = new Streams(
                    InputStream.nullInputStream(),
                    new PrintStream(full, false, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false);
            int status = new Program(streams, Map.of(), folder, new Cancellation()).run(words.toArray(String[]::new));
            assertThat(status).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("Standard output could not be written");
        }
    }

    @Test
    void coloursAreForTerminalsWhoseUserDoesNotForbidThem() {
        assertThat(Run.in(folder).depth("--help").out()).doesNotContain("\u001b");
        assertThat(Run.in(folder).onTerminal().depth("--help").out()).contains("\u001b[1m");
        assertThat(Run.in(folder)
                        .onTerminal()
                        .with("NO_COLOR", "1")
                        .depth("--help")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void onlyHelpVersionAndCompletionAreAnsweredWithoutASecondStart() {
        assertThat(Main.isAnsweredAtOnce(List.of())).isTrue();
        assertThat(Main.isAnsweredAtOnce(List.of("resize", "--help"))).isTrue();
        assertThat(Main.isAnsweredAtOnce(List.of("-V"))).isTrue();
        assertThat(Main.isAnsweredAtOnce(List.of("resize", "in.csv", "out.csv")))
                .isFalse();
        assertThat(Main.isAnsweredAtOnce(List.of("resize", "--", "--help"))).isFalse();
    }
}
