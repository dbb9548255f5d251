package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExrDepthTest {

    private static final InputLimits LIMITS = InputLimits.defaults();

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
        FloatPlane read = ExrDepth.read(DepthGoldens.file(name + ".exr"), LIMITS);

        assertThat(read.sameAs(DepthGoldens.plane())).isTrue();
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
        assertThatThrownBy(() -> ExrDepth.read(DepthGoldens.file(name + ".exr"), LIMITS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void deepFilesAreNamed() {
        byte[] file = DepthGoldens.file("none.exr");
        file[5] |= 8;

        assertThatThrownBy(() -> ExrDepth.read(file, LIMITS)).hasMessageContaining("found a file with deep pixels");
    }

    @Test
    void theDecreasingGoldensBeginWithTheirLastLines() {
        byte[] file = DepthGoldens.file("decreasing-none.exr");
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
        FloatPlane plane = Planes.of(width, height, seed);

        FloatPlane read = ExrDepth.read(written(plane, compression), LIMITS);

        assertThat(read.size()).isEqualTo(plane.size());
        assertThat(bits(read)).isEqualTo(bits(plane));
    }

    @ParameterizedTest
    @EnumSource
    void aSinglePixelComesBack(ExrCompression compression) {
        FloatPlane plane = Planes.of(1, 1, 3);

        assertThat(bits(ExrDepth.read(written(plane, compression), LIMITS))).isEqualTo(bits(plane));
    }

    @Test
    void smoothDepthShrinks() {
        FloatPlane plane = DepthGoldens.plane();

        assertThat(written(plane, ExrCompression.ZIP).length)
                .isLessThan(written(plane, ExrCompression.NONE).length / 2);
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
        byte[] file = DepthGoldens.file("zip.exr");

        assertThatThrownBy(() -> ExrDepth.read(file, LIMITS.withPixels(33 * 19 - 1)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("33×19");
        assertThatThrownBy(() -> ExrDepth.read(file, LIMITS.withBytes(file.length - 1)))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> ExrDepth.read(DepthGoldens.file("among.exr"), LIMITS.withPixels(33 * 19)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("4 channels");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() {
        byte[] file = DepthGoldens.file("zip.exr");
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);

            assertThatThrownBy(() -> ExrDepth.read(cut, LIMITS)).isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void aThousandMutationsGiveClearErrorsOnly() {
        List<byte[]> seeds = Stream.of("none", "zips", "zip", "decreasing", "half", "among", "layers", "window")
                .map(name -> DepthGoldens.file(name + ".exr"))
                .toList();

        assertThat(Mutations.outcomes(seeds, 1_000, ExrDepth::read)).containsKeys("MalformedInputException", "plane");
    }

    private static byte[] written(FloatPlane plane, ExrCompression compression) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExrDepth.write(plane, compression, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static int[] bits(FloatPlane plane) {
        int[] bits = new int[plane.array().length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(plane.array()[i]);
        }
        return bits;
    }
}
