package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The photo of README's first command, docs/coffee.jpg, and its depth beside it, docs/coffee-depth.jpg. */
class SamplePhotoTest {

    private static final Path PHOTO = Path.of("../docs/coffee.jpg");

    @Test
    void itsDepthIsWhatReadmeShows() throws IOException {
        Image photo = Images.read(PHOTO);
        try (DepthEstimator estimator = DepthEstimators.bundled()) {
            Sheet sheet = new Sheet(new Size(450, 300), 1, "");
            sheet.add(photo, estimator.estimate(photo));
            DocsPicture.assertShown(sheet.draw(), Path.of("../docs/coffee-depth.jpg"));
        }
    }

    @Test
    void itIsTheOneOfScikitImage() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with photos");
        DocsPicture.assertShown(Images.read(Path.of(data, "photos", "skimage_coffee.png")), PHOTO);
        assertThat(Files.size(PHOTO)).isLessThan(80_000);
    }
}
