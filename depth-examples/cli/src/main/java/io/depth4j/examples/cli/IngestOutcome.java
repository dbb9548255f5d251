package io.depth4j.examples.cli;

import io.depth4j.examples.cli.Outcome.Status;
import io.depth4j.frames.IngestReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one table.
 *
 * @param source the file, as the user named it
 * @param report what was read and stored, if it was done
 * @param reason why it failed
 */
record IngestOutcome(String source, Status status, Optional<IngestReport> report, Optional<String> reason) {

    static IngestOutcome done(String source, IngestReport report) {
        return new IngestOutcome(source, Status.DONE, Optional.of(report), Optional.empty());
    }

    static IngestOutcome failed(String source, String reason) {
        return new IngestOutcome(source, Status.FAILED, Optional.empty(), Optional.of(reason));
    }

    static IngestOutcome notTried(String source) {
        return new IngestOutcome(source, Status.NOT_TRIED, Optional.empty(), Optional.empty());
    }

    /** Why it failed, with the name of the table. */
    Optional<String> complaint() {
        String name = String.valueOf(Path.of(source).getFileName());
        return reason.map(why -> why.contains(name) ? why : source + ": " + why);
    }
}
