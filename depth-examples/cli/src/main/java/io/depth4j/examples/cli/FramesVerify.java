package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.VerifyReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at every row. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Read all of a store, and say what is wrong with it.",
            "The exit status is 1 if anything is. Parts that a killed writer left are no fault; compact removes them."
        },
        footer = {"", "Examples:", "  depth frames verify --store wells"})
final class FramesVerify extends Task {

    @Mixin
    private FrameStoreChoice store;

    @Override
    int run(Console console) throws IOException {
        VerifyReport report;
        try (FrameStore opened = store.existing()) {
            report = opened.verify();
        }
        report.problems().forEach(console::error);
        String verdict = report.isSound() ? "sound" : report.problems().size() + " wrong";
        console.say(store.address() + ": " + Counted.of(report.images(), "image") + ", "
                + Counted.of(report.rows(), "row") + ", " + verdict);
        if (!report.orphans().isEmpty()) {
            console.note(Counted.of(report.orphans().size(), "part")
                    + " left by killed writers; depth frames compact removes them");
        }
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("store", store.address().words());
            json.writeBooleanField("sound", report.isSound());
            json.writeNumberField("images", report.images());
            json.writeNumberField("rows", report.rows());
            write("problems", report.problems(), json);
            write("orphans", report.orphans(), json);
            json.writeEndObject();
        });
        return report.isSound() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static void write(String field, List<String> words, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String each : words) {
            json.writeString(each);
        }
        json.writeEndArray();
    }
}
