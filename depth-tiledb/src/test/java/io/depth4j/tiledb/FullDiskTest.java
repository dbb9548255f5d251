package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final String NO_MORE_BYTES = "2000000";

    @TempDir
    Path folder;

    /** A limit to the size of files makes writes fail in the middle, as a full disk does. */
    @Test
    void aWriteThatFindsNoRoomIsToldAndTheStoreGoesOn() throws Exception {
        Path prlimit = Path.of("/usr/bin/prlimit");
        assumeTrue(Files.isExecutable(prlimit), "prlimit sets the limit");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LimitedWriter.class.getName(),
                        folder.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                OutputStream in = process.getOutputStream()) {
            assertThat(out.readLine()).isEqualTo("open");
            limit(prlimit, process, NO_MORE_BYTES);
            assertThat(answer(in, out))
                    .startsWith("failed: The segment ")
                    .contains("cannot be written")
                    .endsWith(", readable 100, images 1, orphans 0");
            limit(prlimit, process, "unlimited");
            assertThat(answer(in, out)).isEqualTo("stored 60000, readable 100, images 2, orphans 0");
        }
        assertThat(process.waitFor()).isZero();
    }

    private static String answer(OutputStream in, BufferedReader out) throws IOException {
        in.write('\n');
        in.flush();
        return String.valueOf(out.readLine());
    }

    /** The soft limit only, so that it can be lifted again. */
    private static void limit(Path prlimit, Process process, String bytes) throws Exception {
        String soft = "--fsize=" + bytes + ":";
        Process set = new ProcessBuilder(prlimit.toString(), "--pid", String.valueOf(process.pid()), soft)
                .inheritIO()
                .start();
        assertThat(set.waitFor()).isZero();
    }

    @Test
    void aStoreInAReadOnlyFolderIsReadAndSaysThatItCannotBeWritten() throws Exception {
        Path store = folder.resolve("store");
        try (TileDbFrameStore writer = TileDbFrameStore.open(store, StoreOptions.defaults())) {
            writer.upsert(1, Neighbour.rows(0, 1));
        }
        List<String> command = new ArrayList<>();
        permit(store, "r-xr-xr-x");
        try {
            if (Files.isWritable(store)) {
                command.addAll(bound());
            }
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                    "-cp",
                    System.getProperty("java.class.path"),
                    BoundReader.class.getName(),
                    store.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.lines())
                        .allSatisfy(line ->
                                assertThat(line).matches("(upsert|delete|compact): StoreException: .*AccessDenied.*"))
                        .hasSize(3);
            }
            assertThat(process.waitFor()).isZero();
        } finally {
            permit(store, "rwxr-xr-x");
        }
        try (TileDbFrameStore writer = TileDbFrameStore.open(store, StoreOptions.defaults())) {
            assertThat(writer.upsert(1, Neighbour.rows(0, 2)).replaced()).isEqualTo(Neighbour.ROWS);
        }
    }

    /** For a user who may write everywhere: what lets a process do so is taken from it. */
    private static List<String> bound() throws Exception {
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "this user may write everywhere, and setpriv is not here");
        List<String> command = List.of(setpriv.toString(), "--bounding-set=-dac_override", "--inh-caps=-dac_override");
        List<String> trial = new ArrayList<>(command);
        trial.add("true");
        assumeTrue(
                new ProcessBuilder(trial).start().waitFor() == 0, "this user may write everywhere, and setpriv fails");
        return command;
    }

    private static void permit(Path store, String permissions) throws IOException {
        try (Stream<Path> folders = Files.walk(store)) {
            for (Path each : folders.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));
            }
        }
    }
}
