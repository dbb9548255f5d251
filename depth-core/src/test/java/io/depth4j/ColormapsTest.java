package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Colormap.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColormapsTest {

    /** Lightness may go back by this much, a fifth of what an eye can see, because entries are whole bytes. */
    private static final double LIGHTNESS_TOLERANCE = 0.2;

    private static final List<String> OPENCV = List.of(
            "autumn",
            "bone",
            "jet",
            "winter",
            "rainbow",
            "ocean",
            "summer",
            "spring",
            "cool",
            "hsv",
            "pink",
            "hot",
            "parula",
            "magma",
            "inferno",
            "plasma",
            "viridis",
            "cividis",
            "twilight",
            "twilight_shifted",
            "turbo",
            "deepgreen");

    @Test
    void everyTableIsThatOfItsSource() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        try (InputStream in = ColormapsTest.class.getResourceAsStream("colormaps.sha256")) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .forEach(line -> expected.put(line.substring(66), line.substring(0, 64)));
        }
        Map<String, String> found = new LinkedHashMap<>();
        Colormaps.all().forEach(map -> found.put(map.name(), sha256(map)));

        assertThat(found).containsExactlyEntriesOf(expected).hasSize(102);
    }

    @Test
    void boreholeTablesAreBitExact() {
        assertThat(sha256(Colormaps.named("geological")))
                .isEqualTo("db37e7f603c3d6bcd3ce0ef35c1f46d96514e7c93f2b44cf7308594c6f16de82");
        assertThat(sha256(Colormaps.named("heatlog")))
                .isEqualTo("f83030312303d878e0941af1181b1ab232e71a054527b0aa1398fee35f82d18e");
        assertThat(sha256(Colormaps.named("magma.truncated")))
                .isEqualTo("e2e7c21b2cdebd6f55d07fae05ea13bb4b4f0908509892384b87c747b9f319f6");
    }

    @Test
    void allOfOpencvsMapsAreOpencvs() {
        assumeTrue(opencvRuns(), "OpenCV has no native library here");
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Image ramp = Image.wrap(new Size(256, 1), PixelFormat.GRAY8, bytes);
        for (int id = 0; id < OPENCV.size(); id++) {
            byte[] expected = new byte[3 * 256];
            try (Mat src = new Mat(1, 256, opencv_core.CV_8UC1, new BytePointer(bytes));
                    Mat dst = new Mat()) {
                opencv_imgproc.applyColorMap(src, dst, id);
                dst.data().get(expected);
            }
            Image found = Image.allocate(ramp.size(), PixelFormat.BGR24);
            Colormaps.named("opencv." + OPENCV.get(id)).colorizeInto(ramp, found);

            assertThat(found.array()).as(OPENCV.get(id)).isEqualTo(expected);
        }
        assertThat(Colormaps.names().stream().filter(name -> name.startsWith("opencv.")))
                .hasSameSizeAs(OPENCV);
    }

    static Stream<Colormap> sequential() {
        return Colormaps.ofKind(Kind.SEQUENTIAL).stream();
    }

    @ParameterizedTest
    @MethodSource("sequential")
    void sequentialMapsHaveLightnessThatGoesOneWay(Colormap map) {
        double[] lightness =
                map.colors().stream().mapToDouble(ColorVision::lightness).toArray();
        double way = Math.signum(lightness[255] - lightness[0]);
        double farthest = lightness[0] * way;
        for (double l : lightness) {
            assertThat(l * way).isGreaterThanOrEqualTo(farthest - LIGHTNESS_TOLERANCE);
            farthest = Math.max(farthest, l * way);
        }
        assertThat(Math.abs(lightness[255] - lightness[0])).isGreaterThan(25);
    }

    @Test
    void lightnessIsThatOfCie() {
        assertThat(ColorVision.lightness(Rgba.BLACK)).isEqualTo(0);
        assertThat(ColorVision.lightness(Rgba.WHITE)).isCloseTo(100, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(ColorVision.lightness(Rgba.rgb(255, 0, 0)))
                .isCloseTo(53.24, org.assertj.core.data.Offset.offset(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viridis", "plasma", "inferno", "magma", "cividis", "gray", "RdBu", "coolwarm", "PuOr"})
    void mapsMadeForEverybodyAreFoundSafe(String name) {
        assertThat(Colormaps.named(name).isColorBlindSafe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jet", "turbo", "hsv", "RdYlGn", "Spectral", "gist_rainbow", "geological", "heatlog"})
    void rainbowsAndRedAgainstGreenAreFoundUnsafe(String name) {
        assertThat(Colormaps.named(name).isColorBlindSafe()).isFalse();
    }

    @Test
    void everyKindHasItsMapsAndEveryMapItsKind() {
        int maps = 0;
        for (Kind kind : Kind.values()) {
            assertThat(Colormaps.ofKind(kind)).isNotEmpty();
            maps += Colormaps.ofKind(kind).size();
        }
        assertThat(maps).isEqualTo(Colormaps.all().size());
        assertThat(Colormaps.named("twilight").kind()).isEqualTo(Kind.CYCLIC);
        assertThat(Colormaps.named("Spectral").kind()).isEqualTo(Kind.DIVERGING);
    }

    @Test
    void nameWithSuffixGivesTheMapReversed() {
        assertThat(Colormaps.named("viridis_r")).isEqualTo(Colormaps.viridis().reversed());
        assertThat(Colormaps.named("viridis_r").reversed()).isEqualTo(Colormaps.viridis());
    }

    @Test
    void cyclicMapsMeetAtTheirEnds() {
        for (Colormap map : Colormaps.ofKind(Kind.CYCLIC)) {
            Rgba first = map.colors().get(0);
            Rgba last = map.colors().get(255);
            int red = Math.abs(first.red() - last.red());
            int green = Math.abs(first.green() - last.green());
            int blue = Math.abs(first.blue() - last.blue());

            assertThat(Math.max(red, Math.max(green, blue))).as(map.name()).isLessThanOrEqualTo(24);
        }
    }

    @Test
    void unknownNameIsToldWithTheKnownOnes() {
        assertThat(Colormaps.find("viridian")).isEmpty();
        assertThatThrownBy(() -> Colormaps.named("viridian"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContainingAll("viridian", "cividis", "geological");
    }

    @ParameterizedTest
    @CsvSource({
        "Viridis, viridis",
        "viridiss, viridis",
        "vridis, viridis",
        "VIRIDIS_R, viridis_r",
        "blues, Blues",
        "greys, Greys",
        "opencv.Jet, opencv.jet",
        "cmocean_deep, cmocean.deep"
    })
    void unknownNameIsToldWithTheNearestOne(String misspelt, String meant) {
        assertThatThrownBy(() -> Colormaps.named(misspelt))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("No colormap is named '%s'; the nearest name is '%s'.", misspelt, meant);
    }

    private static String sha256(Colormap map) {
        byte[] table = new byte[3 * 256];
        for (int i = 0; i < 256; i++) {
            Rgba color = map.colors().get(i);
            table[3 * i] = (byte) color.red();
            table[3 * i + 1] = (byte) color.green();
            table[3 * i + 2] = (byte) color.blue();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean opencvRuns() {
        try {
            return opencv_core.getVersionMajor() > 0;
        } catch (LinkageError e) {
            return false;
        }
    }
}
