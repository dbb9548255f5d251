package io.depth4j.spi;

import java.util.List;
import java.util.Objects;

/**
 * How a network is run.
 *
 * @param providers in order of preference; the first that is there runs the network
 * @param fallback what happens where the first of them is not there
 * @param threads for one run; 0 for as many as the engine thinks good
 * @param optimization how far the engine may change the graph
 */
public record NetworkOptions(List<Provider> providers, Fallback fallback, int threads, Optimization optimization) {

    /** What happens where the preferred provider is missing. */
    public enum Fallback {
        /** The next one runs the network, and the model's description says so. */
        ALLOWED,
        /** Opening fails with what to add. */
        REFUSED
    }

    /** How far the engine may change the graph. */
    public enum Optimization {
        NONE,
        BASIC,
        EXTENDED,
        ALL
    }

    private static final NetworkOptions DEFAULTS =
            new NetworkOptions(List.of(Provider.CPU), Fallback.ALLOWED, 0, Optimization.ALL);

    public NetworkOptions {
        providers = List.copyOf(providers);
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(optimization, "optimization");
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one provider, found none");
        }
        if (threads < 0) {
            throw new IllegalArgumentException("The number of threads is 0 or more, found " + threads);
        }
    }

    /** On the CPU, with the engine's own number of threads. */
    public static NetworkOptions defaults() {
        return DEFAULTS;
    }

    /** Tries these in turn. */
    public NetworkOptions withProviders(Provider... preferred) {
        return new NetworkOptions(List.of(preferred), fallback, threads, optimization);
    }

    /** This one or none. */
    public NetworkOptions demanding(Provider provider) {
        return new NetworkOptions(List.of(provider), Fallback.REFUSED, threads, optimization);
    }

    public NetworkOptions withThreads(int count) {
        return new NetworkOptions(providers, fallback, count, optimization);
    }

    public NetworkOptions withOptimization(Optimization newOptimization) {
        return new NetworkOptions(providers, fallback, threads, newOptimization);
    }
}
