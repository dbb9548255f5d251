package io.depth4j.examples.cli;

import io.depth4j.DepthException;
import io.depth4j.StoppedException;
import io.depth4j.UnavailableException;
import io.depth4j.model.FetchProgress;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The only command that touches the network. */
@Command(
        name = "fetch",
        description = {
            "Fetch files of networks, and check their size and hash.",
            "A fetch that was cut off goes on where it stopped."
        },
        footer = {"", "Examples:", "  depth models fetch midas-v2.1-small --unverified --cache networks"})
final class ModelsFetch extends Task {

    private static final long NANOS_BETWEEN_LINES = 200_000_000L;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            completionCandidates = Models.Names.class,
            description = "As models list shows it.")
    private List<String> names;

    @Option(names = "--unverified", description = "Fetch also what has no known SHA-256, and tell the one that came.")
    private boolean unverified;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Ask this address instead of each file's own host, for the same path.")
    private Optional<URI> mirror = Optional.empty();

    @Mixin
    private StoreChoice choice;

    @Override
    int run(Console console) throws IOException {
        List<ModelSpec> specs = Models.named(names);
        ModelStore store =
                ModelStore.of(mirror.map(choice.options()::withMirror).orElseGet(choice::options));
        Map<String, Path> fetched = new LinkedHashMap<>();
        Map<String, String> failed = new LinkedHashMap<>();
        for (ModelSpec spec : specs) {
            try {
                fetch(spec, store, console);
                fetched.put(spec.id(), store.path(spec.file()));
            } catch (StoppedException e) {
                throw e;
            } catch (DepthException | IOException e) {
                console.progressDone();
                failed.put(spec.id(), Reason.of(e));
                console.error(spec.id() + ": " + Reason.of(e), e);
            }
        }
        console.document(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("fetched");
            for (Map.Entry<String, Path> one : fetched.entrySet()) {
                json.writeStringField(one.getKey(), one.getValue().toString());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("failed");
            for (Map.Entry<String, String> one : failed.entrySet()) {
                json.writeStringField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
        return failed.isEmpty() ? ExitCode.DONE : fetched.isEmpty() ? ExitCode.NOTHING_DONE : ExitCode.SOME_FAILED;
    }

    private void fetch(ModelSpec spec, ModelStore store, Console console) throws IOException {
        ModelFile file = spec.file();
        if (file.sha256().isEmpty() && !unverified && store.find(file).isEmpty()) {
            // The library names the method to call instead.
            throw new UnavailableException(
                    "The SHA-256 of " + file.name()
                            + " is unknown, so nobody can tell whether the right bytes come; --unverified fetches it all the same");
        }
        if (store.find(file).isEmpty()) {
            console.note("Fetching " + file.name() + " of " + spec.id());
        }
        ModelFile found = store.fetchUnverified(file, new Line(spec.id(), console), interruption());
        console.progressDone();
        console.say(store.path(file).toString());
        if (file.sha256().isEmpty()) {
            console.note(
                    "Nothing to compare with; its SHA-256 is " + found.sha256().orElseThrow());
        }
    }

    /** The line that a watching person sees. */
    private static final class Line implements FetchProgress {

        private final String name;
        private final Console console;
        private long last = System.nanoTime() - NANOS_BETWEEN_LINES;

        Line(String name, Console console) {
            this.name = name;
            this.console = console;
        }

        @Override
        public void at(long done, OptionalLong total) {
            long now = System.nanoTime();
            if (now - last >= NANOS_BETWEEN_LINES || done == total.orElse(-1)) {
                last = now;
                console.progress(name + "  " + Bytes.inWords(done)
                        + (total.isPresent()
                                ? " of " + Bytes.inWords(total.getAsLong()) + ", " + 100 * done / total.getAsLong()
                                        + " %"
                                : ""));
            }
        }
    }
}
