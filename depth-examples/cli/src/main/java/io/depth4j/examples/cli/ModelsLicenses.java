package io.depth4j.examples.cli;

import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which weights may be used for what. */
@Command(
        name = "licenses",
        aliases = "licences",
        description = {
            "Tell on which terms the weights may be used.",
            "Free ones may be used commercially. The others open only with --accept-license; where the sources"
                    + " contradict each other, weights count among them."
        },
        footer = {"", "Examples:", "  depth models licenses"})
final class ModelsLicenses extends Task {

    @Mixin
    private StoreChoice choice;

    @Override
    int run(Console console) throws IOException {
        say(console, "Free for commercial use too:", ModelLicense.Use.FREE);
        console.say("");
        say(console, "Not free for every use:", ModelLicense.Use.RESTRICTED);
        ModelStore store = choice.store();
        console.document(json -> Models.writeAll(ModelCatalog.all(), store, json));
        return ExitCode.DONE;
    }

    private static void say(Console console, String title, ModelLicense.Use use) {
        List<ModelSpec> specs = ModelCatalog.all().stream()
                .filter(spec -> spec.license().use() == use)
                .toList();
        console.say(title);
        int width = specs.stream().mapToInt(spec -> spec.id().length()).max().orElse(0);
        for (ModelSpec spec : specs) {
            console.say("  " + spec.id() + " ".repeat(width - spec.id().length() + 2)
                    + spec.license().name());
        }
    }
}
