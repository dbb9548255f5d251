package io.depth4j;

import io.depth4j.Colormap.Kind;
import io.depth4j.internal.Spelling;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The colormaps that come with the library, by name: matplotlib's under its own names, {@code cmocean.deep}, {@code .dense} and
 * {@code .thermal}, OpenCV's 22 as {@code opencv.jet} and so on, and three more: {@code geological} and {@code heatlog}, which
 * borehole pictures use, and {@code magma.truncated}, magma with the bytes that matplotlib itself makes of it (elsewhere a table
 * holds the byte nearest to the source's number).
 */
public final class Colormaps {

    private static final String REVERSED = "_r";

    private Colormaps() {}

    /**
     * The map of this name; a name that ends in {@code _r} gives the map reversed.
     *
     * @throws NoSuchElementException if there is none; the message says which name is nearest
     */
    public static Colormap named(String name) {
        return find(name)
                .orElseThrow(
                        () -> new NoSuchElementException("No colormap is named '" + name + "'; the nearest name is '"
                                + nearest(name) + "'. There are " + names() + ", and each of them with _r"));
    }

    /** The map of this name, if there is one; a name that ends in {@code _r} gives the map reversed. */
    public static Optional<Colormap> find(String name) {
        Optional<Colormap> found = Optional.ofNullable(Tables.BY_NAME.get(name));
        if (found.isPresent() || !name.endsWith(REVERSED)) {
            return found;
        }
        String plain = name.substring(0, name.length() - REVERSED.length());
        return Optional.ofNullable(Tables.BY_NAME.get(plain)).map(Colormap::reversed);
    }

    /** All names, without the reversed ones. */
    public static List<String> names() {
        return List.copyOf(Tables.BY_NAME.keySet());
    }

    /** All maps. */
    public static List<Colormap> all() {
        return List.copyOf(Tables.BY_NAME.values());
    }

    /** The maps of one kind. */
    public static List<Colormap> ofKind(Kind kind) {
        return Tables.BY_NAME.values().stream()
                .filter(map -> map.kind() == kind)
                .toList();
    }

    /** Grey, from black to white. */
    public static Colormap gray() {
        return named("gray");
    }

    /** Dark violet over green to yellow: even steps, safe for the colour-blind. A good one to begin with. */
    public static Colormap viridis() {
        return named("viridis");
    }

    private static String nearest(String name) {
        return Spelling.nearest(
                name,
                names().stream()
                        .flatMap(known -> Stream.of(known, known + REVERSED))
                        .toList());
    }

    private static final class Tables {
        static final Map<String, Colormap> BY_NAME = ColormapTables.read();
    }
}
