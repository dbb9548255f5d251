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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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

    private static List<DepthBackend> loaded() {
        return ServiceLoader.load(DepthBackend.class, DepthBackend.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    public static DepthEstimator open(
            Path file,
            Optional<ModelSpec> given,
            NetworkOptions options,
            Optional<DepthBackend> chosen,
            int runs,
            boolean acceptsLicense)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such network file");
        }
        DepthBackend backend = chosen.orElseGet(Opener::firstReady);
        String hash = Hash.sha256(file);
        Optional<ModelSpec> known = given.isPresent() ? given : SpecFinder.byHashOrSidecar(file, hash);
        known.ifPresent(spec -> requireLicense(spec, acceptsLicense));
        known.ifPresent(spec -> requireHash(spec, hash, file));
        Network network = backend.open(new NetworkSource.InFile(file), options);
        try {
            ModelSpec found = known.isPresent() ? known.get() : SpecFinder.byMetadata(file, network);
            requireLicense(found, acceptsLicense);
            ModelSpec spec = TensorNames.resolve(found, network);
            GraphCheck.check(spec, network);
            return new NetworkEstimator(spec, network, info(spec, hash, backend, network), runs);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
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

    private static DepthBackend firstReady() {
        List<DepthBackend> backends = loaded();
        return backends.stream()
                .filter(backend -> backend.probe() instanceof Availability.Ready)
                .findFirst()
                .orElseThrow(() -> new UnavailableException("No engine can run networks here: "
                        + backends.stream().map(Opener::described).collect(Collectors.joining("; "))));
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

    private static void requireHash(ModelSpec spec, String hash, Path file) {
        Optional<String> expected = spec.file().sha256();
        if (expected.isPresent() && !expected.get().equals(hash)) {
            throw new MalformedInputException("The file " + file + " is not the one that spec '" + spec.id()
                    + "' describes: its SHA-256 should be " + expected.get() + ", found " + hash);
        }
    }
}
