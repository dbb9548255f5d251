package io.depth4j.examples.cli;

import io.depth4j.frames.FrameReader;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.NoSuchImageException;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which store of rows is read, and as of when. */
final class FrameReaderChoice extends FrameStoreChoice {

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            converter = MomentConverter.class,
            description = "As the store was then, such as 2026-05-01T12:00:00Z.")
    private Optional<Instant> moment = Optional.empty();

    FrameReader reader(FrameStore store) {
        return moment.isPresent() ? store.at(moment.get()) : store;
    }

    /** @throws NoSuchImageException if it is not there */
    static ImageSummary image(FrameReader reader, long image) {
        return reader.image(image)
                .orElseThrow(() -> NoSuchImageException.of(
                        image, reader.images().stream().map(ImageSummary::id).toList()));
    }
}
