package io.depth4j.examples.cli;

import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a store of rows is.
 *
 * @param words as the user wrote it
 * @param uri a folder, or an object store with its scheme
 */
record StoreAddress(String words, String uri) {

    static StoreAddress of(String words, Path folder) {
        if (words.isBlank()) {
            throw new TypeConversionException("expected a folder or s3://BUCKET/FOLDER, found an empty name");
        }
        boolean isFolder = !words.contains("://") && !words.startsWith("file:");
        return new StoreAddress(words, isFolder ? folder.resolve(words).toString() : words);
    }

    /** Whether it is in an object store. */
    boolean isRemote() {
        return uri.contains("://") && !uri.startsWith("file:");
    }

    @Override
    public String toString() {
        return words;
    }
}
