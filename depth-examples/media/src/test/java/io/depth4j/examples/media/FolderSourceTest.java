package io.depth4j.examples.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.LimitExceededException;
import io.depth4j.io.InputLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    private static final MediaOptions DEEP = MediaOptions.defaults().withDepth(MediaOptions.Depth.RECURSIVE);

    @TempDir
    Path folder;

    @Test
    void picturesAreToldByTheirContentAndComeInTheOrderOfTheirNames() throws IOException {
        Pictures.put(folder.resolve("z.txt"), Pictures.png(1));
        Pictures.put(folder.resolve("b"), Pictures.jpeg(2));
        Pictures.put(folder.resolve("a.jpg"), "no picture".getBytes(StandardCharsets.UTF_8));
        Pictures.put(folder.resolve(".hidden.png"), Pictures.png(3));
        Pictures.put(folder.resolve("within/c.png"), Pictures.png(4));

        try (MediaSource flat = MediaSource.open(folder, MediaOptions.defaults());
                MediaSource deep = MediaSource.open(folder, DEEP)) {
            assertThat(names(flat)).containsExactly("b", "z.txt");
            assertThat(names(deep)).containsExactly("b", "within/c.png", "z.txt");
            assertThat(flat.passedOver())
                    .containsExactly(new PassedOver(folder.resolve("a.jpg").toString(), "no picture"));
            assertThat(deep.items().get(2).read(InputLimits.defaults())).isEqualTo(Pictures.png(1));
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void loopsOfLinksEndAndEachFolderCountsOnce() throws IOException {
        Pictures.put(folder.resolve("in/a.png"), Pictures.png(1));
        Files.createSymbolicLink(folder.resolve("in/loop"), folder);
        Files.createSymbolicLink(folder.resolve("in/self"), Path.of("self"));
        Files.createSymbolicLink(folder.resolve("in/nothing.png"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("b.png"), folder.resolve("in/a.png"));

        try (MediaSource source = MediaSource.open(folder, DEEP)) {
            assertThat(names(source)).containsExactly("b.png", "in/a.png");
            assertThat(source.passedOver())
                    .extracting(PassedOver::reason)
                    .containsExactly(
                            "the same folder as one before",
                            "a link to nothing",
                            "a link to nothing",
                            "the same folder as one before");
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aPipeInAFolderIsNotOpened() throws Exception {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.png").toString()).start();
        assumeTrue(made.waitFor() == 0, "no pipes here");

        try (MediaSource source = MediaSource.open(folder, DEEP)) {
            assertThat(source.items()).isEmpty();
            assertThat(source.passedOver()).extracting(PassedOver::reason).containsExactly("no regular file");
        }
    }

    @Test
    void theFolderOfResultsIsNotLookedInto() throws IOException {
        Pictures.put(folder.resolve("a.png"), Pictures.png(1));
        Pictures.put(folder.resolve("out/a.png"), Pictures.png(2));

        try (MediaSource source = MediaSource.open(folder, DEEP.withExcept(folder.resolve("out")))) {
            assertThat(names(source)).containsExactly("a.png");
            assertThat(source.passedOver()).extracting(PassedOver::reason).containsExactly("the results go there");
        }
    }

    @Test
    void aFileGivenByItsNameIsAnItemWhateverItHolds() throws IOException {
        Path text = Pictures.put(folder.resolve("a.jpg"), "no picture".getBytes(StandardCharsets.UTF_8));

        try (MediaSource source = MediaSource.open(text, MediaOptions.defaults())) {
            assertThat(names(source)).containsExactly("a.jpg");
        }
        assertThatThrownBy(() -> MediaSource.open(folder.resolve("gone"), MediaOptions.defaults()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("there is no such file or folder");
    }

    @Test
    void whatVanishesFailsWhenItIsRead() throws IOException {
        Path file = Pictures.put(folder.resolve("a.png"), Pictures.png(1));

        try (MediaSource source = MediaSource.open(folder, MediaOptions.defaults())) {
            Files.delete(file);
            assertThatThrownBy(() -> source.items().get(0).read(InputLimits.defaults()))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void aPictureStaysWithinTheLimitOfBytes() throws IOException {
        byte[] picture = Pictures.png(1);
        Path file = Pictures.put(folder.resolve("a.png"), picture);

        try (MediaSource source = MediaSource.open(file, MediaOptions.defaults())) {
            MediaItem item = source.items().get(0);
            assertThat(item.read(InputLimits.defaults().withBytes(picture.length)))
                    .isEqualTo(picture);
            assertThatThrownBy(() -> item.read(InputLimits.defaults().withBytes(picture.length - 1)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("a.png has more than the " + (picture.length - 1) + " bytes");
        }
    }

    @Test
    void aStreamIsAPicture() throws IOException {
        byte[] picture = Pictures.jpeg(1);

        try (MediaSource source = MediaSource.builder(MediaOptions.defaults())
                .add(new ByteArrayInputStream(picture), "stdin")
                .open()) {
            assertThat(names(source)).containsExactly("stdin");
            assertThat(source.items().get(0).read(InputLimits.defaults())).isEqualTo(picture);
        }
        assertThatThrownBy(() -> MediaSource.builder(MediaOptions.defaults()
                                .withZip(ZipLimits.defaults().withBytes(picture.length - 1)))
                        .add(new ByteArrayInputStream(picture), "stdin")
                        .open())
                .isInstanceOf(LimitExceededException.class);
    }

    private static List<String> names(MediaSource source) {
        return source.items().stream().map(MediaItem::name).toList();
    }
}
