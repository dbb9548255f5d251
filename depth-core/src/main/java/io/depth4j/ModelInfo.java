package io.depth4j;

import java.util.Objects;
import java.util.Optional;

/**
 * The network behind an estimator, and what runs it.
 *
 * @param id of its spec
 * @param title a name to show
 * @param kind what its maps hold
 * @param axis what they are measured along
 * @param licence of its weights
 * @param sha256 of its file
 * @param backend the engine
 * @param provider what the engine computes on
 * @param fallback why that is not the provider that was preferred, if it is not
 */
public record ModelInfo(
        String id,
        String title,
        DepthKind kind,
        DepthAxis axis,
        String licence,
        String sha256,
        String backend,
        String provider,
        Optional<String> fallback) {

    public ModelInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(fallback, "fallback");
    }
}
