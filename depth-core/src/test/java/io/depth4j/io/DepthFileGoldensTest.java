package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.MalformedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of NumPy, OpenCV and Pillow, made by {@code depth_file_goldens.py}. */
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
}
