package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Da2kTest {

    @TempDir
    private Path folder;

    private Path annotations(String json) throws IOException {
        return Files.writeString(folder.resolve("annotations.json"), json);
    }

    private void picture(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Images.write(Image.allocate(new Size(8, 6), PixelFormat.RGB24), file);
    }

    @Test
    void everyPairCountsTheSameAndRowsComeFirst() throws IOException {
        picture("images/indoor/a.png");
        picture("images/non_real/b.png");
        OrdinalBenchmark benchmark = SampleSets.da2k(annotations("""
                {
                  "images/indoor/a.png": [
                    {"point1": [5, 0], "point2": [0, 7], "closer_point": "point1"},
                    {"point1": [5, 7], "point2": [1, 7], "closer_point": "point2"},
                    {"point1": [3, 1], "point2": [2, 1], "closer_point": "point1"}
                  ],
                  "images/non_real/b.png": [{"point1": [2, 7], "point2": [2, 0], "closer_point": "point1"}],
                  "images/aerial/lost.jpg": [{"point1": [2, 7], "point2": [2, 0], "closer_point": "point1"}]
                }
                """));
        List<BenchmarkProgress> heard = new ArrayList<>();
        OrdinalResult result = benchmark.withListener(heard::add).run(new VerticalRamp());

        assertThat(benchmark.samples().get(0).pairs())
                .containsExactly(new OrdinalPair(0, 5, 7, 0), new OrdinalPair(7, 1, 7, 5), new OrdinalPair(1, 3, 1, 2));
        assertThat(result.results())
                .containsExactly(
                        new OrdinalScore("images/indoor/a.png", "indoor", 2, 3),
                        new OrdinalScore("images/non_real/b.png", "non_real", 0, 1));
        assertThat(result.accuracy()).isEqualTo(0.5);
        assertThat(result.bySource()).containsEntry("indoor", 2.0 / 3).containsEntry("non_real", 0.0);
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.source()).isEqualTo("aerial");
            assertThat(failure.reason()).contains("lost.jpg", "annotations.json");
        });
        assertThat(heard).hasSize(3).last().isEqualTo(new BenchmarkProgress(3, 1, 3, "images/aerial/lost.jpg"));
    }

    @Test
    void aPairOutsideItsPictureFailsThatPictureAlone() throws IOException {
        picture("indoor/a.png");
        OrdinalResult result = SampleSets.da2k(annotations("""
                        {"indoor/a.png": [{"point1": [6, 0], "point2": [0, 0], "closer_point": "point1"}]}
                        """)).run(new VerticalRamp());
        assertThat(result.failures().get(0).reason()).contains("8×6").contains("closerY=6");
        assertThatThrownBy(result::accuracy)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("indoor/a.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a.png\": [{\"point1\": [1, 2], \"point2\": [3], \"closer_point\": \"point1\"}]}"
                        + " | 'a.png[0].point2' should be a row and a column, found [3]",
                "{\"a.png\": [{\"point1\": [1, -2], \"point2\": [3, 4], \"closer_point\": \"point1\"}]}"
                        + " | 'a.png[0].point1' should be a row and a column, found [1, -2]",
                "{\"a.png\": [{\"point1\": [1, 2], \"point2\": [3, 4], \"closer_point\": \"left\"}]}"
                        + " | 'a.png[0].closer_point' should be 'point1' or 'point2', found 'left'",
                "{\"a.png\": [{\"point1\": [1, 2], \"closer_point\": \"point1\"}]} | 'a.png[0].point2' is missing",
                "{\"a.png\": [7]} | 'a.png' should be a list of objects, found 7",
                "{\"a.png\": []} | 'a.png' should hold pairs, found none",
                "{} | should name pictures, found none",
                "[] | should be one object",
            })
    void aMistakeIsToldWithItsField(String json, String message) throws IOException {
        Path file = annotations(json);
        assertThatThrownBy(() -> SampleSets.da2k(file))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }
}
