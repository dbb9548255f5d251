package io.depth4j.internal.depthfile;

import static io.depth4j.io.DepthFileSamples.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.io.DepthFileSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExrFloatsTest {

    private static final Claims CLAIMS = new Claims(1 << 20);
    private static final String NOTE = "kind=METRIC axis=Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "zips",
                "zip",
                "decreasing",
                "decreasing-none",
                "half",
                "among",
                "only",
                "layers",
                "window"
            })
    void whatOpenExrWroteIsRead(String name) {
        FloatPlane read = read(DepthFileSamples.golden(name + ".exr"));

        assertThat(read.sameAs(DepthFileSamples.ends())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "refused-piz,found PIZ",
        "refused-dwaa,found DWAA",
        "refused-colors,'B, G, R'",
        "refused-uint,channel Z is UINT",
        "refused-tiles,found a file with tiles",
        "refused-parts,found a file with several parts"
    })
    void whatIsNotReadIsNamed(String name, String reason) {
        assertThatThrownBy(() -> read(DepthFileSamples.golden(name + ".exr")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void deepFilesAreNamed() {
        byte[] file = DepthFileSamples.golden("none.exr");
        file[5] |= 8;

        assertThatThrownBy(() -> read(file)).hasMessageContaining("found a file with deep pixels");
    }

    @Test
    void theDecreasingGoldensBeginWithTheirLastLines() {
        byte[] file = DepthFileSamples.golden("decreasing-none.exr");
        ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = ExrHeader.read(new Bytes(file, file.length)).end();

        assertThat(words.getInt(table + 8 * 19)).isEqualTo(18);
    }

    @Property(tries = 400)
    void roundTripsKeepEveryBit(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 50) int height,
            @ForAll long seed,
            @ForAll ExrCompression compression) {
        FloatPlane plane = DepthFileSamples.any(width, height, seed);

        FloatPlane read = read(written(plane, compression));

        assertThat(read.size()).isEqualTo(plane.size());
        assertThat(bits(read)).isEqualTo(bits(plane));
    }

    @ParameterizedTest
    @EnumSource
    void aSinglePixelComesBack(ExrCompression compression) {
        FloatPlane plane = DepthFileSamples.any(1, 1, 3);

        assertThat(bits(read(written(plane, compression)))).isEqualTo(bits(plane));
    }

    @Test
    void smoothDepthShrinks() {
        FloatPlane plane = DepthFileSamples.ends();

        assertThat(written(plane, ExrCompression.ZIP).length)
                .isLessThan(written(plane, ExrCompression.NONE).length * 3 / 5);
    }

    /** Values by IEEE 754: both zeros, the smallest, the largest below one, one, the largest, infinities and no number. */
    @ParameterizedTest
    @CsvSource({
        "0,0.0",
        "0x8000,-0.0",
        "1,5.9604645E-8",
        "0x8001,-5.9604645E-8",
        "0x3ff,6.097555E-5",
        "0x400,6.1035156E-5",
        "0x3bff,0.99951172",
        "0x3c00,1",
        "0xc000,-2",
        "0x7bff,65504",
        "0x7c00,Infinity",
        "0xfc00,-Infinity",
        "0x7e00,NaN"
    })
    void halvesAreExact(String half, Float value) {
        assertThat(ExrBlock.ofHalf(Integer.decode(half))).isEqualTo(value);
    }

    @Test
    void claimsBeyondTheLimitsAreRefused() {
        byte[] file = DepthFileSamples.golden("zip.exr");

        assertThatThrownBy(() -> read(file, new Claims(33 * 19 - 1)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("33×19");
        assertThatThrownBy(() -> read(DepthFileSamples.golden("among.exr"), new Claims(33 * 19)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("4 channels");
    }

    private static FloatPlane read(byte[] file) {
        return read(file, CLAIMS);
    }

    private static FloatPlane read(byte[] file, Claims claims) {
        return ExrFloats.read(new Bytes(file, file.length), claims).plane();
    }

    private static byte[] written(FloatPlane plane, ExrCompression compression) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExrFloats.write(plane.size(), FloatBuffer.wrap(plane.array()), NOTE, compression, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
