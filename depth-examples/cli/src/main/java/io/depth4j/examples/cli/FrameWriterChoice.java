package io.depth4j.examples.cli;

import io.depth4j.tiledb.StoreOptions;
import picocli.CommandLine.Option;

/** Which store of rows is written. */
final class FrameWriterChoice extends FrameStoreChoice {

    @Option(
            names = "--owner",
            description = "Of a store in an object store, which has no locks: no other process writes it.")
    private boolean owner;

    @Override
    StoreOptions options() {
        if (address().isRemote() && !owner) {
            throw new NothingDoneException("The store " + address() + " is in an object store, where one process alone"
                    + " may write; --owner says that it is this one");
        }
        return super.options().withOwner(owner);
    }
}
