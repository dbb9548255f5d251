package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.internal.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFilesTest {

    static Stream<SeedFiles.Seed> seeds() {
        return SeedFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileCutAtAnyByteIsRefused(SeedFiles.Seed seed) {
        Images.read(seed.bytes());
        for (int length = 0; length < seed.bytes().length - seed.spare(); length++) {
            byte[] cut = Arrays.copyOf(seed.bytes(), length);
            assertThatThrownBy(() -> Images.read(cut), "%s cut to %d bytes", seed, length)
                    .isInstanceOf(MalformedInputException.class);
            assertThatThrownBy(() -> Images.read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void emptyAndForeignFilesAreRefusedWithAReason() {
        assertThatThrownBy(() -> Images.read(new byte[0])).hasMessage("The file is empty (at byte 0)");
        assertThatThrownBy(() -> Images.read("hello, world".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("The file is no JPEG, PNG, BMP, TIFF, GIF or WebP; it begins with 68 65 6c 6c 6f 2c 20 77"
                        + " (at byte 0)");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPictureThatIsAlsoAnArchiveOrADocumentIsRefused(SeedFiles.Seed seed) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(seed.bytes());
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("hidden"));
        }
        assertThatThrownBy(() -> Images.read(zip.toByteArray()))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("a picture and a ZIP archive at once");
    }

    @Test
    void whatFollowsThePictureIsLookedAt() {
        byte[] png = Pictures.written(Pictures.noise(3, 3, PixelFormat.RGB24, 1), PngOptions.defaults());
        for (String appended :
                new String[] {"\n\n<script>alert(1)</script>", "%PDF-1.7", "MZ\u0090", "#!/bin/sh", "\u007fELF"}) {
            byte[] both = ExifFile.inserted(png, png.length, appended.getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> Images.read(both), appended)
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageStartingWith("The file is a picture and ");
        }
        byte[] padded = Arrays.copyOf(png, png.length + 100);
        assertThat(Images.read(padded).width()).isEqualTo(3);
    }

    @Test
    void aFailedWriteLeavesWhatWasThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("picture.png");
        Image first = Pictures.noise(9, 9, PixelFormat.RGB24, 1);
        Images.write(first, file);
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written: No space left on device");
        assertThat(Images.read(file).sameAs(first)).isTrue();
        assertThat(folder.toFile().list()).containsExactly("picture.png");

        Image second = Pictures.noise(5, 5, PixelFormat.RGB24, 1);
        Images.write(second, file);
        assertThat(Images.read(file).sameAs(second)).isTrue();
        assertThat(folder.toFile().list()).containsExactly("picture.png");
    }

    @Test
    void filesAndFoldersThatAreNotThereAreReportedAsSuch(@TempDir Path folder) {
        Image image = Pictures.noise(2, 2, PixelFormat.RGB24, 1);
        assertThatThrownBy(() -> Images.read(folder.resolve("none.png"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Images.write(image, folder.resolve("none/picture.png")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Images.write(image, folder.resolve("picture.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PNG, JPEG and BMP can be written, GIF cannot");
        assertThatThrownBy(() -> Images.write(image, folder.resolve("picture")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found picture");
        assertThatThrownBy(() -> Images.write(Pictures.noise(2, 2, PixelFormat.RGBA32, 1), folder.resolve("a.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JPEG holds no alpha");
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aWrittenFileGetsThePermissionsOfAnyNewFile(@TempDir Path folder) throws IOException {
        Images.write(Pictures.noise(2, 2, PixelFormat.RGB24, 1), folder.resolve("a.png"));
        Path plain = Files.createFile(folder.resolve("b"));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("a.png")))
                    .isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }
}
