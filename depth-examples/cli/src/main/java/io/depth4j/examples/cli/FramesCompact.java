package io.depth4j.examples.cli;

import io.depth4j.frames.CompactReport;
import io.depth4j.frames.FrameStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A store in fewer parts, with less of a past. */
@Command(
        name = "compact",
        sortOptions = false,
        description = {
            "Merge what lies in many parts, and forget what was replaced or removed long ago.",
            "A store cannot be read --at a moment before that any more."
        },
        footer = {
            "",
            "Examples:",
            "  depth frames compact --store wells",
            "  depth frames compact --store wells --keep 12h",
            "  depth frames compact --store wells --keep-since 2026-05-01T12:00:00Z"
        })
final class FramesCompact extends Task {

    private static final Duration USUAL = Duration.ofDays(7);

    @Mixin
    private FrameWriterChoice store;

    @Option(
            names = "--keep",
            paramLabel = "TIME",
            converter = SpanConverter.class,
            description = "How much of the past stays: 30m, 12h, 7d; 0s for nothing of it. 7d, if not given.")
    private Optional<Duration> keep = Optional.empty();

    @Option(
            names = "--keep-since",
            paramLabel = "MOMENT",
            converter = MomentConverter.class,
            description = "Since when the past stays, such as 2026-05-01T12:00:00Z.")
    private Optional<Instant> since = Optional.empty();

    @Override
    int run(Console console) throws IOException {
        if (keep.isPresent() && since.isPresent()) {
            throw wrongUsage("--keep and --keep-since say the same in two ways; give one of them");
        }
        Instant horizon = since.orElseGet(() -> Instant.now().minus(keep.orElse(USUAL)));
        CompactReport report;
        Instant oldest;
        try (FrameStore opened = store.existing()) {
            report = opened.compact(horizon);
            oldest = opened.stats().oldest();
        }
        console.say(Counted.of(report.segmentsBefore(), "segment") + " of " + Bytes.inWords(report.bytesBefore())
                + " became " + report.segmentsAfter() + " of " + Bytes.inWords(report.bytesAfter()));
        if (report.orphans() > 0) {
            console.say(Counted.of(report.orphans(), "unfinished or unused part") + " removed");
        }
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("store", store.address().words());
            json.writeNumberField("segmentsBefore", report.segmentsBefore());
            json.writeNumberField("segmentsAfter", report.segmentsAfter());
            json.writeNumberField("bytesBefore", report.bytesBefore());
            json.writeNumberField("bytesAfter", report.bytesAfter());
            json.writeNumberField("orphans", report.orphans());
            json.writeStringField("oldest", oldest.toString());
            json.writeEndObject();
        });
        return ExitCode.DONE;
    }
}
