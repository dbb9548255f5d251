package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Cancellation;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateCommandTest {

    private static final DepthReadOptions METRES = DepthReadOptions.defaults().withKind(DepthKind.METRIC);

    @TempDir
    Path folder;

    @BeforeEach
    void network() throws IOException {
        TinyNetwork.mean(folder.resolve("net.onnx"));
    }

    @Test
    void thePhotoItselfTakesTheDepthInside() throws IOException {
        photo("photo.png", 102);

        Run run = estimate("photo.png", "-o", "both.jpg", "--format", "gdepth");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Images.read(folder.resolve("both.jpg")).size()).isEqualTo(new Size(40, 30));
        assertThat(Files.readString(folder.resolve("both.jpg"), StandardCharsets.ISO_8859_1))
                .contains("GDepth:Near=", "GDepth:Units=\"m\"");
    }

    @Test
    void aNetworkWithoutMetresFillsNoPhoto() throws IOException {
        TinyNetwork.disparity(folder.resolve("net.onnx"));
        photo("photo.png", 102);

        Run run = estimate("photo.png", "-o", "both.jpg", "--format", "gdepth");

        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("AFFINE_INVARIANT_INVERSE");
        assertThat(folder.resolve("both.jpg")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth.pfm", "depth.npy", "depth.npz", "depth.exr", "depth.tiff", "depth.TIF"})
    void theEndingSaysTheFormatAndTheMapHasThePhotosSize(String name) throws IOException {
        photo("photo.png", 102);

        Run run = estimate("photo.png", "-o", name);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.bytes()).isEmpty();
        DepthMap map = DepthFiles.read(folder.resolve(name), METRES);
        assertThat(map.size()).isEqualTo(new Size(40, 30));
        assertThat(map.metresAt(20, 15)).isCloseTo(0.4f, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"mm, 400", "kitti, 102", "tum, 2000", "100, 40"})
    void pngOfSixteenBitsHasTheScaleThatWasAskedFor(String scale, int stored) throws IOException {
        photo("photo.png", 102);

        Run run = estimate("photo.png", "-o", "depth.png", "--format", "png16", "--scale", scale);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Path file = folder.resolve("depth.png");
        assertThat(DepthFiles.read(file).metresAt(0, 0)).isCloseTo(0.4f, within(0.005f));
        assertThat(ImageIO.read(file.toFile()).getRaster().getSample(20, 15, 0)).isEqualTo(stored);
    }

    @Test
    void aPictureHasTheColoursAndTheRangeThatWereAskedFor() throws IOException {
        photo("photo.png", 102);

        assertThat(estimate("photo.png", "-o", "a.png", "--colormap", "gray", "--range", "0,0.8")
                        .status())
                .isEqualTo(ExitCode.DONE);
        assertThat(estimate("photo.png", "-o", "b.jpg", "--size", "20x10").status())
                .isEqualTo(ExitCode.DONE);

        // 0.4 is in the middle.
        assertThat(Images.read(folder.resolve("a.png")).at(20, 15, 0)).isBetween(127, 128);
        assertThat(Images.read(folder.resolve("b.jpg")).size()).isEqualTo(new Size(20, 10));
    }

    @Test
    void nearIsBrightWhateverTheKind() throws IOException {
        TinyNetwork.disparity(folder.resolve("disparity.onnx"));
        ramp("ramp.png");

        estimate("ramp.png", "-o", "depth.png");
        Run.in(folder).depth("estimate", "ramp.png", "-o", "disparity.png", "--model", "disparity.onnx");

        Image depth = Images.read(folder.resolve("depth.png"));
        Image disparity = Images.read(folder.resolve("disparity.png"));
        assertThat(depth.at(0, 10, 1)).isGreaterThan(depth.at(39, 10, 1));
        assertThat(disparity.at(0, 10, 1)).isLessThan(disparity.at(39, 10, 1));
    }

    @Test
    void aPreviewShowsPhotoAndDepthAndWhatTheColoursMean() throws IOException {
        ramp("ramp.png");

        Run run = estimate("ramp.png", "-o", "depth.pfm", "--preview", "--colormap", "gray", "--range", "0,1");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Image preview = Images.read(folder.resolve("depth.preview.png"));
        assertThat(preview.width()).isGreaterThan(2 * 40 + 3 * 12 - 1);
        int left = (preview.width() - (2 * 40 + 3 * 12)) / 2 + 12;
        assertThat(preview.at(left, 12, 0)).isZero();
        assertThat(preview.at(left + 39, 12, 0)).isEqualTo(6 * 39);
        assertThat(preview.at(left + 40 + 12 + 39, 12, 0)).isCloseTo(6 * 39, within(8));
        assertThat(inked(preview, 12 + 30 + 12)).as("a legend below").isPositive();
    }

    @Test
    void standardInputAndOutputAreHyphens() throws IOException {
        byte[] photo = Files.readAllBytes(photo("photo.png", 51));

        Run run = Run.in(folder)
                .reading(photo)
                .depth("estimate", "-", "-o", "-", "--format", "pfm", "--model", "net.onnx");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(DepthFiles.read(run.bytes(), METRES).metresAt(0, 0)).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void aFolderMakesAFolderAndOneBadFileDoesNotStopTheRest() throws IOException {
        photo("photos/a.jpg", 10);
        photo("photos/a.png", 20);
        truncate(photo("photos/b.png", 20));
        photo("photos/deep/c.png", 30);
        Files.writeString(folder.resolve("photos/notes.txt"), "no photo");

        Run run = estimate("photos", "-r", "-o", "out", "--format", "npy");

        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err()).containsPattern("error: .*b\\.png: ").contains("3 done, 1 failed, 1 passed over");
        assertThat(files("out")).containsExactly(".depth-estimate", "a.jpg.npy", "a.png.npy", "deep/c.npy");
    }

    @Test
    void withJsonTheAnswerIsOneDocument() throws IOException {
        photo("photos/a.png", 102);
        Files.write(folder.resolve("photos/b.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        Run run = estimate("photos", "-o", "out", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.out())
                .startsWith("{")
                .endsWith("}" + System.lineSeparator())
                .contains("\"status\" : \"done\"")
                .contains("\"outputs\" : [ \"a.png\" ]")
                .contains("\"kind\" : \"METRIC\"")
                .contains("\"width\" : 40")
                .contains("\"status\" : \"failed\"")
                .contains("\"reason\" : ")
                .contains("\"failed\" : 1");
    }

    @Test
    void aFolderIsGoneOnWith() throws IOException {
        photo("photos/a.png", 10);
        photo("photos/b.png", 20);
        assertThat(estimate("photos", "-o", "out").err()).contains("2 done in");
        photo("photos/c.png", 30);

        assertThat(estimate("photos", "-o", "out").err()).contains("1 done, 2 there already");
        assertThat(estimate("photos", "-o", "out", "--overwrite").err()).contains("3 done in");
        assertThat(estimate("photos", "-o", "out").err()).contains("0 done, 3 there already");
    }

    @Test
    void nothingStalePassesForDone() throws IOException {
        photo("photos/a.png", 10);
        photo("photos/b.png", 20);
        estimate("photos", "-o", "out", "--format", "pfm");

        photo("photos/a.png", 99);
        assertThat(estimate("photos", "-o", "out", "--format", "pfm").err())
                .as("another photo of the same name")
                .contains("1 done, 1 there already");
        byte[] result = Files.readAllBytes(folder.resolve("out/a.pfm"));
        result[result.length - 1] ^= 1;
        Files.write(folder.resolve("out/a.pfm"), result);
        assertThat(estimate("photos", "-o", "out", "--format", "pfm").err())
                .as("a result with other bytes")
                .contains("1 done, 1 there already");
        Files.delete(folder.resolve("out/b.pfm"));
        assertThat(estimate("photos", "-o", "out", "--format", "pfm").err())
                .as("a result that is gone")
                .contains("1 done, 1 there already");
        assertThat(estimate("photos", "-o", "out", "--format", "pfm", "--mode", "balanced")
                        .err())
                .as("another mode")
                .contains("2 done in");
        assertThat(estimate("photos", "-o", "out", "--format", "pfm", "--mode", "balanced", "--preview")
                        .err())
                .as("one result more")
                .contains("2 done in");
        TinyNetwork.slow(folder.resolve("net.onnx"), 64, 0, "metric");
        assertThat(estimate("photos", "-o", "out", "--format", "pfm", "--mode", "balanced", "--preview")
                        .err())
                .as("another network of the same name")
                .contains("2 done in");
        Files.writeString(folder.resolve("out/.depth-estimate"), "1\tgarbage\n\u0000");
        assertThat(estimate("photos", "-o", "out", "--format", "pfm", "--mode", "balanced", "--preview")
                        .err())
                .as("an account that cannot be read")
                .contains("2 done in");
    }

    @Test
    void aZipMakesAZip() throws IOException {
        zip("photos.zip", List.of("b/one.png", "two.png"));

        Run run = estimate("photos.zip", "-o", "out.zip", "--format", "npy");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(entries(Files.readAllBytes(folder.resolve("out.zip")))).containsExactly("b/one.npy", "two.npy");
        Run again = estimate("photos.zip", "-o", "out.zip", "--format", "npy");
        assertThat(again.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(again.err()).contains("out.zip is there already; --overwrite makes it anew");
        assertThat(estimate("photos.zip", "-o", "out.zip", "--overwrite").status())
                .isEqualTo(ExitCode.DONE);
        Run piped = Run.in(folder)
                .reading(Files.readAllBytes(folder.resolve("photos.zip")))
                .depth("estimate", "-", "-o", "-", "--model", "net.onnx");
        assertThat(entries(piped.bytes())).containsExactly("b/one.png", "two.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.jpg",
                "HTTP://example.org/a.jpg",
                "file:///etc/a.jpg",
                "data:image/png;base64,"
            })
    void addressesAreRefused(String address) {
        Run run = estimate(address, "-o", "a.png");

        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is an address; only files are read, so fetch it first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            photo.png | The ending of out.xyz names no format | -o out.xyz
            photo.png | expected one of png, jpg | -o a --format gif
            photo.png | steps a unit, found '0' | -o a.png --format png16 --scale 0
            photo.png | --scale is for --format png16 | -o a.png --scale mm
            photo.png | --colormap and --range are for pictures | -o a.pfm --range minmax
            photo.png | expected two numbers LOW,HIGH | -o a.png --range 3,1
            photo.png | percentiles lie between 0 and 100 | -o a.png --range percentiles:2,198
            photo.png | expected WIDTHxHEIGHT | -o a.png --size 7
            photo.png | No colormap is named 'viridys' | -o a.png --colormap viridys
            photo.png | would share standard output | -o - --json
            photos    | do not fit one file | -o a.png
            photos    | would be among the photos | -o photos
            """)
    void wrongWordsAreSaid(String input, String message, String options) throws IOException {
        photo("photo.png", 1);
        photo("photos/a.png", 1);
        photo("photos/b.png", 1);
        List<String> words = new ArrayList<>(List.of(input));
        words.addAll(List.of(options.split(" ")));

        Run run = estimate(words.toArray(String[]::new));

        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        byte[] photo = Files.readAllBytes(photo("photo.png", 1));

        for (String out : List.of("photo.png", "./photo.png", "./")) {
            Run run = estimate("photo.png", "-o", out);
            assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(run.err()).contains("is read and would be written");
        }
        assertThat(folder.resolve("photo.png")).hasBinaryContent(photo);
    }

    @Test
    void aPreviewNeitherHidesAnotherResultNorAPhoto() throws IOException {
        photo("a.png", 1);
        byte[] other = Files.readAllBytes(photo("a.preview.png", 1));

        Run hidden = estimate("a.png", "a.preview.png", "-o", "out", "--preview");
        assertThat(hidden.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(hidden.err())
                .contains("Two results would be named a.preview.png")
                .hasLineCount(1);

        Run over = estimate("a.png", "a.preview.png", "-o", "./", "--format", "npy", "--preview");
        assertThat(over.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(over.err()).contains("a.preview.png is read and would be written");
        assertThat(folder.resolve("a.preview.png")).hasBinaryContent(other);
    }

    @Test
    void noNameOfAFileCommandsTheTerminal() {
        Run run = estimate("none\u001b[2J\u009b2J.png", "-o", "out");
        assertThat(run.err()).startsWith("error: ").contains("none?[2J?2J.png").hasLineCount(1);
    }

    @Test
    void withoutAnythingToDoTheReasonIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(estimate("empty", "-o", "out").err()).contains("No photo in empty");
        assertThat(estimate("gone.png", "-o", "a.png").err()).contains("there is no such file");
        for (Run run : List.of(estimate("empty", "-o", "out"), estimate("gone.png", "-o", "a.png"))) {
            assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(run.err()).hasLineCount(1);
        }
    }

    @Test
    void whereNoNetworkIsNamedTheOneThatComesWithTheProgramRuns() throws IOException {
        photo("photo.png", 1);
        Run run = Run.in(folder).depth("estimate", "photo.png", "-o", "a.pfm", "--verbose");
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("depth4j-bundled");
        DepthMap map = DepthFiles.read(folder.resolve("a.pfm"), METRES);
        assertThat(map.size())
                .isEqualTo(Images.read(folder.resolve("photo.png")).size());
        assertThat(map.missing()).isZero();
    }

    @Test
    void whatCannotBeWrittenIsNamedAndEndsTheBatch() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            photo("photos/" + name + ".png", 1);
            Files.createDirectories(folder.resolve("out/" + name + ".pfm/in/the/way"));
        }

        Run run = estimate("photos", "-o", "out", "--format", "pfm");

        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err())
                .contains("a.png: the result a.pfm could not be written: ")
                .contains("0 done, 2 failed, 6 not tried");
        assertThat(files("out")).isEmpty();
    }

    @Test
    void anInterruptionIsOneHundredAndThirtyAndLeavesNothingHalf() throws IOException {
        photo("photos/a.png", 1);
        photo("photos/b.png", 1);
        Cancellation interruption = new Cancellation();
        interruption.cancel("interrupted");

        Run folders = Run.in(folder).depth(interruption, "estimate", "photos", "-o", "out", "--model", "net.onnx");
        Run zips = Run.in(folder).depth(interruption, "estimate", "photos", "-o", "out.zip", "--model", "net.onnx");

        assertThat(List.of(folders.status(), zips.status())).containsOnly(ExitCode.INTERRUPTED);
        assertThat(folders.err()).contains("interrupted: 0 done, 2 not tried");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.zip")).doesNotExist();
    }

    @Test
    void aBarTellsHowFarItIsOnATerminalOnly() throws IOException {
        photo("photos/a.png", 1);
        photo("photos/b.png", 2);

        assertThat(Run.in(folder)
                        .onTerminal()
                        .depth("estimate", "photos", "-o", "one", "--model", "net.onnx")
                        .err())
                .contains("\r\u001b[K[############------------] 1/2 ")
                .containsPattern("\\[#{24}] 2/2 \\d+\\.\\d\\d/s 0:00:00 left ");
        assertThat(estimate("photos", "-o", "two").err())
                .contains("1/2 done photos/a.png -> a.png"
                        .replace("photos", folder.resolve("photos").toString()))
                .doesNotContain("\r");
        assertThat(estimate("photos", "-o", "three", "-q").err()).isEmpty();
    }

    private Run estimate(String... words) {
        List<String> all = new ArrayList<>(List.of("estimate"));
        all.addAll(List.of(words));
        all.addAll(List.of("--model", "net.onnx"));
        return Run.in(folder).depth(all.toArray(String[]::new));
    }

    private Path photo(String name, int gray) throws IOException {
        Image image = Image.allocate(new Size(40, 30), PixelFormat.RGB24);
        Arrays.fill(image.array(), (byte) gray);
        return write(name, image);
    }

    /** Dark on the left, bright on the right. */
    private void ramp(String name) throws IOException {
        Image image = Image.allocate(new Size(40, 30), PixelFormat.RGB24);
        for (int i = 0; i < image.array().length; i++) {
            image.array()[i] = (byte) (6 * (i / 3 % 40));
        }
        write(name, image);
    }

    private Path write(String name, Image image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Images.write(image, file);
        return file;
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private void zip(String name, List<String> photos) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String photo : photos) {
                zip.putNextEntry(new ZipEntry(photo));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Images.write(Image.allocate(new Size(20, 10), PixelFormat.RGB24), bytes, ImageFormat.PNG);
                zip.write(bytes.toByteArray());
            }
        }
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private List<String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static long inked(Image image, int fromRow) {
        long dark = 0;
        for (int y = fromRow; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                dark += image.at(x, y, 0) < 64 ? 1 : 0;
            }
        }
        return dark;
    }
}
