package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the finished jar can show. */
@Tag("jar")
class JarTest {

    @TempDir
    Path folder;

    @Test
    void helpAndVersionWork() {
        Run help = Run.ofJar(folder, "--help");
        assertThat(help.status()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).startsWith("Usage: depth");
        assertThat(help.err()).isEmpty();
        assertThat(Run.ofJar(folder, "--version").out()).matches("depth \\d.*\\R");
    }

    @Test
    void theStatusOfTheSecondJvmComesOutOfTheFirst() {
        Run wrong = Run.ofJar(folder, "nonsense");
        assertThat(wrong.status()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).startsWith("error: ").doesNotContain("WARNING");
    }
}
