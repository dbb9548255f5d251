package io.depth4j.examples.cli;

import io.depth4j.DepthException;
import io.depth4j.model.FetchProgress;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks at the bytes of files that are here. */
@Command(
        name = "verify",
        description = "Compare files that are here with the size and the SHA-256 that are known of them.",
        footer = {"", "Examples:", "  depth models verify"})
final class ModelsVerify extends Task {

    /** What came out for one network. */
    private record Verdict(String name, String state, String words) {}

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            completionCandidates = Models.Names.class,
            description = "As models list shows it; without any, all that are here.")
    private List<String> names = List.of();

    @Mixin
    private StoreChoice choice;

    @Override
    int run(Console console) throws IOException {
        ModelStore store = ModelStore.of(choice.options().withOffline());
        List<ModelSpec> specs = names.isEmpty()
                ? ModelCatalog.all().stream()
                        .filter(spec -> store.find(spec.file()).isPresent())
                        .toList()
                : Models.named(names);
        List<Verdict> verdicts = new ArrayList<>();
        for (ModelSpec spec : specs) {
            interruption().check();
            verdicts.add(verdict(spec, store));
        }
        for (Verdict verdict : verdicts) {
            console.say(verdict.name + ": " + verdict.state + ", " + verdict.words);
            if (isBad(verdict)) {
                console.error(verdict.name + ": " + verdict.words);
            }
        }
        if (verdicts.isEmpty()) {
            console.note("No file of the catalog is in " + choice.options().folder());
        }
        console.document(json -> {
            json.writeStartArray();
            for (Verdict verdict : verdicts) {
                json.writeStartObject();
                json.writeStringField("name", verdict.name);
                json.writeStringField("state", verdict.state);
                json.writeStringField("found", verdict.words);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        long bad = verdicts.stream().filter(ModelsVerify::isBad).count();
        return bad == 0 ? ExitCode.DONE : bad < verdicts.size() ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
    }

    private static boolean isBad(Verdict verdict) {
        return verdict.state.equals("bad") || verdict.state.equals("missing");
    }

    private Verdict verdict(ModelSpec spec, ModelStore store) throws IOException {
        ModelFile file = spec.file();
        if (store.find(file).isEmpty()) {
            return new Verdict(spec.id(), "missing", "expected as " + store.path(file));
        }
        try {
            String hash = store.fetchUnverified(file, FetchProgress.none(), interruption())
                    .sha256()
                    .orElseThrow();
            return file.sha256().isPresent()
                    ? new Verdict(spec.id(), "good", "SHA-256 " + hash)
                    : new Verdict(spec.id(), "unknown", "nothing to compare with its SHA-256 " + hash);
        } catch (DepthException e) {
            return new Verdict(spec.id(), "bad", Reason.of(e));
        }
    }
}
