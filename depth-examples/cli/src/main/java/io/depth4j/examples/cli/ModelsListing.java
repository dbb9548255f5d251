package io.depth4j.examples.cli;

import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** Lists them: by itself and under the name of the whole. */
abstract class ModelsListing extends Task {

    @Mixin
    private StoreChoice choice;

    @Override
    final int run(Console console) throws IOException {
        ModelStore store = choice.store();
        Table table = new Table("NAME", "KIND", "USE", "RAN HERE", "FILE", "LICENSE");
        for (ModelSpec spec : ModelCatalog.all()) {
            table.row(
                    spec.id(),
                    Models.kind(spec),
                    Models.use(spec),
                    spec.verified() ? "yes" : "-",
                    file(spec, store),
                    spec.license().name());
        }
        table.sayTo(console);
        console.note(
                "Where no --model is named, the network that comes with the program runs; it is not in this list.");
        console.document(json -> Models.writeAll(ModelCatalog.all(), store, json));
        return ExitCode.DONE;
    }

    private static String file(ModelSpec spec, ModelStore store) {
        if (store.find(spec.file()).isPresent()) {
            return "here";
        }
        return spec.file().source().isPresent() ? "can be fetched" : "-";
    }
}
