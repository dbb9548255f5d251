package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of NumPy, OpenCV and Pillow, made by {@code depth_file_goldens.py}. */
class DepthFileGoldensTest {

    private static final DepthReadOptions METRES = DepthReadOptions.defaults().withKind(DepthKind.METRIC);

    @ParameterizedTest
    @CsvSource({"opencv-kitti.png, 256", "opencv-tum.png, 5000", "pillow-millimetres.png, 1000"})
    void numbersOfOthersAreReadWithTheScaleThatIsGiven(String name, double steps) throws IOException {
        DepthReadOptions options = METRES.withScale(DepthScale.perUnit(steps));
        DepthFileSamples.assertSame(DepthFiles.read(golden(name), options), DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void aNoteThatPillowWroteGoesBeforeTheOptions() throws IOException {
        DepthReadOptions options = METRES.withScale(DepthScale.KITTI);
        DepthFileSamples.assertSame(
                DepthFiles.read(golden("pillow-noted.png"), options),
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
    void floatsOfOthersAreReadAsTheyAre(String name) throws IOException {
        DepthFileSamples.assertSame(DepthFiles.read(golden(name), METRES), DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void anArchiveMaySayItsKindAndAxis() throws IOException {
        DepthFileSamples.assertSame(
                DepthFiles.read(golden("numpy-kind.npz")),
                DepthFileSamples.map(DepthKind.AFFINE_INVARIANT).withAxis(DepthAxis.RAY));
    }

    @ParameterizedTest
    @CsvSource({"numpy-fortran.npy, Fortran order", "numpy-u2.npy, found <u2"})
    void arraysThatAreNoRowsOfFloatsAreRefused(String name, String reason) throws IOException {
        byte[] file = golden(name);
        assertThatThrownBy(() -> DepthFiles.read(file, METRES))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    static byte[] golden(String name) throws IOException {
        String path = "/io/depth4j/depth-files/" + name;
        try (InputStream in = DepthFileGoldensTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }
}
