package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.UnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is read, and what is said, in a JVM that lacks Commons CSV. */
@Timeout(120)
class MissingCommonsCsvTest {

    @TempDir
    private Path folder;

    /** The other process: checks files, and writes down what it was told. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            List<String> told = new ArrayList<>();
            for (int i = 1; i < arguments.length; i++) {
                try {
                    CsvCheck check = CsvIngest.check(Path.of(arguments[i]), IngestOptions.defaults());
                    told.add(check.rows() + " rows");
                } catch (UnavailableException e) {
                    told.add(e.getMessage());
                }
            }
            Files.write(Path.of(arguments[0]), told);
        }
    }

    @Test
    void onlyQuotedCellsNeedIt() throws IOException, InterruptedException {
        Path plain = Files.writeString(folder.resolve("plain.csv"), "\"depth\",\"0\"\n1,2\n3,nan\n");
        Path quoted = Files.writeString(folder.resolve("quoted.csv"), "depth,0\n1,2\n\"3\",4\n");
        Path told = folder.resolve("told");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("commons-csv"))
                .collect(Collectors.joining(File.pathSeparator));

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Asking.class.getName(),
                        told.toString(),
                        plain.toString(),
                        quoted.toString())
                .inheritIO()
                .start();
        try {
            assertThat(other.waitFor()).isZero();
        } finally {
            other.destroyForcibly();
        }

        assertThat(Files.readAllLines(told))
                .containsExactly(
                        "2 rows",
                        "quoted.csv, line 3: quoted cells are read by Commons CSV; add"
                                + " org.apache.commons:commons-csv to the class path or, among modules,"
                                + " --add-modules org.apache.commons.csv");
    }
}
