package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Tells what becomes of the files of a watched folder, each as soon as it is known, and counts them. */
final class FileTold {

    private final Console console;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private long rows;

    FileTold(Console console) {
        this.console = console;
    }

    void tell(PipelineRecord record) throws IOException {
        counts.merge(record.outcome(), 1, Integer::sum);
        console.progressDone();
        switch (record.outcome()) {
            case DONE -> {
                rows += record.rows() - record.rejected();
                console.note(stored(record));
            }
            case AGAIN ->
                console.note(record.file() + ": its content is in "
                        + (record.image().isPresent()
                                ? "image " + record.image().getAsLong()
                                : "the store")
                        + " already");
            case FAILED -> console.error(complaint(record));
            case LEFT -> console.error(complaint(record) + "; it stays where it is until the next scan");
        }
        console.documentLine(json -> {
            json.writeStartObject();
            write(record, json);
            json.writeEndObject();
        });
    }

    private static String stored(PipelineRecord record) {
        return record.file() + ": " + Counted.of(record.rows() - record.rejected(), "row")
                + (record.image().isPresent() ? " into image " + record.image().getAsLong() : "")
                + (record.rejected() > 0 ? ", " + Counted.of(record.rejected(), "bad row") + " left out" : "")
                + String.format(Locale.ROOT, ", %.2f s", record.seconds());
    }

    private static String complaint(PipelineRecord record) {
        String why = record.error().orElse("");
        return why.contains(record.file()) ? why : record.file() + ": " + why;
    }

    /** What became of all files. */
    String sentence(boolean interrupted) {
        StringBuilder words = new StringBuilder(interrupted ? "interrupted: " : "")
                .append(count(Outcome.DONE))
                .append(" done");
        add(words, Outcome.AGAIN, " there already");
        add(words, Outcome.FAILED, " failed");
        add(words, Outcome.LEFT, " left");
        return words.append("; ").append(Counted.of(rows, "row")).toString();
    }

    private void add(StringBuilder sentence, Outcome outcome, String words) {
        if (count(outcome) > 0) {
            sentence.append(", ").append(count(outcome)).append(words);
        }
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int exitCode(boolean interrupted) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (count(Outcome.FAILED) + count(Outcome.LEFT) == 0) {
            return ExitCode.DONE;
        }
        return count(Outcome.DONE) + count(Outcome.AGAIN) == 0 ? ExitCode.NOTHING_DONE : ExitCode.SOME_FAILED;
    }

    /** The fields of an object. */
    static void write(PipelineRecord record, JsonGenerator json) throws IOException {
        json.writeStringField("file", record.file());
        json.writeStringField("status", Words.of(record.outcome()));
        json.writeStringField("time", record.time().toString());
        if (record.number() > 0) {
            json.writeNumberField("commit", record.number());
        }
        if (!record.sha256().isEmpty()) {
            json.writeStringField("sha256", record.sha256());
        }
        if (record.image().isPresent()) {
            json.writeNumberField("image", record.image().getAsLong());
        }
        json.writeNumberField("rows", record.rows());
        json.writeNumberField("bad", record.rejected());
        json.writeNumberField("seconds", record.seconds());
        if (record.error().isPresent()) {
            json.writeStringField("reason", record.error().get());
        }
    }
}
