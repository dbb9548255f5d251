package io.depth4j.model;

import io.depth4j.internal.Resource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The specs of known networks. Their weights are not part of the library; {@link ModelSpec#verified} says which ones ran here. */
public final class ModelCatalog {

    private ModelCatalog() {}

    /** All specs. */
    public static List<ModelSpec> all() {
        return List.copyOf(Specs.BY_ID.values());
    }

    /**
     * The spec of this id.
     *
     * @throws NoSuchElementException if there is none
     */
    public static ModelSpec named(String id) {
        return Optional.ofNullable(Specs.BY_ID.get(id))
                .orElseThrow(() -> new NoSuchElementException(
                        "No spec is named '" + id + "', expected one of " + Specs.BY_ID.keySet()));
    }

    /** The spec of the file with this hash, if there is one. */
    public static Optional<ModelSpec> ofSha256(String hash) {
        return all().stream()
                .filter(spec -> spec.file().sha256().filter(hash::equals).isPresent())
                .findFirst();
    }

    private static final class Specs {

        static final Map<String, ModelSpec> BY_ID = read();

        private static Map<String, ModelSpec> read() {
            Map<String, ModelSpec> specs = new LinkedHashMap<>();
            for (String id : text("index.txt").lines().toList()) {
                specs.put(id, ModelSpecJson.read(text(id + ".depth.json")));
            }
            return specs;
        }

        private static String text(String name) {
            return new String(Resource.bytes(ModelCatalog.class, name), StandardCharsets.UTF_8);
        }
    }
}
