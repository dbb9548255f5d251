package io.depth4j.internal.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.LicenseException;
import io.depth4j.MalformedInputException;
import io.depth4j.ModelInfo;
import io.depth4j.UnavailableException;
import io.depth4j.internal.Hash;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelSpec;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a file to an estimator: finds the spec, the engine, and checks that the network is what the spec describes. */
public final class Opener {

    private Opener() {}

    /** Every engine by its name. */
    public static Map<String, Availability> backends() {
        Map<String, Availability> found = new LinkedHashMap<>();
        for (DepthBackend backend : loaded()) {
            found.put(backend.name(), backend.probe());
        }
        return found;
    }

    /** The engine of a name that the library itself has. */
    static DepthBackend named(String name) {
        return loaded().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UnavailableException("The engine '" + name + "' is not listed where engines are: "
                                + "META-INF/services was not kept when the jar was repacked"));
    }

    private static List<DepthBackend> loaded() {
        return ServiceLoader.load(DepthBackend.class, DepthBackend.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    public static DepthEstimator open(
            NetworkSource source,
            Optional<ModelSpec> given,
            NetworkOptions options,
            Optional<DepthBackend> chosen,
            int runs,
            boolean acceptsLicense)
            throws IOException {
        String hash = hash(source);
        List<DepthBackend> backends = chosen.isPresent() ? List.of(chosen.get()) : loaded();
        DepthBackend backend = chosen.orElseGet(() -> firstReady(backends));
        Optional<ModelSpec> known = given.isPresent() ? given : SpecFinder.byHashOrSidecar(source, hash);
        known.ifPresent(spec -> requireLicense(spec, acceptsLicense));
        known.ifPresent(spec -> requireHash(spec, hash, source));
        Network network = opened(backend, backends, source, options);
        try {
            ModelSpec found = known.isPresent() ? known.get() : SpecFinder.byMetadata(source, network);
            requireLicense(found, acceptsLicense);
            ModelSpec spec = TensorNames.resolve(found, network);
            GraphCheck.check(spec, network);
            return new NetworkEstimator(spec, network, info(spec, hash, backend, network), runs);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static String hash(NetworkSource source) throws IOException {
        if (source instanceof NetworkSource.InFile inFile) {
            if (!Files.isRegularFile(inFile.file())) {
                throw new NoSuchFileException(inFile.file().toString(), null, "there is no such network file");
            }
            return Hash.sha256(inFile.file());
        }
        return Hash.sha256(((NetworkSource.InMemory) source).bytes());
    }

    private static ModelInfo info(ModelSpec spec, String hash, DepthBackend backend, Network network) {
        return new ModelInfo(
                spec.id(),
                spec.title(),
                spec.output().kind(),
                spec.output().axis(),
                spec.license().name(),
                hash,
                backend.name(),
                network.provider().provider().name(),
                network.provider().fallback());
    }

    /** Where an engine that is always there cannot run the network, one that is missing might. */
    private static Network opened(
            DepthBackend backend, List<DepthBackend> backends, NetworkSource source, NetworkOptions options) {
        try {
            return backend.open(source, options);
        } catch (UnavailableException e) {
            List<DepthBackend> missing = backends.stream()
                    .filter(each -> each.probe() instanceof Availability.Missing)
                    .toList();
            if (missing.isEmpty()) {
                throw e;
            }
            UnavailableException both = new UnavailableException(
                    e.getMessage() + "; "
                            + missing.stream().map(Opener::described).collect(Collectors.joining("; ")),
                    cause(missing).orElse(null));
            both.addSuppressed(e);
            throw both;
        }
    }

    private static DepthBackend firstReady(List<DepthBackend> backends) {
        return backends.stream()
                .filter(backend -> backend.probe() instanceof Availability.Ready)
                .findFirst()
                .orElseThrow(() -> new UnavailableException(
                        "No engine can run networks here: "
                                + backends.stream().map(Opener::described).collect(Collectors.joining("; ")),
                        cause(backends).orElse(null)));
    }

    private static Optional<Throwable> cause(List<DepthBackend> backends) {
        return backends.stream()
                .flatMap(backend -> backend.probe() instanceof Availability.Missing missing
                        ? missing.cause().stream()
                        : Stream.empty())
                .findFirst();
    }

    private static String described(DepthBackend backend) {
        return backend.name() + ": "
                + (backend.probe() instanceof Availability.Missing missing ? missing.reason() : "ready");
    }

    private static void requireLicense(ModelSpec spec, boolean accepted) {
        if (spec.license().use() == ModelLicense.Use.RESTRICTED && !accepted) {
            throw new LicenseException("The weights of " + spec.title() + " are not free for every use ("
                    + spec.license().name() + "). Read their licence; then accept it by acceptLicense()");
        }
    }

    private static void requireHash(ModelSpec spec, String hash, NetworkSource source) {
        Optional<String> expected = spec.file().sha256();
        if (expected.isPresent() && !expected.get().equals(hash)) {
            throw new MalformedInputException("The network in " + source + " is not the one that spec '" + spec.id()
                    + "' describes: its SHA-256 should be " + expected.get() + ", found " + hash);
        }
    }
}
