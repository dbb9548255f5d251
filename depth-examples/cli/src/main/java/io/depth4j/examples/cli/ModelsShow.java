package io.depth4j.examples.cli;

import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One network, whole. */
@Command(
        name = "show",
        description = "Show what is known of one network.",
        footer = {"", "Examples:", "  depth models show fastdepth-nyu"})
final class ModelsShow extends Task {

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Models.Names.class,
            description = "As models list shows it.")
    private String name;

    @Mixin
    private StoreChoice choice;

    @Override
    int run(Console console) throws IOException {
        ModelSpec spec = Models.named(name);
        ModelStore store = choice.store();
        ModelFile file = spec.file();
        console.say(spec.title());
        say(console, "name", spec.id());
        say(console, "kind", Models.kind(spec));
        say(console, "licence", spec.license().name() + ", " + Models.use(spec));
        say(console, "ran here", spec.verified() ? "yes, and gave what its authors' code gives" : "no");
        say(console, "file", store.path(file) + (store.find(file).isPresent() ? "" : " (not here)"));
        say(console, "size", Models.size(file));
        say(console, "sha256", file.sha256().orElse("unknown"));
        say(console, "source", file.source().map(Object::toString).orElse("unknown"));
        console.document(json -> Models.write(spec, store, json));
        return ExitCode.DONE;
    }

    private static void say(Console console, String what, String value) {
        console.say("  " + what + " ".repeat(10 - what.length()) + value);
    }
}
