package io.depth4j.tiledb;

import io.depth4j.frames.StoreCommit;

/** A commit as the catalog keeps it: what everybody may know of it, and what it does. */
record Commit(StoreCommit told, Change change) {

    long number() {
        return told.number();
    }
}
