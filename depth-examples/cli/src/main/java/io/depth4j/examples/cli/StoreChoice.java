package io.depth4j.examples.cli;

import io.depth4j.model.ModelStore;
import io.depth4j.model.StoreOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the files of networks are. */
final class StoreChoice {

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "The folder of fetched networks, instead of the user's cache.")
    private Optional<Path> folder = Optional.empty();

    StoreOptions options() {
        StoreOptions defaults = StoreOptions.defaults();
        return folder.map(defaults::withFolder).orElse(defaults);
    }

    ModelStore store() {
        return ModelStore.of(options());
    }
}
