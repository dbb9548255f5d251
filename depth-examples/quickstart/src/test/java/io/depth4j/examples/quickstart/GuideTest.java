package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Calibration;
import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.PixelFormat;
import io.depth4j.Quantizer;
import io.depth4j.Range;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.estimate.Calibrations;
import io.depth4j.estimate.KnownDepth;
import io.depth4j.io.ColormapJson;
import io.depth4j.io.Images;
import io.depth4j.io.InputLimits;
import io.depth4j.io.PngOptions;
import io.depth4j.io.ReadOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The regions that the guide shows. */
class GuideTest {

    @Test
    void pixelsThatSomebodyElseHoldsAreWrappedAndNotCopied() {
        ByteBuffer frame = ByteBuffer.allocateDirect(64 * 5);
        int rowStride = 64;
        BufferedImage drawn = new BufferedImage(8, 6, BufferedImage.TYPE_3BYTE_BGR);

        // region: wrap
        Image video =
                Image.wrap(new Size(20, 5), PixelFormat.RGB24, frame, rowStride); // a native frame, its rows padded
        Image part = video.region(4, 1, new Size(10, 3)); // the same pixels
        Image swing = Images.wrap(drawn); // TYPE_3BYTE_BGR and other byte rasters
        // endregion

        frame.put(64 + 4 * 3, (byte) 77);
        assertThat(part.at(0, 0, 0)).isEqualTo(77);
        swing.array()[0] = 5;
        assertThat(drawn.getRGB(0, 0) & 0xff).isEqualTo(5);
    }

    @Test
    void onlyACalibrationMakesMetres() {
        FloatPlane values = FloatPlane.wrap(new Size(3, 1), new float[] {0.5f, 2, Float.NaN});

        // region: metres
        DepthMap disparity = DepthMap.of(values, DepthKind.AFFINE_INVARIANT_INVERSE); // larger is nearer, unit unknown
        Calibration calibration = Calibration.of(DepthKind.AFFINE_INVARIANT_INVERSE, 0.25, 0.125);
        DepthMap depth = calibration.apply(disparity);
        float metres = depth.metresAt(0, 0); // 1 / (0.25 · 0.5 + 0.125) = 4
        // endregion

        assertThat(metres).isEqualTo(4);
        assertThatThrownBy(() -> disparity.metresAt(0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knownDistancesMakeACalibration() {
        FloatPlane values = FloatPlane.wrap(new Size(4, 1), new float[] {0.5f, 1, 1.5f, 3.5f});
        DepthMap disparity = DepthMap.of(values, DepthKind.AFFINE_INVARIANT_INVERSE);

        // region: calibrate
        List<KnownDepth> measured = // pixels of the map, and metres
                List.of(new KnownDepth(0, 0, 4.02), new KnownDepth(1, 0, 2.65), new KnownDepth(3, 0, 1));
        Calibration calibration = Calibrations.leastSquares(disparity, measured);
        DepthMap depth = calibration.apply(disparity);
        double errorBar = calibration.residual().orElseThrow(); // metres; empty where no point is to spare
        // endregion

        assertThat((double) depth.metresAt(2, 0)).isCloseTo(2, within(0.03));
        assertThat(errorBar).isBetween(0.001, 0.03);
    }

    @Test
    void aPreparedResizerServesALoop() {
        Size from = new Size(200, 1);
        Size to = new Size(150, 1);
        List<Image> rows = List.of(Image.allocate(from, PixelFormat.GRAY8), Image.allocate(from, PixelFormat.GRAY8));
        Image resized = Image.allocate(to, PixelFormat.GRAY8);

        // region: loop
        FrameResizer resizer = FrameResizers.pillowBilinear().prepare(from, to);
        for (Image row : rows) {
            resizer.resizeInto(row, resized); // allocates nothing once warm; threads may share the resizer
        }
        // endregion

        assertThat(resized.at(149, 0, 0)).isZero();
    }

    @Test
    void coloursComeFromNamesStopsIntervalsAndJson() {
        FloatPlane plane = FloatPlane.wrap(new Size(3, 1), new float[] {0, 5, Float.NaN});

        // region: colours
        Colormap map = Colormaps.named("cmocean.deep").withBad(Rgba.TRANSPARENT);
        Colormap mine = Colormap.ofStops(
                "dusk",
                List.of(new Colormap.Stop(0, Rgba.parse("#1b1f4b")), new Colormap.Stop(1, Rgba.parse("#ffd9a0"))));
        Colormap same = ColormapJson.read(ColormapJson.write(mine));
        Image picture = same.colorize(plane, Range.of(0, 10));
        Image gray = Quantizer.over(Range.of(0, 10)).gray8(plane); // 0 to 255; 16 bits too
        // endregion

        assertThat(same).isEqualTo(mine);
        assertThat(map.bad()).isEqualTo(Rgba.TRANSPARENT);
        assertThat(picture.at(0, 0, 2)).isEqualTo(0x4b);
        assertThat(gray.at(1, 0, 0)).isEqualTo(128);
    }

    @Test
    void limitsHoldBeforeAnythingIsDecoded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Image large = Image.allocate(new Size(300, 200), PixelFormat.RGB24);

        // region: limits
        Images.write(large, out, PngOptions.defaults().withPacking(PngOptions.Packing.SMALL));

        ReadOptions strict = ReadOptions.defaults()
                .withLimits(InputLimits.defaults().withBytes(1 << 20).withPixels(50_000));
        // Images.read(bytes, strict): LimitExceededException, "… claims 300×200 = 60000 pixels, allowed are 50000"
        // endregion

        assertThatThrownBy(() -> Images.read(out.toByteArray(), strict))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("claims 300×200 = 60000 pixels, allowed are 50000");
    }
}
