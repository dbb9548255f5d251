package io.depth4j.examples.cli;

import io.depth4j.frames.FrameStore;
import io.depth4j.tiledb.StoreOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which store of rows, and how it is reached. */
class FrameStoreChoice {

    @Option(
            names = "--store",
            required = true,
            paramLabel = "URI",
            description = "The store: a folder, or s3://BUCKET/FOLDER.")
    private StoreAddress address = new StoreAddress("", "");

    @Option(
            names = "--tiledb-config",
            paramLabel = "KEY=VALUE",
            description = "A parameter of TileDB, such as vfs.s3.region=eu-central-1; as often as needed.")
    private Map<String, String> config = Map.of();

    final StoreAddress address() {
        return address;
    }

    StoreOptions options() {
        return StoreOptions.defaults().withConfig(config);
    }

    /** Opens the store, which is there: no command but {@code ingest} makes one. */
    final FrameStore existing() {
        return TileDbFrameStore.openExisting(address.uri(), options());
    }
}
