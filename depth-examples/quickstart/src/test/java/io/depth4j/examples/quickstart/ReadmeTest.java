package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
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
    void aPhotoGetsItsDepthFromTheNetworkThatIsThere(@TempDir Path folder) throws IOException {
        Path file = Path.of("../../docs/coffee.jpg");

        // region: bundled
        Image photo = Images.read(file);
        try (DepthEstimator estimator = DepthEstimators.bundled()) { // nothing to fetch, no native code
            DepthMap map = estimator.estimate(photo); // larger is nearer; scale and shift are unknown
            Image picture = Colormaps.named("turbo").colorize(map, Range.percentiles(map, 2, 98)); // red is near
            Images.write(picture, folder.resolve("depth.png"));
        }
        // endregion

        Image picture = Images.read(folder.resolve("depth.png"));
        assertThat(picture.size()).isEqualTo(photo.size());
        assertThat(picture.at(300, 220, 0)).as("the cup is red").isGreaterThan(picture.at(300, 220, 2));
        assertThat(picture.at(20, 20, 0)).as("what is behind is blue").isLessThan(picture.at(20, 20, 2));
    }

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
