package io.depth4j.io;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import io.depth4j.internal.depthfile.NotedPlane;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What our note in a file says of its numbers: {@code kind=METRIC axis=Z} and, in a PNG, {@code steps=1000.0} or {@code low} and
 * {@code high}.
 */
record DepthNote(DepthKind kind, DepthAxis axis, Optional<DepthScale> scale) {

    static final String KEYWORD = "depth4j";

    static DepthNote of(DepthMap map) {
        return new DepthNote(map.kind(), map.axis(), Optional.empty());
    }

    DepthNote withScale(DepthScale newScale) {
        return new DepthNote(kind, axis, Optional.of(newScale));
    }

    /** The map of a plane, whose kind the options say where it has no note. */
    static DepthMap map(NotedPlane noted, DepthFormat format, DepthReadOptions options) {
        return noted.note()
                .map(DepthNote::parse)
                .map(note -> DepthMap.wrap(noted.plane(), note.kind).withAxis(note.axis))
                .orElseGet(() -> DepthMap.wrap(noted.plane(), options.requireKind(format)));
    }

    String text() {
        return "kind=" + kind + " axis=" + axis + scale.map(DepthNote::text).orElse("");
    }

    private static String text(DepthScale scale) {
        return scale instanceof DepthScale.Between between
                ? " low=" + between.range().low() + " high=" + between.range().high()
                : " steps=" + ((DepthScale.PerUnit) scale).steps();
    }

    static DepthNote parse(String text) {
        Map<String, String> said = new HashMap<>();
        for (String pair : text.split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || said.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new MalformedInputException("The note on depth is a row of different name=value, found " + text);
            }
        }
        try {
            return new DepthNote(
                    named(DepthKind.class, said, "kind"), named(DepthAxis.class, said, "axis"), scale(said));
        } catch (IllegalArgumentException e) {
            throw new MalformedInputException(
                    "The note on depth cannot be understood: " + e.getMessage() + ", found " + text, e);
        }
    }

    /** The constant of this name; other names are refused with a list of the right ones. */
    static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedInputException("The file's " + type.getSimpleName() + " is one of "
                        + Arrays.toString(type.getEnumConstants()) + ", found " + name));
    }

    private static <E extends Enum<E>> E named(Class<E> type, Map<String, String> said, String name) {
        return named(type, required(said, name));
    }

    private static Optional<DepthScale> scale(Map<String, String> said) {
        if (said.containsKey("steps")) {
            return Optional.of(DepthScale.perUnit(number(said, "steps")));
        }
        return said.containsKey("low") || said.containsKey("high")
                ? Optional.of(DepthScale.between(Range.of(number(said, "low"), number(said, "high"))))
                : Optional.empty();
    }

    private static double number(Map<String, String> said, String name) {
        return Double.parseDouble(required(said, name));
    }

    private static String required(Map<String, String> said, String name) {
        if (!said.containsKey(name)) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return said.get(name);
    }
}
