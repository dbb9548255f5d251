package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where TileDB has no native library, which a jar without those that it has stands for. */
class WithoutNativeLibraryTest {

    @TempDir
    Path folder;

    @Test
    void theCommandSaysWhatIsMissing() throws IOException {
        Wells.tables(folder);
        Run run = depth("frames", "ingest", "--store", Wells.STORE, Wells.HOLE);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error: TileDB has no native library for " + System.getProperty("os.name"))
                .doesNotContain("\tat ");
    }

    @Test
    void theDoctorSeesIt() throws IOException {
        Run run = depth("doctor");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).containsPattern("stores of rows.*TileDB has no native library");
    }

    private Run depth(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddepth4j.kernels=scalar",
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(List.of(words));
        return Run.of(new ProcessBuilder(command).directory(folder.toFile()));
    }

    /** That of the tests, but for TileDB's jar. */
    private String classPath() throws IOException {
        List<String> parts = new ArrayList<>();
        boolean found = false;
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            boolean isTileDb = part.contains("tiledb-java");
            found |= isTileDb;
            parts.add(isTileDb ? stripped(Path.of(part)).toString() : part);
        }
        assumeTrue(found, "needs TileDB's jar on the class path");
        return String.join(File.pathSeparator, parts);
    }

    private Path stripped(Path jar) throws IOException {
        Path copy = folder.resolve("tiledb.jar");
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            List<? extends ZipEntry> classes = from.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (ZipEntry entry : classes) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
        }
        return copy;
    }
}
