package io.depth4j;

import io.depth4j.internal.estimate.BundledNetwork;
import io.depth4j.internal.estimate.Opener;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import io.depth4j.model.StoreOptions;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The door to the estimators. */
public final class DepthEstimators {

    private DepthEstimators() {}

    /**
     * The network that comes with the library: {@linkplain DepthKind#AFFINE_INVARIANT_INVERSE which is nearer} of any photo, with
     * nothing to fetch and no native code. It is small; networks of others see more.
     */
    public static DepthEstimator bundled() {
        try {
            return builder().open();
        } catch (IOException e) {
            throw new UncheckedIOException("The network that comes with the library could not be read", e);
        }
    }

    /**
     * Choices to make before the network that comes with the library is opened. The engine in Java runs it unless another is
     * chosen.
     */
    public static Builder builder() throws IOException {
        return builder(BundledNetwork.content()).spec(BundledNetwork.spec()).backend(BundledNetwork.engine());
    }

    /**
     * The network in a file. What it needs and means is told by a spec beside it ({@code network.depth.json} for
     * {@code network.onnx}), by its hash if the catalog knows it, or by the metadata that the file itself has.
     *
     * @throws UnavailableException if none of these tells; the message names the specs that come nearest
     * @throws MalformedInputException if the file is no network, or not the one that the spec describes
     */
    public static DepthEstimator open(Path file) throws IOException {
        return builder(file).open();
    }

    /** The network in a file, described by the caller. */
    public static DepthEstimator open(Path file, ModelSpec spec) throws IOException {
        return builder(file).spec(spec).open();
    }

    /**
     * The network of a spec, from the files that were fetched before; nothing is fetched here.
     *
     * @throws UnavailableException if its file is not there
     */
    public static DepthEstimator open(ModelSpec spec) throws IOException {
        ModelStore store = ModelStore.of(StoreOptions.defaults());
        Path file = store.find(spec.file())
                .orElseThrow(() -> new UnavailableException("The network of '" + spec.id()
                        + "' is not here, expected as " + store.path(spec.file()) + "; ModelStore fetches it"));
        return open(file, spec);
    }

    /** The network in the content of a file, described by the caller. */
    public static DepthEstimator open(byte[] content, ModelSpec spec) throws IOException {
        return builder(content).spec(spec).open();
    }

    /** Choices to make before the network in a file is opened. */
    public static Builder builder(Path file) {
        return new Builder(new NetworkSource.InFile(file));
    }

    /** Choices to make before the network in the content of a file is opened. */
    public static Builder builder(byte[] content) {
        return new Builder(new NetworkSource.InMemory(content));
    }

    /** Every engine by its name, and whether it can run here. */
    public static Map<String, Availability> backends() {
        return Opener.backends();
    }

    /** Choices to make before a network is opened. Not for several threads. */
    public static final class Builder {

        private final NetworkSource source;
        private Optional<ModelSpec> spec = Optional.empty();
        private NetworkOptions options = NetworkOptions.defaults();
        private Optional<DepthBackend> backend = Optional.empty();
        private int runs = Math.max(1, Runtime.getRuntime().availableProcessors());
        private boolean acceptsLicense;

        private Builder(NetworkSource source) {
            this.source = source;
        }

        /** What the network needs and means. */
        public Builder spec(ModelSpec newSpec) {
            spec = Optional.of(newSpec);
            return this;
        }

        /** How it is run. */
        public Builder options(NetworkOptions newOptions) {
            options = Objects.requireNonNull(newOptions, "options");
            return this;
        }

        /** What runs it, instead of the first engine that can. */
        public Builder backend(DepthBackend newBackend) {
            backend = Optional.of(newBackend);
            return this;
        }

        /** How many runs may be in flight; further callers wait. As many as there are processors if not said. */
        public Builder runs(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("At least one run must be possible, found " + most);
            }
            runs = most;
            return this;
        }

        /** Says that the caller knows the licence of weights that are not free for every use, and keeps it. */
        public Builder acceptLicense() {
            acceptsLicense = true;
            return this;
        }

        /** Opens the network. */
        public DepthEstimator open() throws IOException {
            return Opener.open(source, spec, options, backend, runs, acceptsLicense);
        }
    }
}
