package io.depth4j.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put away overwrites nothing. */
class ShelfTest {

    @TempDir
    private Path folder;

    private Path shelf;

    @BeforeEach
    void build() {
        shelf = folder.resolve("shelf");
    }

    private Path file(String name, String text) throws IOException {
        Path own = Files.createTempDirectory(folder, "in");
        return Files.writeString(own.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(shelf)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void namesThatAreTakenGetNumbers() throws IOException {
        for (String name : List.of("a.csv", "a.csv", "a.csv", "b.csv.gz", "b.csv.gz", "c", "c", ".d", ".d")) {
            new Shelf(shelf).put(file(name, "text"));
        }

        assertThat(names())
                .containsExactly(".d", ".d_1", "a.csv", "a_1.csv", "a_2.csv", "b.csv.gz", "b_1.csv.gz", "c", "c_1");
    }

    @Test
    void anErrorLiesBesideItsFile() throws IOException {
        Files.createDirectories(shelf);
        Files.writeString(shelf.resolve("a.csv.error.json"), "older");

        new Shelf(shelf).put(file("a.csv", "text"), out -> out.write("newer".getBytes(StandardCharsets.UTF_8)));

        assertThat(names()).containsExactly("a.csv.error.json", "a_1.csv", "a_1.csv.error.json");
        assertThat(shelf.resolve("a.csv.error.json")).hasContent("older");
        assertThat(shelf.resolve("a_1.csv.error.json")).hasContent("newer");
    }

    @Test
    void whatCannotBePutAwayLeavesNoTrace() throws IOException {
        Path file = file("a.csv", "text");

        assertThatThrownBy(() -> new Shelf(shelf).put(file, out -> {
                    out.write('{');
                    throw new IOException("The disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The disk is full");
        assertThatThrownBy(() -> new Shelf(shelf).put(folder.resolve("nothing.csv")))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(names()).isEmpty();
        assertThat(file).hasContent("text");
    }

    @Test
    void manyAtATimeFindNamesOfTheirOwn() throws Exception {
        int workers = 8;
        int each = 10;
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker * each;
                ends.add(threads.submit(() -> {
                    for (int i = first; i < first + each; i++) {
                        new Shelf(shelf).put(file("a.csv", "text " + i));
                    }
                    return true;
                }));
            }
            for (Future<?> end : ends) {
                assertThat(end.get()).isEqualTo(true);
            }
        } finally {
            threads.shutdown();
        }

        Set<String> texts = new TreeSet<>();
        for (String name : names()) {
            texts.add(Files.readString(shelf.resolve(name)));
        }
        assertThat(texts).hasSize(workers * each).allMatch(text -> text.startsWith("text "));
    }

    @Test
    void alsoOnAnotherDisk() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "no other file system to move to");
        Path other = Files.createTempDirectory(memory, "depth4j");
        Path file = file("a.csv", "text");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        try {
            new Shelf(other).put(file);

            assertThat(file).doesNotExist();
            assertThat(other.resolve("a.csv")).hasContent("text");
            assertThat(Files.getLastModifiedTime(other.resolve("a.csv"))).isEqualTo(FileTime.fromMillis(1_000_000));
        } finally {
            Files.deleteIfExists(other.resolve("a.csv"));
            Files.delete(other);
        }
    }
}
