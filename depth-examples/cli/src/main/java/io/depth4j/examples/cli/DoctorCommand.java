package io.depth4j.examples.cli;

import io.depth4j.examples.cli.Console.Ink;
import io.depth4j.examples.cli.Examination.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What works here, what does not, and what to add. */
@Command(
        name = "doctor",
        description = {
            "Tell what works here, what does not, and what to add.",
            "The exit status is 0 as long as the basics work, which are marked with *."
        },
        footer = {"", "Examples:", "  depth doctor", "  depth doctor --json"})
final class DoctorCommand extends Task {

    @Mixin
    private StoreChoice store;

    @Override
    int run(Console console) throws IOException {
        List<Finding> findings = new Examination(console, store.options()).findings();
        boolean works =
                findings.stream().noneMatch(finding -> finding.basic() && finding.state() == Finding.State.MISSING);
        say(console, findings);
        console.say("");
        console.say(works ? "The basics work." : "The basics do not work.");
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("version", Version.current());
            json.writeBooleanField("works", works);
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("name", finding.name());
                json.writeBooleanField("basic", finding.basic());
                json.writeStringField("state", finding.state().inWords());
                json.writeStringField("found", finding.found());
                if (!finding.advice().isEmpty()) {
                    json.writeStringField("advice", finding.advice());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return works ? ExitCode.DONE : ExitCode.NOTHING_DONE;
    }

    private static void say(Console console, List<Finding> findings) {
        int width = findings.stream()
                .mapToInt(finding -> finding.name().length())
                .max()
                .orElse(0);
        for (Finding finding : findings) {
            Ink ink = switch (finding.state()) {
                case WORKS -> Ink.GREEN;
                case LIMITED -> Ink.YELLOW;
                case MISSING -> Ink.RED;
            };
            String state = String.format(Locale.ROOT, "%-7s", finding.state().inWords());
            String name = finding.name()
                    + (finding.basic() ? "*" : " ")
                    + " ".repeat(width - finding.name().length());
            console.say(console.ink(ink, state) + "  " + name + "  " + finding.found());
            if (!finding.advice().isEmpty()) {
                console.say(" ".repeat(width + 12) + "-> " + finding.advice());
            }
        }
    }
}
