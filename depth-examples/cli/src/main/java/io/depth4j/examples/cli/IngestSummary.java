package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.examples.cli.Outcome.Status;
import io.depth4j.frames.BadRow;
import io.depth4j.frames.IngestReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of all tables, told to people and to programs.
 *
 * @param store as the user said it
 * @param seconds that all took, once the store was open
 */
record IngestSummary(String store, List<IngestOutcome> outcomes, double seconds, boolean interrupted) {

    /** Bad rows of a table that people see; programs get all that are known. */
    private static final int SHOWN = 10;

    int exitCode() {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (count(Status.DONE) == outcomes.size()) {
            return ExitCode.DONE;
        }
        return count(Status.DONE) == 0 ? ExitCode.NOTHING_DONE : ExitCode.SOME_FAILED;
    }

    private long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    private List<IngestReport> reports() {
        return outcomes.stream()
                .map(IngestOutcome::report)
                .flatMap(Optional::stream)
                .toList();
    }

    private long rows() {
        return reports().stream().mapToLong(IngestReport::rows).sum();
    }

    private double rowsPerSecond() {
        return rows() / Math.max(seconds, 1e-9);
    }

    /** A line for each table that was stored; bad rows and failures with their reasons. */
    void tell(Console console) {
        if (count(Status.DONE) > 0) {
            table().sayTo(console);
        }
        for (IngestOutcome outcome : outcomes) {
            outcome.report().ifPresent(report -> tellBadRows(outcome.source(), report, console));
            outcome.complaint().ifPresent(console::error);
        }
        console.note(sentence());
    }

    private Table table() {
        Table table = new Table("TABLE", "IMAGE", "ROWS", "NEW", "REPLACED", "UNCHANGED", "BAD", "SECONDS", "ROWS/S");
        for (IngestOutcome outcome : outcomes) {
            outcome.report()
                    .ifPresent(report -> table.row(
                            Console.plain(outcome.source()),
                            Long.toString(report.image()),
                            Long.toString(report.rows()),
                            Long.toString(report.stored()),
                            Long.toString(report.replaced()),
                            Long.toString(report.unchanged()),
                            Long.toString(report.rejected()),
                            String.format(Locale.ROOT, "%.2f", report.seconds()),
                            String.format(Locale.ROOT, "%.0f", report.rowsPerSecond())));
        }
        return table;
    }

    private static void tellBadRows(String source, IngestReport report, Console console) {
        report.badRows().stream().limit(SHOWN).forEach(row -> console.note(source + ", " + row));
        if (report.rejected() > SHOWN) {
            console.note(source + ": " + Counted.of(report.rejected() - SHOWN, "more bad row") + ", the first "
                    + report.badRows().size() + " with --json");
        }
    }

    private String sentence() {
        StringBuilder words = new StringBuilder(interrupted ? "interrupted: " : "")
                .append(count(Status.DONE))
                .append(" done");
        add(words, count(Status.FAILED), " failed");
        add(words, count(Status.NOT_TRIED), " not tried");
        words.append("; ")
                .append(Counted.of(rows(), "row"))
                .append(String.format(Locale.ROOT, " in %.2f s, %.0f rows/s", seconds, rowsPerSecond()));
        return words.toString();
    }

    private static void add(StringBuilder sentence, long count, String words) {
        if (count > 0) {
            sentence.append(", ").append(count).append(words);
        }
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", "frames ingest");
        json.writeStringField("version", Version.current());
        json.writeStringField("store", store);
        json.writeArrayFieldStart("files");
        for (IngestOutcome outcome : outcomes) {
            json.writeStartObject();
            json.writeStringField("source", outcome.source());
            json.writeStringField("status", outcome.status().word());
            if (outcome.report().isPresent()) {
                write(outcome.report().get(), json);
            }
            if (outcome.reason().isPresent()) {
                json.writeStringField("reason", outcome.reason().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("done", count(Status.DONE));
        json.writeNumberField("failed", count(Status.FAILED));
        json.writeNumberField("notTried", count(Status.NOT_TRIED));
        json.writeNumberField("rows", rows());
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("rowsPerSecond", rowsPerSecond());
        json.writeBooleanField("interrupted", interrupted);
        json.writeNumberField("status", exitCode());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(IngestReport report, JsonGenerator json) throws IOException {
        json.writeNumberField("image", report.image());
        json.writeNumberField("commit", report.commit());
        json.writeStringField("sha256", report.sha256());
        json.writeNumberField("rows", report.rows());
        json.writeNumberField("new", report.stored());
        json.writeNumberField("replaced", report.replaced());
        json.writeNumberField("unchanged", report.unchanged());
        json.writeNumberField("bad", report.rejected());
        json.writeArrayFieldStart("badRows");
        for (BadRow row : report.badRows()) {
            json.writeStartObject();
            json.writeNumberField("line", row.line());
            json.writeNumberField("column", row.column());
            json.writeStringField("text", row.text());
            json.writeStringField("reason", row.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("missing", report.missing());
        json.writeNumberField("outOfRange", report.outOfRange());
        json.writeNumberField("seconds", report.seconds());
        json.writeNumberField("rowsPerSecond", report.rowsPerSecond());
    }
}
