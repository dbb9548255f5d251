package io.depth4j.examples.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthException;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.io.InputLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipSourceTest {

    @TempDir
    Path folder;

    @Test
    void picturesAreFoundByContentInTheOrderOfTheirNames() throws IOException {
        byte[] inner = new HandmadeZip().add("x.png", Pictures.png(9)).bytes();
        HandmadeZip zip = new HandmadeZip()
                .add("z.png", Pictures.png(1))
                .add("photos/b.txt", Pictures.jpeg(2))
                .add("photos/a.jpg", "no picture".getBytes(StandardCharsets.UTF_8))
                .add("photos/inner.zip", inner)
                .add(".hidden/c.png", Pictures.png(3))
                .add("__MACOSX/z.png", Pictures.png(4))
                .add("back\\slash.png", Pictures.png(5))
                .add("./here.png", Pictures.png(6));

        try (MediaSource source = open(zip)) {
            assertThat(names(source)).containsExactly("back/slash.png", "here.png", "photos/b.txt", "z.png");
            assertThat(source.passedOver())
                    .extracting(PassedOver::reason)
                    .containsExactly("no picture", "a zip within a zip is not opened");
            assertThat(read(source, 2)).isEqualTo(Pictures.jpeg(2));
            assertThat(read(source, 2)).isEqualTo(Pictures.jpeg(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.png",
                "a/../../evil.png",
                "/etc/evil.png",
                "..\\evil.png",
                "C:\\evil.png",
                "c:evil.png",
                "\\\\host\\share\\evil.png",
                "a//b.png",
                "a\0.png"
            })
    void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
        HandmadeZip zip = new HandmadeZip().add("good.png", Pictures.png(1)).add(name, Pictures.png(2));

        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("photos.zip");
    }

    @Test
    void anEntryThatShrankTooMuchIsRefusedBeforeItIsUnpacked() {
        HandmadeZip zip = new HandmadeZip().add("zeros.bmp", new byte[10 << 20]);

        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("zeros.bmp")
                .hasMessageContaining("more than 100:1");
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() {
        byte[] noise = new byte[100_000];
        new SplittableRandom(1).nextBytes(noise);
        HandmadeZip zip = new HandmadeZip().add("0.png", noise);
        for (int i = 1; i < 200; i++) {
            zip.again(i + ".png");
        }

        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("the whole");
    }

    @Test
    void anEntryGivesNoMoreThanItClaims() throws IOException {
        byte[] picture = Pictures.png(1);
        HandmadeZip more = new HandmadeZip().add("a.png", picture, picture.length - 1, 0);
        HandmadeZip fewer = new HandmadeZip().add("a.png", picture, picture.length + 1, 0);
        HandmadeZip nothing = new HandmadeZip().add("a.png", picture, 0, 0);

        for (HandmadeZip zip : List.of(more, fewer, nothing)) {
            try (MediaSource source = open(zip)) {
                assertThat(names(source)).containsExactly("a.png");
                assertThatThrownBy(() -> read(source, 0))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("claims");
            }
        }
    }

    @Test
    void moreEntriesThanAllowedAreRefused() throws IOException {
        HandmadeZip zip = new HandmadeZip();
        for (int i = 0; i < 11; i++) {
            zip.add(i + ".png", Pictures.png(i));
        }
        Path file = zip.write(folder.resolve("many.zip"));
        MediaOptions options = MediaOptions.defaults();

        assertThatThrownBy(() -> MediaSource.open(
                        file, options.withZip(ZipLimits.defaults().withEntries(10))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("11 entries");
        assertThatThrownBy(() -> MediaSource.open(
                        file, options.withZip(ZipLimits.defaults().withBytes(1000))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("1000 bytes");
        try (MediaSource source =
                MediaSource.open(file, options.withZip(ZipLimits.defaults().withEntries(11)))) {
            assertThat(source.items()).hasSize(11);
        }
    }

    @Test
    void theSecondEntryOfANameIsNotReadAsTheFirst() throws IOException {
        HandmadeZip zip = new HandmadeZip().add("a.png", Pictures.png(1)).add("a.png", Pictures.png(2));

        try (MediaSource source = open(zip)) {
            assertThat(names(source)).containsExactly("a.png", "a.png");
            assertThatThrownBy(() -> read(source, 1))
                    .isInstanceOf(ZipException.class)
                    .hasMessageContaining("two entries of this name");
        }
    }

    @Test
    void aZipWithAPasswordSaysSo() throws IOException {
        HandmadeZip zip = new HandmadeZip().add("a.png", Pictures.png(1), 1, 1);

        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void namesOfTheOldKindAreRead() throws IOException {
        Charset old = Charset.forName("IBM437");
        HandmadeZip zip = new HandmadeZip().names(old).add("größe.png", Pictures.png(1));

        try (MediaSource source = open(zip)) {
            assertThat(names(source)).containsExactly("größe.png");
            assertThat(read(source, 0)).isEqualTo(Pictures.png(1));
        }
    }

    @Test
    void brokenZipsGiveClearErrorsOnly() throws IOException {
        byte[] whole = new HandmadeZip()
                .add("a.png", Pictures.png(1))
                .add("b/c.jpg", Pictures.jpeg(2))
                .bytes();
        SplittableRandom random = new SplittableRandom(7);
        Path file = folder.resolve("broken.zip");
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] broken = i % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(5, whole.length)) : whole.clone();
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                broken[random.nextInt(4, broken.length)] = (byte) random.nextInt();
            }
            Files.write(file, broken);
            try (MediaSource source = MediaSource.open(file, MediaOptions.defaults())) {
                for (MediaItem item : source.items()) {
                    item.read(InputLimits.defaults());
                }
            } catch (IOException | DepthException e) {
                refused++;
                assertThat(e.getMessage()).as("mutation %d", i).isNotBlank();
            }
        }
        assertThat(refused).isBetween(100, 500);
    }

    @Test
    void aZipMayComeAsAStreamAndLeavesNothingBehind() throws IOException {
        byte[] zip = new HandmadeZip().add("a.png", Pictures.png(1)).bytes();
        long before = temporaries();

        try (MediaSource source = MediaSource.builder(MediaOptions.defaults())
                .add(new ByteArrayInputStream(zip), "stdin")
                .open()) {
            assertThat(names(source)).containsExactly("a.png");
            assertThat(source.items().get(0).origin()).isEqualTo("stdin!/a.png");
            assertThat(read(source, 0)).isEqualTo(Pictures.png(1));
            assertThat(temporaries()).isEqualTo(before + 1);
        }
        assertThat(temporaries()).isEqualTo(before);
    }

    @Test
    void namesShownToPeopleHaveNoControlCharacters() throws IOException {
        HandmadeZip zip = new HandmadeZip().add("a\u001b[2J.png", Pictures.png(1));

        try (MediaSource source = open(zip)) {
            assertThat(source.items().get(0).origin()).endsWith("!/a?[2J.png");
        }
    }

    private static long temporaries() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("depth4j-.*\\.in"))
                    .count();
        }
    }

    private MediaSource open(HandmadeZip zip) throws IOException {
        return MediaSource.open(zip.write(folder.resolve("photos.zip")), MediaOptions.defaults());
    }

    private static byte[] read(MediaSource source, int item) throws IOException {
        return source.items().get(item).read(InputLimits.defaults());
    }

    private static List<String> names(MediaSource source) {
        return source.items().stream().map(MediaItem::name).toList();
    }
}
