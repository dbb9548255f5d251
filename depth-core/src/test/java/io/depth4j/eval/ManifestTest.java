package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthFormat;
import io.depth4j.io.DepthScale;
import io.depth4j.io.DepthWriteOptions;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

    private static final String HEADER = "id,rgb,gt,kind,scale,unit,invalid,domain,license,note\n";

    @TempDir
    private Path folder;

    private Path manifest(String text) throws IOException {
        return Files.writeString(folder.resolve("manifest.csv"), text);
    }

    @Test
    void depthAndDisparityAreReadAsTheTableSays() throws IOException {
        Files.createDirectories(folder.resolve("rgb"));
        Files.createDirectories(folder.resolve("gt"));
        Images.write(Image.allocate(new Size(4, 2), PixelFormat.RGB24), folder.resolve("rgb/a.png"));
        FloatPlane metres = FloatPlane.wrap(new Size(4, 2), new float[] {1, 2, 3, 4, Float.NaN, 6, 7, 12.5f});
        DepthFiles.write(
                DepthMap.wrap(metres, DepthKind.METRIC),
                folder.resolve("gt/a.png"),
                DepthFormat.PNG16,
                DepthWriteOptions.defaults().withScale(DepthScale.MILLIMETRES));
        DepthFiles.write(
                DepthMap.wrap(metres, DepthKind.AFFINE_INVARIANT_INVERSE),
                folder.resolve("gt/b.png"),
                DepthFormat.PNG16,
                DepthWriteOptions.defaults().withScale(DepthScale.perUnit(100)));
        SampleSet set = SampleSets.manifest(manifest(HEADER
                + "room_a,rgb/a.png,gt/a.png,depth,0.001,m,0,indoor,\"free, they say\",\"a \"\"room\"\"\nof two lines\"\r\n"
                + "\n"
                + "stereo_b,rgb/a.png,gt/b.png,disparity,0.01,px,0,indoor,,\n"));

        assertThat(set.samples()).extracting(Sample::id).containsExactly("room_a", "stereo_b");
        assertThat(set.samples()).extracting(Sample::source).containsExactly("room", "stereo");
        assertThat(set.samples().get(0).picture().size()).isEqualTo(new Size(4, 2));
        DepthMap known = set.samples().get(0).known();
        assertThat(known.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(known.at(3, 1)).isCloseTo(12.5f, within(1e-6f));
        assertThat(known.at(0, 1)).isNaN();
        DepthMap disparity = set.samples().get(1).known();
        assertThat(disparity.kind()).isEqualTo(DepthKind.AFFINE_INVARIANT_INVERSE);
        assertThat(disparity.at(1, 0)).isCloseTo(2, within(1e-6f));
    }

    @Test
    void aFileThatIsNotThereIsToldWithTheLineThatNamesIt() throws IOException {
        SampleSet set = SampleSets.manifest(manifest(HEADER + "room_a,rgb/a.png,gt/a.png,depth,0.001,m,0,indoor,,\n"));
        BenchmarkResult result = Benchmark.of(set).run(new VerticalRamp());

        assertThat(result.failures())
                .singleElement()
                .extracting(SampleFailure::reason)
                .asString()
                .contains("There is no file")
                .contains(folder.resolve("rgb/a.png").toString())
                .contains("column \"rgb\", line 2 of manifest.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a,p,g.png,depth,zero,m,0,d,l,n | line 3, column \"scale\": expected a number above 0, found \"zero\"",
                "a,p,g.png,depth,-1,m,0,d,l,n | line 3, column \"scale\": expected a number above 0, found \"-1\"",
                "a,p,g.png,depth,1e300,m,0,d,l,n | line 3, column \"scale\": expected a number from 1.0E-12 to",
                "a,p\0q,g.png,depth,1,m,0,d,l,n | line 3, column \"rgb\": expected the name of a file",
                "a,p,g.png,deep,1,m,0,d,l,n | line 3, column \"kind\": expected \"depth\" or \"disparity\", found \"deep\"",
                "a,p,g.png,depth,1,px,0,d,l,n | line 3, column \"unit\": expected \"m\" for depth, found \"px\"",
                "a,p,g.png,depth,1,m,9,d,l,n | line 3, column \"invalid\": expected 0, found \"9\"",
                "a,p,g.npy,depth,1,m,0,d,l,n | line 3, column \"gt\": expected a PNG of 16 bits, found \"g.npy\"",
                "a,,g.png,depth,1,m,0,d,l,n | line 3, column \"rgb\": expected a text, found \"\"",
                "x,p,g.png,depth,1,m,0,d,l,n | line 3, column \"id\": expected one that no other line has, as line 2 does",
                "a,p,g.png | line 3: expected 10 columns as in the header, found 3",
                "a,\"p | line 3, column 2: expected a second quotation mark, found the end of the file",
                "a,\"p\"q | line 3, column 2: expected a comma after the second quotation mark, found 'q'",
            })
    void aMistakeIsToldWithFileLineAndColumn(String line, String message) throws IOException {
        Path csv = manifest(HEADER + "x,p,g.png,depth,1,m,0,d,l,n\n" + line);
        assertThatThrownBy(() -> SampleSets.manifest(csv))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(csv + ", " + message);
    }

    @Test
    void aTableWithoutItsColumnsOrLinesIsRefused() throws IOException {
        Path other = manifest("id,rgb,depth\n");
        assertThatThrownBy(() -> SampleSets.manifest(other))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("expected a column \"gt\", found [id, rgb, depth]");
        Path twice = manifest("id,rgb,gt,kind,scale,scale\n");
        assertThatThrownBy(() -> SampleSets.manifest(twice))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("expected one column \"scale\", found two in [id, rgb, gt, kind, scale, scale]");
        Path empty = manifest(HEADER);
        assertThatThrownBy(() -> SampleSets.manifest(empty))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("names no samples");
        Path nothing = manifest("");
        assertThatThrownBy(() -> SampleSets.manifest(nothing))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("found nothing");
    }
}
