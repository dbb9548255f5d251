package io.depth4j.io;

import static io.depth4j.io.DepthFileSamples.assertSame;
import static io.depth4j.io.DepthFileSamples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthAxis;
import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.DepthWriteOptions.Misfit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepthFilesTest {

    private static final DepthReadOptions METRES = DepthReadOptions.defaults().withKind(DepthKind.METRIC);
    private static final DepthWriteOptions CLIP = DepthWriteOptions.defaults().withMisfit(Misfit.CLIP);

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void valuesAndMissingPixelsSurviveTheRoundTrip(DepthFormat format) {
        DepthMap map = DepthFileSamples.map(DepthKind.METRIC);
        assertSame(DepthFiles.read(written(map, format), METRES), map);
    }

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void aMapWithoutOneValueSurvivesTheRoundTrip(DepthFormat format) {
        for (DepthKind kind : DepthKind.values()) {
            DepthMap map = map(kind, Float.NaN, Float.NaN, Float.NaN);
            assertSame(
                    DepthFiles.read(
                            written(map, format), DepthReadOptions.defaults().withKind(kind)),
                    map);
        }
    }

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void aFileThatIsCutAnywhereIsRefusedInWords(DepthFormat format) {
        byte[] file = written(DepthFileSamples.map(DepthKind.METRIC), format);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> DepthFiles.read(cut, METRES))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOf(MalformedInputException.class)
                    .message()
                    .doesNotContain("null");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DepthFormat.class,
            names = {"PNG16", "NPZ", "EXR", "TIFF"})
    void kindAndAxisAreSaidWhereTheFormatCan(DepthFormat format) {
        for (DepthKind kind : DepthKind.values()) {
            for (DepthAxis axis : DepthAxis.values()) {
                DepthMap read =
                        DepthFiles.read(written(DepthFileSamples.map(kind).withAxis(axis), format));
                assertThat(read.kind()).isEqualTo(kind);
                assertThat(read.axis()).isEqualTo(axis);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DepthFormat.class,
            names = {"PFM", "NPY"})
    void aKindThatTheFileDoesNotSayIsAskedFor(DepthFormat format) {
        byte[] file = written(DepthFileSamples.map(DepthKind.METRIC), format);
        assertThatThrownBy(() -> DepthFiles.read(file))
                .isInstanceOf(DepthException.class)
                .hasMessageContaining("withKind")
                .hasMessageContaining(format.name());
    }

    @Test
    void aPngWithoutOurNoteAsksForKindAndForScale() {
        byte[] file = DepthFileSamples.golden("opencv-tum.png");
        assertThatThrownBy(() -> DepthFiles.read(file))
                .isInstanceOf(DepthException.class)
                .hasMessageContaining("withKind");
        assertThatThrownBy(() -> DepthFiles.read(file, METRES))
                .isInstanceOf(DepthException.class)
                .hasMessageContaining("withScale");
    }

    @Test
    void kindsWithoutMetresAreSpreadOverTheirOwnRange() {
        DepthMap map = map(DepthKind.AFFINE_INVARIANT_INVERSE, -3, Float.NaN, 0.001f, 17);
        DepthMap read = DepthFiles.read(written(map, DepthFormat.PNG16));
        float halfStep = 20f / 65534 / 2;
        assertThat(read.at(0, 0)).isEqualTo(-3);
        assertThat(read.at(1, 0)).isNaN();
        assertThat(read.at(2, 0)).isBetween(0.001f - halfStep, 0.001f + halfStep);
        assertThat(read.at(3, 0)).isEqualTo(17);
    }

    @Test
    void aMapOfOneValueIsExactInItsOwnRange() {
        DepthMap map = map(DepthKind.SCALE_INVARIANT, 0.1f, 0.1f, Float.NaN);
        assertSame(DepthFiles.read(written(map, DepthFormat.PNG16)), map);
    }

    @Test
    void valuesThatSixteenBitsCannotHoldAreRefused() {
        for (float misfit : new float[] {65.536f, 0, 0.0004f, -1, Float.POSITIVE_INFINITY}) {
            DepthMap map = map(DepthKind.METRIC, 1, misfit, Float.NaN);
            assertThatThrownBy(() -> written(map, DepthFormat.PNG16))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Found " + misfit + " at (1, 0)")
                    .hasMessageContaining("0.001 to 65.535")
                    .hasMessageContaining("Misfit.CLIP");
        }
    }

    @Test
    void valuesThatSixteenBitsCannotHoldAreClippedAndNeverMissing() {
        DepthMap map = map(DepthKind.METRIC, -1, 0, 0.0004f, 70, Float.POSITIVE_INFINITY, Float.NaN);
        assertSame(
                DepthFiles.read(written(map, DepthFormat.PNG16, CLIP)),
                map(DepthKind.METRIC, 0.001f, 0.001f, 0.001f, 65.535f, 65.535f, Float.NaN));
        DepthWriteOptions between = CLIP.withScale(DepthScale.between(Range.of(1, 2)));
        assertSame(
                DepthFiles.read(written(map, DepthFormat.PNG16, between)),
                map(DepthKind.METRIC, 1, 1, 1, 2, 2, Float.NaN));
    }

    @Test
    void infinityIsMissingInAPfmAndAValueInNumPysFormats() {
        DepthMap map = map(DepthKind.METRIC, 1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);
        assertThatThrownBy(() -> written(map, DepthFormat.PFM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose NPY");
        assertSame(
                DepthFiles.read(written(map, DepthFormat.PFM, CLIP), METRES),
                map(DepthKind.METRIC, 1, Float.MAX_VALUE, -Float.MAX_VALUE, Float.NaN));
        assertSame(DepthFiles.read(written(map, DepthFormat.NPY), METRES), map);
        assertSame(DepthFiles.read(written(map, DepthFormat.NPZ), METRES), map);
    }

    @Test
    void everyNumberOfSixteenBitsComesBackInEveryConvention() {
        for (DepthScale scale : new DepthScale[] {
            DepthScale.MILLIMETRES, DepthScale.KITTI, DepthScale.TUM, DepthScale.between(Range.of(-2.5, 80))
        }) {
            for (int stored = 1; stored <= DepthScale.LAST; stored++) {
                float value = (float) scale.value(stored);
                assertThat(Math.rint(scale.stored(value))).as("%s", scale).isEqualTo(stored);
            }
        }
    }

    @Test
    void interlacedRowsOfSixteenBitsAreRead() {
        FloatPlane plane = DepthFileSamples.plane();
        byte[] file = new PngFile()
                .header(7, 5, 16, 0, true)
                .chunk("tEXt", "depth4j\0kind=METRIC axis=Z steps=1000".getBytes(StandardCharsets.ISO_8859_1))
                .pixels(7, 5, 16, 0, true, (x, y, c) -> plane.isMissing(x, y) ? 0 : (int) (plane.at(x, y) * 1000))
                .end();
        assertSame(DepthFiles.read(file), DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void aPngThatIsNoDepthIsRefused() {
        byte[] file = new PngFile()
                .header(7, 5, 8, 2, false)
                .pixels(7, 5, 8, 2, false, (x, y, c) -> x)
                .end();
        assertThatThrownBy(() -> DepthFiles.read(file, METRES.withScale(DepthScale.KITTI)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("one channel of 16 bits");
    }

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void theContentTellsTheFormatAndTheEndingChoosesIt(DepthFormat format, @TempDir Path folder) throws IOException {
        DepthMap map = DepthFileSamples.map(DepthKind.METRIC);
        Path misnamed = folder.resolve("map.jpg");
        DepthFiles.write(map, misnamed, format, DepthWriteOptions.defaults());
        assertSame(DepthFiles.read(misnamed, METRES), map);

        Path named = folder.resolve("MAP." + (format == DepthFormat.PNG16 ? "png" : format.name()));
        DepthFiles.write(map, named);
        assertThat(named).hasSameBinaryContentAs(misnamed);
    }

    @Test
    void aMapThatDoesNotFitLeavesTheFileAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("map.png");
        Files.writeString(file, "before");
        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC, 1000), file))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anEndingOfNoFormatIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> DepthFiles.write(map(DepthKind.METRIC, 1), folder.resolve("map.bmp")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".png, .pfm, .npy, .npz, .exr, .tif, .tiff")
                .hasMessageContaining("map.bmp");
    }

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void limitsHoldForBytesAndForPixels(DepthFormat format, @TempDir Path folder) throws IOException {
        byte[] file = written(DepthFileSamples.map(DepthKind.METRIC), format);
        InputLimits limits = InputLimits.defaults();
        assertThatThrownBy(() -> DepthFiles.read(file, METRES.withLimits(limits.withPixels(34))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("7×5");
        DepthReadOptions fewBytes = METRES.withLimits(limits.withBytes(file.length - 1));
        assertThatThrownBy(() -> DepthFiles.read(file, fewBytes)).isInstanceOf(LimitExceededException.class);
        Path path = Files.write(folder.resolve("map"), file);
        assertThatThrownBy(() -> DepthFiles.read(path, fewBytes)).isInstanceOf(LimitExceededException.class);
        DepthReadOptions enough = METRES.withLimits(new InputLimits(file.length, 35));
        assertThat(DepthFiles.read(path, enough).size()).isEqualTo(new Size(7, 5));
    }

    @Test
    void arraysThatNobodyWantsDoNotUnpackWithoutEnd() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("image.npy"));
            zip.write(new byte[10_000]);
        }
        DepthReadOptions options = METRES.withLimits(InputLimits.defaults().withPixels(100));
        assertThatThrownBy(() -> DepthFiles.read(file.toByteArray(), options))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("unpack");
    }

    @Test
    void numPysValuesBeginAtAMultipleOf64() {
        byte[] file = written(DepthFileSamples.map(DepthKind.METRIC), DepthFormat.NPY);
        assertThat((file.length - 35 * Float.BYTES) % 64).isZero();
    }

    @ParameterizedTest
    @EnumSource(DepthFormat.class)
    void everyFileThatEndsEarlyIsRefused(DepthFormat format) {
        byte[] file = written(DepthFileSamples.map(DepthKind.METRIC), format);
        for (int length = 0; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> DepthFiles.read(part, METRES))
                    .as("%d bytes", length)
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    private static DepthMap map(DepthKind kind, float... values) {
        return DepthMap.wrap(FloatPlane.wrap(new Size(values.length, 1), values), kind);
    }
}
