package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.Images;
import io.depth4j.testkit.AnalyticScene;
import io.depth4j.testkit.SceneView;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The regions that README shows. */
class ReadmeTest {

    private static final SceneView ROOM = AnalyticScene.room().view(new Size(640, 480));

    @Test
    void aPhotoIsReadMadeSmallerAndItsDepthColoured(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("photo.png");
        Images.write(ROOM.picture(), file);
        float[] metres = ROOM.depth().toPlane().array();

        // region: example
        Image photo = Images.read(file); // what it is, its content says; how to hold it, its EXIF
        Image small = FrameResizers.area().resize(photo, new Size(320, 240));
        Images.write(small, folder.resolve("small.jpg"));

        DepthMap depth = DepthMap.of(FloatPlane.wrap(new Size(640, 480), metres), DepthKind.METRIC);
        Range range = Range.percentiles(depth, 2, 98); // NaN is missing, and stays out of it
        Colormap near = Colormaps.named("turbo").reversed(); // red is near
        Images.write(near.colorize(depth, range), folder.resolve("depth.png"));
        Images.write(Legend.of(near, range).withUnit("m").draw(), folder.resolve("legend.png"));
        // endregion

        assertThat(Images.read(folder.resolve("small.jpg")).size()).isEqualTo(new Size(320, 240));
        assertThat(Images.read(folder.resolve("depth.png")).sameAs(near.colorize(depth, range)))
                .isTrue();
        assertThat(Images.read(folder.resolve("legend.png")).height()).isGreaterThan(250);
    }
}
