package io.depth4j.examples.cli;

import io.depth4j.frames.FrameStore;
import io.depth4j.frames.StoreStats;
import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A store in numbers. */
@Command(
        name = "stats",
        sortOptions = false,
        description = "Show a store in numbers.",
        footer = {"", "Examples:", "  depth frames stats --store wells", "  depth frames stats --store wells --json"})
final class FramesStats extends Task {

    @Mixin
    private FrameStoreChoice store;

    @Override
    int run(Console console) throws IOException {
        StoreStats stats;
        try (FrameStore opened = store.existing()) {
            stats = opened.stats();
        }
        say(console, "images", Long.toString(stats.images()));
        say(console, "rows", Long.toString(stats.rows()));
        say(console, "size", Bytes.inWords(stats.bytes()));
        say(console, "segments", Long.toString(stats.segments()));
        say(console, "commits", Long.toString(stats.commits()));
        boolean whole = stats.oldest().equals(Instant.EPOCH);
        say(console, "goes back to", whole ? "its beginning" : stats.oldest().toString());
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("store", store.address().words());
            json.writeNumberField("images", stats.images());
            json.writeNumberField("rows", stats.rows());
            json.writeNumberField("bytes", stats.bytes());
            json.writeNumberField("segments", stats.segments());
            json.writeNumberField("commits", stats.commits());
            json.writeStringField("oldest", stats.oldest().toString());
            json.writeEndObject();
        });
        return ExitCode.DONE;
    }

    private static void say(Console console, String what, String value) {
        console.say(what + " ".repeat(14 - what.length()) + value);
    }
}
