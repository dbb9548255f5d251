package io.depth4j.examples.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of results. {@code a/b.jpg} becomes {@code a/b.pfm}; where two would be named alike, each of them keeps its ending,
 * {@code a/b.jpg.pfm} and {@code a/b.png.pfm}, and what still is alike is counted, {@code a/b.jpg-2.pfm}. Names that differ only
 * in upper and lower case are alike, as many file systems have it. Letters that some file systems refuse become {@code _}.
 */
public final class OutputNames {

    private OutputNames() {}

    /**
     * One name for each picture, in their order.
     *
     * @param ending with its dot
     */
    public static List<String> of(List<String> pictures, String ending) {
        List<String> safe = pictures.stream().map(OutputNames::safe).toList();
        Map<String, Integer> uses = new HashMap<>();
        safe.forEach(name -> uses.merge(folded(withoutEnding(name)), 1, Integer::sum));
        Set<String> taken = safe.stream()
                .map(name -> folded(withoutEnding(name)))
                .filter(stem -> uses.get(stem) == 1)
                .collect(Collectors.toCollection(HashSet::new));
        List<String> names = new ArrayList<>();
        for (String name : safe) {
            String stem = withoutEnding(name);
            if (uses.get(folded(stem)) > 1) {
                stem = name;
                for (int count = 2; !taken.add(folded(stem)); count++) {
                    stem = name + "-" + count;
                }
            }
            names.add(stem + ending);
        }
        return List.copyOf(names);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    private static String safe(String name) {
        return Arrays.stream(name.split("/")).map(OutputNames::safePart).collect(Collectors.joining("/"));
    }

    private static String safePart(String part) {
        String safe = part.replaceAll("[\\p{Cntrl}\\\\:*?\"<>|]", "_").replaceAll("[. ]$", "_");
        return safe.isEmpty() ? "_" : safe;
    }
}
