package io.depth4j.examples.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names inside zips, which anybody may have written. */
final class EntryName {

    private EntryName() {}

    /** The name with {@code /} between its parts, as some tools write {@code \}; empty if it would lead out of a folder. */
    static Optional<String> relative(String name) {
        String slashed = name.replace('\\', '/');
        List<String> parts = Arrays.stream(slashed.split("/"))
                .filter(part -> !part.equals("."))
                .toList();
        boolean leads = slashed.isEmpty()
                || slashed.startsWith("/")
                || slashed.matches("(?s)[A-Za-z]:.*")
                || slashed.indexOf('\0') >= 0
                || parts.isEmpty()
                || parts.contains("..")
                || parts.contains("");
        return leads ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    /** Hidden files, and what macOS puts beside each file. */
    static boolean isHidden(String relative) {
        return Arrays.stream(relative.split("/")).anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }
}
