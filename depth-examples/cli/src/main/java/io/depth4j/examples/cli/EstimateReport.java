package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.ModelInfo;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.examples.cli.Outcome.Status;
import io.depth4j.examples.media.PassedOver;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What became of all pictures, told to people and to programs.
 *
 * @param output where the results are, as the user said it
 * @param seconds that all took
 */
record EstimateReport(
        ModelInfo model,
        Recipe recipe,
        String output,
        List<Outcome> outcomes,
        List<PassedOver> passedOver,
        double seconds,
        boolean interrupted) {

    int exitCode() {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (count(Status.FAILED) + count(Status.NOT_TRIED) == 0) {
            return ExitCode.DONE;
        }
        return count(Status.DONE) + count(Status.SKIPPED) == 0 ? ExitCode.NOTHING_DONE : ExitCode.SOME_FAILED;
    }

    private long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** The failures, each with its reason, and what was done. */
    void tell(Console console) {
        passedOver.forEach(each -> console.detail("passed over " + each.origin() + ": " + each.reason()));
        outcomes.stream()
                .filter(outcome -> outcome.status() == Status.FAILED)
                .forEach(outcome ->
                        console.error(outcome.source() + ": " + outcome.reason().orElseThrow()));
        long done = count(Status.DONE);
        StringBuilder summary = new StringBuilder(interrupted ? "interrupted: " : "")
                .append(done)
                .append(" done");
        add(summary, count(Status.SKIPPED), " there already");
        add(summary, count(Status.FAILED), " failed");
        add(summary, count(Status.NOT_TRIED), " not tried");
        add(summary, passedOver.size(), " passed over");
        summary.append(String.format(Locale.ROOT, " in %.1f s", seconds));
        if (done > 1) {
            summary.append(String.format(Locale.ROOT, ", %.2f s each", seconds / done));
        }
        console.note(summary.toString());
    }

    private static void add(StringBuilder summary, long count, String words) {
        if (count > 0) {
            summary.append(", ").append(count).append(words);
        }
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", "estimate");
        json.writeStringField("version", Version.current());
        json.writeObjectFieldStart("model");
        json.writeStringField("id", model.id());
        json.writeStringField("title", model.title());
        json.writeStringField("sha256", model.sha256());
        json.writeStringField("licence", model.licence());
        json.writeStringField("backend", model.backend());
        json.writeStringField("provider", model.provider());
        json.writeEndObject();
        json.writeStringField("mode", recipe.mode().name().toLowerCase(Locale.ROOT));
        json.writeStringField("format", recipe.format().word());
        json.writeStringField("output", output);
        json.writeArrayFieldStart("files");
        for (Outcome outcome : outcomes) {
            write(outcome, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("passedOver");
        for (PassedOver each : passedOver) {
            json.writeStartObject();
            json.writeStringField("source", each.origin());
            json.writeStringField("reason", each.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("done", count(Status.DONE));
        json.writeNumberField("skipped", count(Status.SKIPPED));
        json.writeNumberField("failed", count(Status.FAILED));
        json.writeNumberField("notTried", count(Status.NOT_TRIED));
        json.writeNumberField("seconds", seconds);
        json.writeBooleanField("interrupted", interrupted);
        json.writeNumberField("status", exitCode());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Outcome outcome, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", outcome.source());
        json.writeStringField("status", outcome.status().word());
        json.writeArrayFieldStart("outputs");
        for (String name : outcome.outputs()) {
            json.writeString(name);
        }
        json.writeEndArray();
        if (outcome.facts().isPresent()) {
            Outcome.Facts facts = outcome.facts().get();
            write("photo", facts.photo(), json);
            write("depth", facts.depth(), json);
            json.writeStringField("kind", facts.kind());
            json.writeStringField("axis", facts.axis());
            write("range", facts.values(), json);
            if (facts.colored().isPresent()) {
                write("colored", facts.colored().get(), json);
            }
            json.writeNumberField("missing", facts.missing());
        }
        if (outcome.status() == Status.DONE || outcome.status() == Status.FAILED) {
            json.writeNumberField("seconds", outcome.seconds());
        }
        if (outcome.reason().isPresent()) {
            json.writeStringField("reason", outcome.reason().get());
        }
        json.writeEndObject();
    }

    private static void write(String field, Size size, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("width", size.width());
        json.writeNumberField("height", size.height());
        json.writeEndObject();
    }

    /** A range of nothing has no ends. */
    private static void write(String field, Range range, JsonGenerator json) throws IOException {
        if (range.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeNumberField("low", range.low());
        json.writeNumberField("high", range.high());
        json.writeEndObject();
    }
}
