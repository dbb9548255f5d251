package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeCommandTest {

    @TempDir
    Path folder;

    private Run.InProcess here;

    @BeforeEach
    void here() {
        here = Run.in(folder);
    }

    /** One row of numbers with the bytes that SciPy and Pillow make of it. */
    private record Case(String name, String input, String spline, String pillow) {}

    @Test
    void rowsBecomeTheBytesOfSciPyAndOfPillow() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(5);
        Files.write(folder.resolve("in.csv"), cases.stream().map(Case::input).toList());

        Run spline = here.depth("resize", "--convention", "scipySpline3", "--width", "150", "in.csv", "out.csv");
        assertThat(spline.status()).as(spline.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .isEqualTo(cases.stream().map(Case::spline).toList());

        Run pillow = here.depth(
                "resize", "--convention", "pillowBilinear", "--width", "150", "--cut", "before", "in.csv", "-");
        assertThat(pillow.out().lines())
                .isEqualTo(cases.stream().map(Case::pillow).toList());
    }

    @Test
    void moreRowsThanOneBlockAreEachResizedByItself() throws IOException {
        String row = IntStream.range(0, 200).mapToObj(i -> "" + i * 37 % 256).collect(Collectors.joining(","));
        String[] arguments = {"resize", "--convention", "lanczos3", "--width", "90", "-", "-"};
        String one = here.reading(row + "\n").depth(arguments).out();
        assertThat(one.split(",")).hasSize(90);
        String many = here.reading((row + "\n").repeat(700)).depth(arguments).out();
        assertThat(many).isEqualTo(one.repeat(700));
    }

    @Test
    void everyResizerOfTheLibraryHasItsName() {
        List<String> methods = Arrays.stream(FrameResizers.class.getMethods())
                .filter(method -> method.getReturnType() == FrameResizer.class)
                .map(Method::getName)
                .distinct()
                .toList();
        assertThat(Conventions.names()).containsExactlyInAnyOrderElementsOf(methods);
        for (String name : methods) {
            Run run = here.reading("0 10 20 30").depth("resize", "--convention", name, "--width", "2", "-", "-");
            assertThat(run.out()).as(name).matches("\\d+ \\d+\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3'", "'1;2;3'", "'1\t2\t3'", "'  1  2   3 '", "'\uFEFF1, 2 ,3'", "'\n\n1,2,3\n\n'"})
    void theDelimiterIsFoundAndBlankLinesArePassedOver(String text) {
        Run run = here.reading(text).depth("resize", "--convention", "nearest", "--width", "3", "-", "-");
        assertThat(run.out().strip().split("\\D")).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'1,2\n3,x'   | standard input, line 2, column 2: expected a number, found 'x'",
                "'1,2\n\n3'   | standard input, line 3: expected 2 columns, as line 1 has, found 1",
                "'1,2\n3,'    | line 2, column 2: expected a number, found ''; --missing LEVEL",
                "'a,b\n1,2'   | line 1, column 1: expected a number, found 'a'; if the line holds names, add --header",
                "'1,1e99'     | line 1, column 2: expected a number that fits a float, found '1e99'",
                "'1,0x1p3'    | line 1, column 2: expected a number, found '0x1p3'",
                "''           | Expected rows of numbers, found none",
            })
    void whatIsWrongIsSaidWithLineAndColumn(String text, String message) {
        Run run = here.reading(text).depth("resize", "--convention", "bilinear", "--width", "3", "-", "out.csv");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).startsWith("error: ").contains(message).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void missingCellsBecomeTheLevelThatWasSaid() {
        String text = "depth,a,b,c\n8,8,NaN,8\n9,9,9,9\n";
        String[] keep = {
            "resize", "--convention", "scipySpline3", "--width", "4", "--header", "--missing", "7", "-", "-"
        };
        assertThat(here.reading(text).depth(keep).out()).isEqualTo("8,8,7,8\n9,9,9,9\n");
        String[] poison = {
            "resize",
            "--convention",
            "scipySpline3",
            "--width",
            "3",
            "--header",
            "--missing",
            "0",
            "--poison-row",
            "-",
            "-"
        };
        assertThat(here.reading(text).depth(poison).out()).isEqualTo("0,0,0\n9,9,9\n");
    }

    @Test
    void fractionsAreDroppedAndOvershootIsCut() {
        String[] arguments = {"resize", "--convention", "nearest", "--width", "4", "-", "-"};
        assertThat(here.reading("127.9,-3,255.5,1e9").depth(arguments).out()).isEqualTo("127,0,255,255\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--convention bogus --width 3 in.csv out.csv",
        "--convention bilinear in.csv out.csv",
        "--convention bilinear --width 0 in.csv out.csv",
        "--convention bilinear --width 3 --height 2 in.csv out.csv",
        "--convention bilinear --width 3 --poison-row in.csv out.csv",
        "--convention bilinear --width 3 --missing 256 in.csv out.csv",
        "--convention bilinear --width 3 --json in.csv -",
        "--convention bilinear --width 3 in.png -",
        "--convention bilinear in.png out.png",
        "--width 3 in.csv out.csv"
    })
    void wrongWordsAreUsage(String words) {
        Run run = here.depth(
                Stream.concat(Stream.of("resize"), Stream.of(words.split(" "))).toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void whatIsNotThereIsNamed() {
        Run run = here.depth("resize", "--convention", "area", "--width", "3", "none.csv", "out.csv");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err())
                .contains("none.csv: there is no such file or folder")
                .doesNotContain("\tat ");
        Run loud = here.depth("resize", "-v", "--convention", "area", "--width", "3", "none.csv", "out.csv");
        assertThat(loud.err()).contains("\tat ");
    }

    @Test
    void picturesComeOutInTheSizeThatWasAskedFor() throws IOException {
        Image picture = Image.allocate(new Size(40, 20), PixelFormat.RGB24);
        for (int i = 0; i < picture.array().length; i++) {
            picture.array()[i] = (byte) (i * 7);
        }
        Images.write(picture, folder.resolve("in.png"));
        Run run = here.depth("resize", "--json", "--convention", "area", "--width", "10", "in.png", "out.png");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Image expected = FrameResizers.area().resize(picture, new Size(10, 5));
        assertThat(Images.read(folder.resolve("out.png")).sameAs(expected)).isTrue();
        assertThat(run.out()).contains("\"width\" : 10").contains("\"height\" : 5");
    }

    private static List<Case> cases() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "needs the folder depth4j.data with contracts/vectors/resize_rows.json");
        List<Case> cases = new ArrayList<>();
        try (JsonParser json = new JsonFactory()
                .createParser(
                        Path.of(data, "contracts/vectors/resize_rows.json").toFile())) {
            String name = "";
            String input = "";
            String spline = "";
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                switch (json.currentName()) {
                    case "name" -> name = json.nextTextValue();
                    case "input" -> input = row(json);
                    case "s1_u8" -> spline = row(json);
                    case "s2_u8" -> cases.add(new Case(name, input, spline, row(json)));
                    default -> {}
                }
            }
        }
        return cases;
    }

    private static String row(JsonParser json) throws IOException {
        json.nextToken();
        List<String> cells = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            cells.add(json.getText());
        }
        return String.join(",", cells);
    }
}
