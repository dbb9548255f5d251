package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenExistingTest {

    private static final StoreOptions OPTIONS = StoreOptions.defaults();
    private static final Frames ROWS =
            Frames.wrap(DepthUnit.METRE, 3, new double[] {1, 2}, new byte[] {1, 2, 3, 4, 5, 6});

    @TempDir
    Path folder;

    @Test
    void noStoreIsMadeWhereThereIsNone() {
        for (Path none : List.of(folder, folder.resolve("new"))) {
            assertThatThrownBy(() -> TileDbFrameStore.openExisting(none, OPTIONS))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no store in " + none);
            assertThatThrownBy(() -> TileDbFrameStore.openExisting(none.toString(), OPTIONS))
                    .isInstanceOf(StoreException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noStoreIsMadeAmongOtherFiles() throws IOException {
        Path other = Files.writeString(folder.resolve("letter.txt"), "Dear");
        assertThatThrownBy(() -> TileDbFrameStore.open(folder, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found letter.txt");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(other));
    }

    @Test
    void aStoreWhoseMakingWasCutShortIsMade() throws IOException {
        Files.createDirectories(folder.resolve("catalog"));
        Files.createFile(folder.resolve("lock"));
        try (TileDbFrameStore made = TileDbFrameStore.open(folder, OPTIONS)) {
            made.upsert(7, ROWS);
            assertThat(made.verify().isSound()).isTrue();
        }
    }

    @Test
    void whatIsThereIsReadAndWritten() throws IOException {
        try (TileDbFrameStore made = TileDbFrameStore.open(folder, OPTIONS)) {
            made.upsert(7, ROWS);
        }
        try (TileDbFrameStore found =
                TileDbFrameStore.openExisting(folder.toUri().toString(), OPTIONS)) {
            assertThat(found.read(7, DepthRange.all()).sameAs(ROWS)).isTrue();
            found.upsert(8, ROWS);
            assertThat(found.images()).hasSize(2);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRead() throws IOException {
        try (TileDbFrameStore made = TileDbFrameStore.open(folder, OPTIONS)) {
            made.upsert(7, ROWS);
        }
        Files.delete(folder.resolve("lock"));
        forbid("r-xr-xr-x");
        try (TileDbFrameStore found = TileDbFrameStore.openExisting(folder, OPTIONS)) {
            assertThat(found.read(7, DepthRange.all()).sameAs(ROWS)).isTrue();
            assertThat(found.verify().isSound()).isTrue();
            assertThat(folder.resolve("lock")).doesNotExist();
        } finally {
            forbid("rwxr-xr-x");
        }
    }

    /** Whoever may write everything is not kept from it; then the missing lock alone shows that nothing was written. */
    private void forbid(String permissions) throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs permissions of POSIX");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));
            }
        }
    }
}
