package io.depth4j.examples.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far a batch is: a bar on a terminal, a line a picture elsewhere. */
final class BatchProgress {

    private static final int BAR = 24;
    private static final int LINE = 79;

    private final Console console;
    private final int total;
    private final LongSupplier nanos;
    private final long start;
    private int ended;
    private int estimated;

    BatchProgress(Console console, int total, LongSupplier nanos) {
        this.console = console;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** One more has ended. */
    void tell(Outcome outcome) {
        ended++;
        if (outcome.status() != Outcome.Status.SKIPPED) {
            estimated++;
        }
        if (total == 1) {
            return;
        }
        if (console.showsProgress()) {
            console.progress(bar(outcome.source()));
        } else {
            console.note(String.format(
                    Locale.ROOT,
                    "%d/%d %s %s%s",
                    ended,
                    total,
                    outcome.status().word(),
                    outcome.source(),
                    outcome.outputs().isEmpty()
                            ? ""
                            : " -> " + outcome.outputs().get(0)));
        }
    }

    void end() {
        console.progressDone();
    }

    /** What was skipped says nothing about how long the rest takes. */
    String bar(String source) {
        double seconds = (nanos.getAsLong() - start) / 1e9;
        int filled = BAR * ended / total;
        String text = "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + ended + "/" + total;
        if (estimated > 0 && seconds > 0) {
            long left = Math.round(seconds / estimated * (total - ended));
            text += String.format(
                    Locale.ROOT,
                    " %.2f/s %d:%02d:%02d left",
                    estimated / seconds,
                    left / 3600,
                    left / 60 % 60,
                    left % 60);
        }
        text += " " + source;
        return text.length() <= LINE ? text : text.substring(0, LINE - 3) + "...";
    }
}
