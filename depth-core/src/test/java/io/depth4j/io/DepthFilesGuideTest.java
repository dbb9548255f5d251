package io.depth4j.io;

import static io.depth4j.io.DepthFileSamples.assertSame;
import static io.depth4j.io.DepthFileSamples.golden;
import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/files.md shows. */
class DepthFilesGuideTest {

    @TempDir
    private Path folder;

    @Test
    void aMapComesBack() throws IOException {
        DepthMap map = DepthFileSamples.map(DepthKind.METRIC);
        // region: files
        DepthFiles.write(map, folder.resolve("depth.exr")); // or .png, .pfm, .npy, .npz, .tif, .tiff
        DepthMap again = DepthFiles.read(folder.resolve("depth.exr"));
        // endregion
        assertSame(again, map);
    }

    @Test
    void aFileOfAnotherProgramIsRead() throws IOException {
        Path file = Files.write(folder.resolve("kitti.png"), golden("opencv-kitti.png"));
        // region: others
        DepthReadOptions kitti =
                DepthReadOptions.defaults().withKind(DepthKind.METRIC).withScale(DepthScale.KITTI);
        DepthMap map = DepthFiles.read(file, kitti);
        // endregion
        assertSame(map, DepthFileSamples.map(DepthKind.METRIC));
    }

    @Test
    void aPhotoTakesItsDepth() throws IOException {
        Path photo = folder.resolve("photo.jpg");
        Images.write(Pictures.soft(9, 6, PixelFormat.RGB24), photo);
        DepthMap map = DepthMap.wrap(FloatPlane.wrap(new Size(3, 1), new float[] {1, 2, 3}), DepthKind.METRIC);
        // region: gdepth
        byte[] jpeg = Files.readAllBytes(photo);
        DepthFiles.writeGDepth(jpeg, map, folder.resolve("with-depth.jpg"), GDepthOptions.defaults());
        // endregion
        assertThat(folder.resolve("with-depth.jpg")).exists();
    }
}
