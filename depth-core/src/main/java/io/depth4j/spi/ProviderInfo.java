package io.depth4j.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * What runs a network.
 *
 * @param provider what computes
 * @param fallback why it is not the preferred one, if it is not
 */
public record ProviderInfo(Provider provider, Optional<String> fallback) {
    public ProviderInfo {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(fallback, "fallback");
    }
}
