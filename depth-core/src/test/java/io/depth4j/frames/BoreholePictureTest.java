package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormaps;
import io.depth4j.DocsPicture;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.RenderOptions.Between;
import io.depth4j.internal.draw.Canvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of docs/frames.md: one log, scaled as a whole and by windows. */
class BoreholePictureTest {

    private static final int HEAD = 14;

    private static final RenderOptions OPTIONS = RenderOptions.defaults()
            .withPixelsPerUnit(64)
            .withBetween(Between.LINEAR)
            .withColormap(Colormaps.named("afmhot"))
            .withNodata(Rgba.rgb(222, 226, 232))
            .withScales(Scales.both());

    @Test
    void theDocsShowALogScaledAsAWholeAndByWindows() throws IOException {
        Frames log = new SyntheticBorehole().log();
        Image whole = new FrameRenderer(OPTIONS.withRescale(Rescale.percentiles(2, 98))).render(log);
        Image windows = new FrameRenderer(OPTIONS.withRescale(Rescale.window(0.6, 2, 98))).render(log);

        Path file = Path.of("../docs/frames.png");
        DocsPicture.assertShown(
                sideBySide(
                        List.of("static: percentiles 2 to 98", "dynamic: windows of 0.6 m"), List.of(whole, windows)),
                file);
        assertThat(Files.size(file)).isLessThan(300_000);
    }

    private static Image sideBySide(List<String> titles, List<Image> pictures) {
        int width = pictures.stream().mapToInt(Image::width).sum();
        int height = HEAD + pictures.stream().mapToInt(Image::height).max().orElseThrow();
        byte[] page = new byte[4 * width * height];
        Canvas canvas = new Canvas(page, width, height);
        canvas.fill(0, 0, width, height, -1);
        int left = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Image picture = pictures.get(i);
            canvas.text(titles.get(i), left + 40, 4, 1, 0xff000000);
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    int color = picture.at(x, y, 0) | picture.at(x, y, 1) << 8 | picture.at(x, y, 2) << 16;
                    canvas.fill(left + x, HEAD + y, 1, 1, color | 0xff000000);
                }
            }
            left += picture.width();
        }
        Image image = Image.allocate(new Size(width, height), PixelFormat.RGB24);
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(page, 4 * i, image.array(), 3 * i, 3);
        }
        return image;
    }
}
