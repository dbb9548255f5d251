package io.depth4j.examples.cli;

import io.depth4j.frames.FrameStore;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An image less. */
@Command(
        name = "delete",
        sortOptions = false,
        description = "Remove an image. Until the store is compacted, --at shows it as it was.",
        footer = {"", "Examples:", "  depth frames delete --store wells --image 1"})
final class FramesDelete extends Task {

    @Mixin
    private FrameWriterChoice store;

    @Option(
            names = "--image",
            required = true,
            paramLabel = "N",
            description = "Its number; depth frames images lists them.")
    private long image;

    @Override
    int run(Console console) throws IOException {
        long rows;
        try (FrameStore opened = store.existing()) {
            rows = FrameReaderChoice.image(opened, image).rows();
            if (!opened.delete(image)) {
                throw new NothingDoneException("Somebody else removed image " + image);
            }
        }
        console.note("Removed image " + image + " with " + Counted.of(rows, "row") + " from " + store.address());
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("store", store.address().words());
            json.writeNumberField("image", image);
            json.writeNumberField("rows", rows);
            json.writeEndObject();
        });
        return ExitCode.DONE;
    }
}
