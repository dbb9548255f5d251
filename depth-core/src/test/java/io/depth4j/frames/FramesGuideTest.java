package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The regions that docs/frames.md shows, with the table of docs. */
class FramesGuideTest {

    private static final Path FILE = Path.of("../docs/hole.csv");

    @TempDir
    Path folder;

    @Test
    void aTableComesInAndRowsComeOut() throws IOException {
        Path file = FILE;
        try (FrameStore store = new MemoryFrameStore()) {
            // region: table
            IngestOptions options = IngestOptions.defaults().withWidth(150).withBadRows(BadRows.SKIP);
            IngestReport report = CsvIngest.ingest(file, store, options);
            Frames rows = store.read(report.image(), DepthRange.halfOpen(1250, 1251));
            // endregion
            assertThat(report.rows()).isEqualTo(188);
            assertThat(report.rejected()).isZero();
            assertThat(rows.count()).isEqualTo(50);
            assertThat(rows.width()).isEqualTo(150);
        }
    }

    @Test
    void rowsBecomeAPicture() throws IOException {
        try (FrameStore store = new MemoryFrameStore()) {
            long image = CsvIngest.ingest(FILE, store, IngestOptions.defaults()).image();
            // region: picture
            FrameRenderer renderer = new FrameRenderer(RenderOptions.defaults()
                    .withPixelsPerUnit(100)
                    .withRescale(Rescale.window(0.5, 2, 98))
                    .withColormap(Colormaps.named("afmhot"))
                    .withNodata(Rgba.WHITE)
                    .withScales(Scales.both()));
            Image picture = renderer.render(store, image, DepthRange.all());
            Images.write(picture, folder.resolve("hole.png"));
            // endregion
            assertThat(picture.format()).isEqualTo(PixelFormat.RGB24);
            assertThat(picture.height()).isGreaterThan(398);
            assertThat(folder.resolve("hole.png")).isNotEmptyFile();
        }
    }

    @Test
    void aFolderIsWatched() throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Files.copy(FILE, incoming.resolve("hole.csv"));
        try (FrameStore store = new MemoryFrameStore()) {
            // region: watch
            try (IngestPipeline pipeline = IngestPipeline.open(store, PipelineOptions.watching(incoming))) {
                pipeline.start(); // takes what comes, on threads of its own
                pipeline.scan(); // takes what is there, and waits for it
                pipeline.history(Long.MAX_VALUE, 50).forEach(System.out::println);
            }
            // endregion
            assertThat(store.images()).extracting(ImageSummary::name).containsExactly("hole.csv");
            assertThat(incoming.resolve("processed/hole.csv")).exists();
        }
    }
}
