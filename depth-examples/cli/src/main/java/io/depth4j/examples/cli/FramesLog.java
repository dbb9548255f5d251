package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.StoreCommit;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What happened to a store. */
@Command(
        name = "log",
        sortOptions = false,
        description = "List the changes of a store, the latest first.",
        footer = {
            "",
            "Examples:",
            "  depth frames log --store wells",
            "  depth frames log --store wells --before 100 --limit 50 --json",
            "  depth frames log --store wells --files"
        })
final class FramesLog extends Task {

    @Mixin
    private FrameStoreChoice store;

    @Option(
            names = "--before",
            paramLabel = "N",
            description = "Those before this one; from the latest on, if not given.")
    private long before = Long.MAX_VALUE;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not given.")
    private int limit = 20;

    @Option(names = "--files", description = "What became of the files of watched folders instead.")
    private boolean files;

    @Override
    int run(Console console) throws IOException {
        if (before < 1 || limit < 1) {
            throw wrongUsage("--before and --limit are 1 or more, found " + before + " and " + limit);
        }
        try (FrameStore opened = store.existing()) {
            if (files) {
                tell(FileNotes.page(opened, before, limit), FramesLog::fileTable, FramesLog::writeFile, console);
            } else {
                tell(opened.log(before, limit), FramesLog::table, FramesLog::write, console);
            }
        }
        return ExitCode.DONE;
    }

    private interface Written<T> {
        void write(T line, JsonGenerator json) throws IOException;
    }

    private <T> void tell(List<T> lines, Function<List<T>, Table> table, Written<T> written, Console console)
            throws IOException {
        if (lines.isEmpty()) {
            console.note((files ? "No watched folder has brought a file to " : "Nothing has happened to ")
                    + store.address()
                    + (before < Long.MAX_VALUE ? " before " + before : ""));
        } else {
            table.apply(lines).sayTo(console);
        }
        console.document(json -> {
            json.writeStartArray();
            for (T line : lines) {
                written.write(line, json);
            }
            json.writeEndArray();
        });
    }

    private static Table fileTable(List<PipelineRecord> records) {
        Table table = new Table("COMMIT", "TIME", "FILE", "STATUS", "IMAGE", "ROWS", "BAD", "REASON");
        for (PipelineRecord record : records) {
            table.row(
                    Long.toString(record.number()),
                    record.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Console.plain(record.file()),
                    Words.of(record.outcome()),
                    record.image().isPresent() ? Long.toString(record.image().getAsLong()) : "-",
                    Long.toString(record.rows()),
                    Long.toString(record.rejected()),
                    Console.plain(record.error().orElse("-")));
        }
        return table;
    }

    private static void writeFile(PipelineRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", record.folder());
        FileTold.write(record, json);
        json.writeEndObject();
    }

    private static Table table(List<StoreCommit> commits) {
        Table table = new Table("COMMIT", "TIME", "WHAT", "IMAGE", "NEW", "REPLACED", "NOTE");
        for (StoreCommit commit : commits) {
            table.row(
                    Long.toString(commit.number()),
                    commit.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Words.of(commit.kind()),
                    commit.image().isPresent() ? Long.toString(commit.image().getAsLong()) : "-",
                    Long.toString(commit.added()),
                    Long.toString(commit.replaced()),
                    Console.plain(noted(commit.note())));
        }
        return table;
    }

    private static String noted(Map<String, String> note) {
        return new TreeMap<>(note)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static void write(StoreCommit commit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("commit", commit.number());
        json.writeStringField("time", commit.time().toString());
        json.writeStringField("what", Words.of(commit.kind()));
        if (commit.image().isPresent()) {
            json.writeNumberField("image", commit.image().getAsLong());
        }
        json.writeNumberField("new", commit.added());
        json.writeNumberField("replaced", commit.replaced());
        json.writeObjectFieldStart("note");
        for (Map.Entry<String, String> entry : new TreeMap<>(commit.note()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
