package io.depth4j.examples.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSinkTest {

    private static final MediaSink.Content HALF = out -> {
        out.write(new byte[200_000]);
        throw new IOException("the disk is full");
    };

    @TempDir
    Path folder;

    @Test
    void aFolderIsMadeWithTheFoldersInIt() throws IOException {
        try (MediaSink sink = MediaSink.folder(folder.resolve("out"))) {
            sink.write("a/b/c.txt", text("one"));
            sink.write("a/b/c.txt", text("two"));
            sink.finish();
        }
        assertThat(folder.resolve("out/a/b/c.txt")).hasContent("two");
    }

    @Test
    void aFileThatFailsLeavesWhatWasThereAndNothingElse() throws IOException {
        try (MediaSink sink = MediaSink.folder(folder)) {
            sink.write("a.txt", text("whole"));
            assertThatThrownBy(() -> sink.write("a.txt", HALF)).hasMessage("the disk is full");
            assertThatThrownBy(() -> sink.write("b.txt", HALF)).hasMessage("the disk is full");
        }
        assertThat(folder.resolve("a.txt")).hasContent("whole");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void whatIsNoFileIsNotReplaced() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no pipes here");
        Path pipe = folder.resolve("pipe.pfm");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (MediaSink sink = MediaSink.folder(folder)) {
            assertThatThrownBy(() -> sink.write("pipe.pfm", text("x"))).hasMessageContaining("is there and no file");
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(files()).containsExactly("pipe.pfm");
    }

    @Test
    void aZipAppearsWhenItIsFinished() throws IOException {
        Path file = folder.resolve("deep/out.zip");
        try (MediaSink sink = MediaSink.zip(file)) {
            sink.write("a.txt", text("one"));
            assertThatThrownBy(() -> sink.write("b.txt", HALF)).hasMessage("the disk is full");
            sink.write("c/d.txt", text("two"));
            assertThat(file).doesNotExist();
            sink.finish();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("a.txt", "c/d.txt");
            assertThat(zip.getInputStream(zip.getEntry("c/d.txt")).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("two");
        }
    }

    @Test
    void aZipThatIsNotFinishedLeavesWhatWasThereAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("out.zip"), "before");
        try (MediaSink sink = MediaSink.zip(folder.resolve("out.zip"))) {
            sink.write("a.txt", text("one"));
        }
        assertThat(folder.resolve("out.zip")).hasContent("before");
        assertThat(files()).containsExactly("out.zip");
    }

    @Test
    void equalContentMakesEqualZips() throws IOException {
        assertThat(zipped()).isEqualTo(zipped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "/a.txt", "a/../../b.txt", "", "a//b", "a\\b"})
    void noNameLeadsOutOfTheSink(String name) throws IOException {
        try (MediaSink sink = MediaSink.folder(folder);
                MediaSink zip = MediaSink.zip(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> sink.write(name, text("x"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> zip.write(name, text("x"))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MediaSink sink = MediaSink.zip(out)) {
            sink.write("a.txt", text("one"));
            sink.finish();
        }
        return out.toByteArray();
    }

    private static MediaSink.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
