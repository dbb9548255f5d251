package io.depth4j.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are taken when they have not changed for a while, and no sooner. */
class SettlingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    private Path folder;

    private long now = Long.MAX_VALUE - SECOND; // Counters may overflow.
    private Settling settling;

    @BeforeEach
    void watch() {
        settling = new Settling(folder, List.of("*.csv", "*.CSV.gz"), Duration.ofSeconds(2), () -> now);
    }

    private List<String> settledAfter(double seconds) throws IOException {
        now += (long) (seconds * SECOND);
        return settling.look().settled().stream().map(Settled::name).toList();
    }

    @Test
    void onceSizeAndTimeStay() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n");

        assertThat(settledAfter(0)).isEmpty();
        assertThat(settledAfter(1.9)).isEmpty();
        Files.writeString(file, "3,4\n", StandardOpenOption.APPEND);
        assertThat(settledAfter(0.1)).isEmpty();
        assertThat(settledAfter(1.9)).isEmpty();
        assertThat(settledAfter(0.1)).containsExactly("a.csv");
        assertThat(settledAfter(5)).containsExactly("a.csv");
    }

    @Test
    void notWhenItIsWrittenToWithoutGrowing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        assertThat(settledAfter(0)).isEmpty();
        Files.writeString(file, "1,3\n");
        assertThat(settledAfter(2)).isEmpty();
        assertThat(settledAfter(2)).containsExactly("a.csv");
    }

    @Test
    void notWhenAnotherFileTakesItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Path other = Files.writeString(folder.resolve("b.tmp"), "1,3\n");
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        Files.setLastModifiedTime(other, time);

        assertThat(settledAfter(0)).isEmpty();
        Settled before = new Settled(file, Stamp.of(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        boolean hasKeys = before.stamp().key().isPresent();
        assertThat(settledAfter(2)).hasSize(hasKeys ? 0 : 1);
        assertThat(before.isUnchanged()).isEqualTo(!hasKeys);
    }

    @Test
    void notWhenItWasForgotten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n");

        assertThat(settledAfter(0)).isEmpty();
        settling.forget(file);
        assertThat(settledAfter(2)).isEmpty();
        assertThat(settledAfter(2)).containsExactly("a.csv");
    }

    @Test
    void namesAreTakenInAnyCaseAndNothingElseIs() throws IOException {
        for (String name : List.of("a.csv", "B.CSV", "c.Csv.Gz", "d.csv.tmp", ".e.csv", "f.txt", "g.csv.zip")) {
            Files.writeString(folder.resolve(name), "1,2\n");
        }
        Files.writeString(Files.createDirectory(folder.resolve("h.csv")).resolve("i.csv"), "1,2\n");

        assertThat(settledAfter(0)).isEmpty();
        assertThat(settledAfter(2)).containsExactlyInAnyOrder("a.csv", "B.CSV", "c.Csv.Gz");
        assertThat(settling.count()).isEqualTo(3);
    }

    @Test
    void linksAreLeftAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "1,2\n");
        try {
            Files.createSymbolicLink(folder.resolve("link.csv"), target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            abort("no links can be made here: " + e);
        }
        assertThat(settledAfter(0)).isEmpty();
        assertThat(settledAfter(2)).isEmpty();
        assertThat(settling.count()).isZero();
    }

    @Test
    void whatWasWrittenFirstComesFirst() throws IOException {
        for (String name : List.of("b", "c", "a")) {
            Path file = Files.writeString(folder.resolve(name + ".csv"), "1,2\n");
            Files.setLastModifiedTime(file, FileTime.fromMillis(name.equals("c") ? 1_000 : 2_000));
        }

        assertThat(settledAfter(0)).isEmpty();
        assertThat(settledAfter(2)).containsExactly("c.csv", "a.csv", "b.csv");
    }
}
