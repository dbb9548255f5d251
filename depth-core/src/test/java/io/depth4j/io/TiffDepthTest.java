package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.io.TiffDepth.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDepthTest {

    private static final InputLimits LIMITS = InputLimits.defaults();

    @ParameterizedTest
    @ValueSource(strings = {"little-none", "little-strips", "little-deflate", "big-none", "big-strips", "big-deflate"})
    void whatTifffileWroteIsRead(String name) {
        FloatPlane read = TiffDepth.read(DepthGoldens.file(name + ".tiff"), LIMITS);

        assertThat(read.sameAs(DepthGoldens.plane())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "refused-tiles,found tiles",
        "refused-bigtiff,BigTIFF is not read",
        "refused-shorts,'bits a sample 32, found 16'"
    })
    void whatIsNotReadIsNamed(String name, String reason) {
        assertThatThrownBy(() -> TiffDepth.read(DepthGoldens.file(name + ".tiff"), LIMITS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPredictorIsNamed() {
        byte[] file = TiffFile.withShort(DepthGoldens.file("little-deflate.tiff"), 317, 3);

        assertThatThrownBy(() -> TiffDepth.read(file, LIMITS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("predictor (1 is none) 1, found 3");
    }

    @Property(tries = 400)
    void roundTripsKeepEveryBit(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 50) int height,
            @ForAll @IntRange(min = 1, max = 60) int rowsPerStrip,
            @ForAll long seed,
            @ForAll Packing packing) {
        FloatPlane plane = Planes.of(width, height, seed);

        FloatPlane read = TiffDepth.read(written(plane, packing, rowsPerStrip), LIMITS);

        assertThat(read.size()).isEqualTo(plane.size());
        assertThat(ExrDepthTest.bits(read)).isEqualTo(ExrDepthTest.bits(plane));
    }

    @Test
    void aSinglePixelComesBack() {
        FloatPlane plane = Planes.of(1, 1, 3);
        for (Packing packing : Packing.values()) {
            assertThat(ExrDepthTest.bits(TiffDepth.read(written(plane, packing, 1), LIMITS)))
                    .isEqualTo(ExrDepthTest.bits(plane));
        }
    }

    @Test
    void aStripHasARow() {
        assertThatThrownBy(() -> written(Planes.of(2, 2, 1), Packing.NONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }

    @Test
    void claimsBeyondTheLimitsAreRefused() {
        byte[] file = DepthGoldens.file("big-deflate.tiff");

        assertThatThrownBy(() -> TiffDepth.read(file, LIMITS.withPixels(33 * 19 - 1)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("33×19");
        assertThatThrownBy(() -> TiffDepth.read(file, LIMITS.withBytes(file.length - 1)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void aFileCutShortAnywhereIsRefused() {
        byte[] file = written(DepthGoldens.plane(), Packing.NONE, 4);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);

            assertThatThrownBy(() -> TiffDepth.read(cut, LIMITS)).isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void aThousandMutationsGiveClearErrorsOnly() {
        List<byte[]> seeds = Stream.of("little-none", "little-strips", "little-deflate", "big-strips", "big-deflate")
                .map(name -> DepthGoldens.file(name + ".tiff"))
                .toList();

        assertThat(Mutations.outcomes(seeds, 1_000, TiffDepth::read)).containsKeys("MalformedInputException", "plane");
    }

    private static byte[] written(FloatPlane plane, Packing packing, int rowsPerStrip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TiffDepth.write(plane, packing, rowsPerStrip, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
