package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormaps;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameRenderer;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.Rescale;
import io.depth4j.frames.Scales;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesRenderTest {

    private static final DepthRange ALL = DepthRange.all();
    private static final RenderOptions USUAL = RenderOptions.defaults();

    @TempDir
    Path folder;

    @BeforeEach
    void store() throws IOException {
        Wells.store(folder);
    }

    private Run render(String... words) {
        return Wells.run(folder, "render", words);
    }

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("", USUAL, ALL),
                Arguments.of(
                        "--height 100 --ruler",
                        USUAL.withHeight(100).withScales(Scales.none().withRuler(true)),
                        ALL),
                Arguments.of(
                        "--per-unit 50 --top highest",
                        USUAL.withPixelsPerUnit(50).withTop(RenderOptions.Top.HIGHEST),
                        ALL),
                Arguments.of(
                        "--from 1000.35 --to 1001 --width 90 --resizer lanczos3",
                        USUAL.withWidth(90, FrameResizers.lanczos3()),
                        DepthRange.closed(1000.35, 1001)),
                Arguments.of(
                        "--rescale row --colormap turbo",
                        USUAL.withRescale(Rescale.perRow()).withColormap(Colormaps.named("turbo")),
                        ALL),
                Arguments.of(
                        "--rescale 20,200 --gamma 0.5",
                        USUAL.withRescale(Rescale.fixed(20, 200)).withGamma(0.5),
                        ALL),
                Arguments.of("--rescale percentiles:5,95", USUAL.withRescale(Rescale.percentiles(5, 95)), ALL),
                Arguments.of("--rescale window:0.4", USUAL.withRescale(Rescale.window(0.4, 2, 98)), ALL),
                Arguments.of("--rescale window:0.4,0,100", USUAL.withRescale(Rescale.window(0.4, 0, 100)), ALL),
                Arguments.of(
                        "--rescale none --nodata #ff0000",
                        USUAL.withRescale(Rescale.none()).withNodata(Rgba.rgb(255, 0, 0)),
                        ALL),
                Arguments.of(
                        "--height 77 --between linear --gap 0.05",
                        USUAL.withHeight(77)
                                .withBetween(RenderOptions.Between.LINEAR)
                                .withGap(0.05),
                        ALL),
                Arguments.of(
                        "--legend --value-unit mV --zoom 2",
                        USUAL.withScales(Scales.none()
                                .withLegend(true)
                                .withValueUnit("mV")
                                .withZoom(2)),
                        ALL));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void thePictureIsTheOneOfTheLibrary(String words, RenderOptions options, DepthRange range) throws IOException {
        String[] all = ("--image 1 -o out.png " + words).strip().split(" ");
        Run run = render(all);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Image expected = new FrameRenderer(options).render(Wells.read(folder, 1), range);
        assertThat(Images.read(folder.resolve("out.png")).sameAs(expected)).isTrue();
        assertThat(run.err()).contains("out.png, " + expected.size());
    }

    @Test
    void aFormatWithoutAlphaIsWhiteWhereNothingIs() throws IOException {
        Run run = render("--image", "1", "-o", "out.bmp", "--json");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Image picture = Images.read(folder.resolve("out.bmp"));
        assertThat(picture.at(1, 4, 0)).isEqualTo(255);
        assertThat(picture.at(1, 4, 1)).isEqualTo(255);
        assertThat(Wells.values(run.out())).containsEntry("/width", "200").containsEntry("/height", "30");
    }

    @Test
    void standardOutputTakesAPicture() {
        Image picture = Images.read(render("--image", "1", "-o", "-").bytes());
        assertThat(picture.size()).isEqualTo(new Size(200, 30));
        assertThat(picture.format()).isEqualTo(PixelFormat.RGBA32);
    }

    @Test
    void aFileIsReplacedOnlyIfThatIsWanted() throws IOException {
        Files.writeString(folder.resolve("out.png"), "mine");
        Run run = render("--image", "1", "-o", "out.png");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("--overwrite");
        assertThat(folder.resolve("out.png")).hasContent("mine");
        assertThat(render("--image", "1", "-o", "out.png", "--overwrite").status())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(render("--image", "9", "-o", "out.png").err()).contains("There is no image 9");
        Run none = render("--image", "1", "-o", "out.png", "--from", "5", "--to", "6");
        assertThat(none.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(none.err()).contains("no rows in [5.0, 6.0]").contains("1000.0");
        assertThat(folder.resolve("out.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--image 1",
                "--image 1 -o out.gif",
                "--image 1 -o - --json",
                "--image 1 -o out.png --height 5 --per-unit 2",
                "--image 1 -o out.png --height 0",
                "--image 1 -o out.png --per-unit -1",
                "--image 1 -o out.png --resizer area",
                "--image 1 -o out.png --colormap bogus",
                "--image 1 -o out.png --nodata red",
                "--image 1 -o out.png --gamma 0",
                "--image 1 -o out.png --rescale 5",
                "--image 1 -o out.png --rescale percentiles:60,40",
                "--image 1 -o out.png --rescale window:x",
                "--image 1 -o out.png --value-unit mV",
                "--image 1 -o out.png --zoom 99",
                "--image 1 -o out.png --from 6 --to 5"
            })
    void wrongWordsAreUsage(String words) {
        Run run = render(words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
        assertThat(folder.resolve("out.png")).doesNotExist();
    }
}
