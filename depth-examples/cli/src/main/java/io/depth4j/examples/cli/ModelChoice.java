package io.depth4j.examples.cli;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.LicenseException;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelSpec;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The one place where the words of {@code --model} become an open network. */
final class ModelChoice {

    /** As the user wrote it, and the file that this is if it is one. */
    record Model(String words, Path file) {}

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE.onnx",
            description =
                    "A network that depth models fetch has fetched, or a file; the one that comes with this program, if not"
                            + " given.")
    private Optional<Model> model = Optional.empty();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description =
                    "The engine that runs it, instead of the first that can, or of java for the network that comes with"
                            + " this program; depth doctor lists them.")
    private Optional<String> backend = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "What computes: ${COMPLETION-CANDIDATES}. The CPU where that is missing.")
    private Provider provider = Provider.CPU;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of one run; 0, if not given, leaves it to the engine.")
    private int threads;

    @Option(
            names = "--accept-license",
            description = "You know the licence of weights that are not free for every use, and keep it.")
    private boolean acceptsLicense;

    @Mixin
    private StoreChoice store;

    /**
     * The network, open.
     *
     * @throws NothingDoneException if none is given or it is not here
     */
    DepthEstimator open(Console console) throws IOException {
        DepthEstimators.Builder builder =
                (model.isPresent() ? builder(model.get()) : DepthEstimators.builder()).options(options());
        backend.ifPresent(name -> builder.backend(engine(name)));
        if (acceptsLicense) {
            builder.acceptLicense();
        }
        try {
            DepthEstimator estimator = builder.open();
            console.detail("Network: " + estimator.model());
            estimator
                    .model()
                    .fallback()
                    .ifPresent(why -> console.note("On another provider than " + provider + ": " + why));
            return estimator;
        } catch (LicenseException e) {
            // The library speaks to programmers.
            throw new NothingDoneException(
                    "The weights of " + model.get().words() + " are not free for every use; read their licence"
                            + " (depth models licenses), then add --accept-license",
                    e);
        }
    }

    private DepthEstimators.Builder builder(Model given) {
        if (Files.isRegularFile(given.file())) {
            return DepthEstimators.builder(given.file());
        }
        ModelSpec spec = ModelCatalog.all().stream()
                .filter(known -> known.id().equals(given.words()))
                .findFirst()
                .orElseThrow(() -> new NothingDoneException("Expected a file or the name of a network, found '"
                        + given.words() + "', which is neither; depth models lists the names"));
        Path file = store.store()
                .find(spec.file())
                .orElseThrow(() -> new NothingDoneException("The network of " + spec.id() + " is not here, expected as "
                        + store.store().path(spec.file()) + "; depth models fetch " + spec.id() + " gets it"));
        return DepthEstimators.builder(file).spec(spec);
    }

    private NetworkOptions options() {
        NetworkOptions options = NetworkOptions.defaults().withThreads(threads);
        return provider == Provider.CPU ? options : options.withProviders(provider, Provider.CPU);
    }

    private static DepthBackend engine(String name) {
        List<DepthBackend> engines = ServiceLoader.load(DepthBackend.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        DepthBackend engine = engines.stream()
                .filter(known -> known.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NothingDoneException("Expected one of the engines "
                        + engines.stream().map(DepthBackend::name).toList() + ", found '" + name + "'"));
        if (engine.probe() instanceof Availability.Missing missing) {
            throw new NothingDoneException("The engine " + engine.name() + " cannot run here: " + missing.reason());
        }
        return engine;
    }
}
