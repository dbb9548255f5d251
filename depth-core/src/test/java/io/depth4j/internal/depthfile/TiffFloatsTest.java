package io.depth4j.internal.depthfile;

import static io.depth4j.io.DepthFileSamples.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.depthfile.TiffFloats.Packing;
import io.depth4j.io.DepthFileSamples;
import io.depth4j.io.TiffFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffFloatsTest {

    private static final Claims CLAIMS = new Claims(1 << 20);
    private static final String NOTE = "kind=METRIC axis=Z";

    @ParameterizedTest
    @ValueSource(strings = {"little-none", "little-strips", "little-deflate", "big-none", "big-strips", "big-deflate"})
    void whatTifffileWroteIsRead(String name) {
        FloatPlane read = read(DepthFileSamples.golden(name + ".tiff"));

        assertThat(read.sameAs(DepthFileSamples.ends())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "refused-tiles,found tiles",
        "refused-bigtiff,BigTIFF is not read",
        "refused-shorts,'bits a sample 32, found 16'"
    })
    void whatIsNotReadIsNamed(String name, String reason) {
        assertThatThrownBy(() -> read(DepthFileSamples.golden(name + ".tiff")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPredictorIsNamed() {
        byte[] file = TiffFile.withShort(DepthFileSamples.golden("little-deflate.tiff"), 317, 3);

        assertThatThrownBy(() -> read(file))
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
        FloatPlane plane = DepthFileSamples.any(width, height, seed);

        FloatPlane read = read(written(plane, packing, rowsPerStrip));

        assertThat(read.size()).isEqualTo(plane.size());
        assertThat(bits(read)).isEqualTo(bits(plane));
    }

    @Test
    void aSinglePixelComesBack() {
        FloatPlane plane = DepthFileSamples.any(1, 1, 3);
        for (Packing packing : Packing.values()) {
            assertThat(bits(read(written(plane, packing, 1)))).isEqualTo(bits(plane));
        }
    }

    @Test
    void aStripHasARow() {
        assertThatThrownBy(() -> written(DepthFileSamples.any(2, 2, 1), Packing.NONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }

    @Test
    void claimsBeyondTheLimitsAreRefused() {
        byte[] file = DepthFileSamples.golden("big-deflate.tiff");

        assertThatThrownBy(() -> read(file, new Claims(33 * 19 - 1)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("33×19");
    }

    private static FloatPlane read(byte[] file) {
        return read(file, CLAIMS);
    }

    private static FloatPlane read(byte[] file, Claims claims) {
        return TiffFloats.read(new Bytes(file, file.length), claims).plane();
    }

    private static byte[] written(FloatPlane plane, Packing packing, int rowsPerStrip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TiffFloats.write(plane.size(), FloatBuffer.wrap(plane.array()), NOTE, packing, rowsPerStrip, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
