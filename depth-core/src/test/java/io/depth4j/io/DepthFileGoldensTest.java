package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthAxis;
import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.MalformedInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others, made by {@code depth_file_goldens.py} and {@code exr_tiff_goldens.py}. */
class DepthFileGoldensTest {

    private static final DepthReadOptions METRES = DepthReadOptions.defaults().withKind(DepthKind.METRIC);

    @ParameterizedTest
    @CsvSource({"opencv-kitti.png, 256", "opencv-tum.png, 5000", "pillow-millimetres.png, 1000"})
    void numbersOfOthersAreReadWithTheScaleThatIsGiven(String name, double steps) {
        DepthReadOptions options = METRES.withScale(DepthScale.perUnit(steps));
        DepthFileSamples.assertSame(
                DepthFiles.read(DepthFileSamples.golden(name), options), DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void aNoteThatPillowWroteGoesBeforeTheOptions() {
        DepthReadOptions options = METRES.withScale(DepthScale.KITTI);
        DepthFileSamples.assertSame(
                DepthFiles.read(DepthFileSamples.golden("pillow-noted.png"), options),
                DepthFileSamples.map(DepthKind.SCALE_INVARIANT).withAxis(DepthAxis.RAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opencv.pfm",
                "numpy-big-endian.pfm",
                "numpy-infinite.pfm",
                "numpy-f4.npy",
                "numpy-f8.npy",
                "numpy-big-endian.npy",
                "numpy-batch.npy",
                "numpy-channel.npy",
                "numpy-unnamed.npz",
                "numpy-masked.npz",
                "numpy-bytes.npz"
            })
    void floatsOfOthersAreReadAsTheyAre(String name) {
        DepthFileSamples.assertSame(
                DepthFiles.read(DepthFileSamples.golden(name), METRES), DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void anArchiveMaySayItsKindAndAxis() {
        DepthFileSamples.assertSame(
                DepthFiles.read(DepthFileSamples.golden("numpy-kind.npz")),
                DepthFileSamples.map(DepthKind.AFFINE_INVARIANT).withAxis(DepthAxis.RAY));
    }

    @ParameterizedTest
    @CsvSource({"numpy-fortran.npy, Fortran order", "numpy-u2.npy, found <u2"})
    void arraysThatAreNoRowsOfFloatsAreRefused(String name, String reason) {
        byte[] file = DepthFileSamples.golden(name);
        assertThatThrownBy(() -> DepthFiles.read(file, METRES))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted.exr", "noted.tiff"})
    void aNoteThatOpenExrOrTifffileWroteGoesBeforeTheOptions(String name) {
        DepthFileSamples.assertSame(
                DepthFiles.read(DepthFileSamples.golden(name), METRES),
                DepthMap.wrap(DepthFileSamples.ends(), DepthKind.SCALE_INVARIANT)
                        .withAxis(DepthAxis.RAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip.exr", "little-none.tiff", "described.tiff"})
    void aFileWithoutOurNoteAsksForItsKind(String name) {
        byte[] file = DepthFileSamples.golden(name);
        assertThatThrownBy(() -> DepthFiles.read(file))
                .isInstanceOf(DepthException.class)
                .hasMessageContaining("withKind");
        DepthFileSamples.assertSame(
                DepthFiles.read(file, METRES), DepthMap.wrap(DepthFileSamples.ends(), DepthKind.METRIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted.exr", "noted.tiff"})
    void aNoteThatCannotBeUnderstoodIsRefused(String name) {
        byte[] file = DepthFileSamples.golden(name);
        int axis = new String(file, StandardCharsets.ISO_8859_1).indexOf("axis=RAY");
        file[axis + 5] = 'B';
        assertThatThrownBy(() -> DepthFiles.read(file))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("[Z, RAY], found BAY");
    }
}
