package io.depth4j.io;

import static io.depth4j.io.DepthFileSamples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a depth file cannot be written, the error names it, and nothing is left behind. */
class DepthFilesOnDiskTest {

    private static final DepthWriteOptions OPTIONS = DepthWriteOptions.defaults();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aFolderThatIsNotThereIsNamed(DepthFormat format) {
        Path file = folder.resolve("none").resolve("map");

        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC), file, format, OPTIONS))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no such folder");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void aFileInPlaceOfAFolderIsNamed(DepthFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before").resolve("map");

        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC), file, format, OPTIONS))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file + ": cannot be written");
        assertThat(folder.resolve("file")).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderInPlaceOfTheFileIsNamed(DepthFormat format) throws IOException {
        Path file = Files.createDirectory(folder.resolve("map"));
        Files.writeString(file.resolve("inside"), "before");

        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC), file, format, OPTIONS))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file + ": cannot be written");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatBreaksBreaksTheWriting(DepthFormat format) {
        OutputStream broken = new OutputStream() {
            private int room = 60;

            @Override
            public void write(int b) throws IOException {
                if (room-- == 0) {
                    throw new IOException("No space left on device");
                }
            }
        };

        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC), broken, format, OPTIONS))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
