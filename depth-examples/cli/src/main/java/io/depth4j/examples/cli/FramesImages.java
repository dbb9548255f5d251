package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.ImageSummary;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The images of a store. */
@Command(
        name = "images",
        sortOptions = false,
        description = "List the images of a store.",
        footer = {
            "",
            "Examples:",
            "  depth frames images --store wells",
            "  depth frames images --store wells --at 2026-05-01T12:00:00Z --json"
        })
final class FramesImages extends Task {

    @Mixin
    private FrameReaderChoice store;

    @Override
    int run(Console console) throws IOException {
        try (FrameStore opened = store.existing()) {
            List<ImageSummary> images = store.reader(opened).images();
            if (images.isEmpty()) {
                console.note("There are no images in " + store.address());
            } else {
                table(images).sayTo(console);
            }
            console.document(json -> {
                json.writeStartArray();
                for (ImageSummary image : images) {
                    write(image, json);
                }
                json.writeEndArray();
            });
        }
        return ExitCode.DONE;
    }

    private static Table table(List<ImageSummary> images) {
        Table table = new Table("IMAGE", "NAME", "ROWS", "FROM", "TO", "UNIT", "PIXELS", "TYPE", "UPDATED");
        for (ImageSummary image : images) {
            table.row(
                    Long.toString(image.id()),
                    Console.plain(image.name()),
                    Long.toString(image.rows()),
                    Double.toString(image.lowest()),
                    Double.toString(image.highest()),
                    image.unit().symbol(),
                    Integer.toString(image.width()),
                    Words.of(image.type()),
                    image.updated().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return table;
    }

    private static void write(ImageSummary image, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("image", image.id());
        json.writeStringField("name", image.name());
        json.writeNumberField("rows", image.rows());
        json.writeNumberField("from", image.lowest());
        json.writeNumberField("to", image.highest());
        json.writeStringField("unit", image.unit().symbol());
        json.writeNumberField("pixels", image.width());
        json.writeStringField("type", Words.of(image.type()));
        json.writeStringField("created", image.created().toString());
        json.writeStringField("updated", image.updated().toString());
        json.writeEndObject();
    }
}
