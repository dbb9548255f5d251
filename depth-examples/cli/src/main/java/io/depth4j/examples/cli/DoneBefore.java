package io.depth4j.examples.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a folder of results, and what it was made of: a line of hashes for each, in the file {@value #NAME} beside them.
 * A result counts as done when picture, recipe and network are those of its line, and its own bytes are too.
 */
final class DoneBefore {

    static final String NAME = ".depth-estimate";

    private static final String VERSION = "1";
    private static final int FIXED = 3;

    private final Path folder;
    private final String recipe;
    private final Map<String, List<String>> lines = new HashMap<>();

    private DoneBefore(Path folder, String recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    /** Takes nothing for done, and keeps account from now on. */
    static DoneBefore forgotten(Path folder, String recipe) {
        return new DoneBefore(folder, Sha256.of(recipe));
    }

    /** What the folder says; a folder that is not there says nothing. */
    static DoneBefore in(Path folder, String recipe) throws IOException {
        DoneBefore done = forgotten(folder, recipe);
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(file)) {
            try {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(done::read);
            } catch (MalformedInputException e) {
                // Not our text; nothing counts as done.
                done.lines.clear();
            }
        }
        return done;
    }

    /** A line that was cut off by a crash has too few fields, or names a file with other bytes. */
    private void read(String line) {
        List<String> fields = List.of(line.split("\t"));
        if (fields.size() >= FIXED + 2
                && fields.size() % 2 == 1
                && fields.get(0).equals(VERSION)) {
            lines.put(fields.get(FIXED + 1), fields);
        }
    }

    /** Whether the results of this picture are all there, and still the right ones. */
    boolean has(String picture, List<String> results) throws IOException {
        List<String> fields = lines.getOrDefault(results.get(0), List.of());
        if (fields.size() != FIXED + 2 * results.size()
                || !fields.get(1).equals(recipe)
                || !fields.get(2).equals(picture)) {
            return false;
        }
        for (int i = 0; i < results.size(); i++) {
            Path file = folder.resolve(results.get(i));
            if (!fields.get(FIXED + 2 * i + 1).equals(results.get(i))
                    || !Files.isRegularFile(file)
                    || !fields.get(FIXED + 2 * i).equals(Sha256.of(Files.readAllBytes(file)))) {
                return false;
            }
        }
        return true;
    }

    /** Adds the line of results that are now there. */
    void add(String picture, Map<String, byte[]> results) throws IOException {
        StringBuilder line = new StringBuilder(VERSION)
                .append('\t')
                .append(recipe)
                .append('\t')
                .append(picture);
        results.forEach((name, content) ->
                line.append('\t').append(Sha256.of(content)).append('\t').append(name));
        Files.writeString(
                folder.resolve(NAME),
                line.append('\n'),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
