package io.depth4j.internal.estimate;

import io.depth4j.UnavailableException;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which spec describes a file that came without one. */
final class SpecFinder {

    /** The metadata under which a file may carry its own spec. */
    private static final String METADATA = "depth4j.spec";

    private static final String SIDECAR = ".depth.json";
    private static final int NEAREST = 3;

    private SpecFinder() {}

    /** A file beside the network comes before the catalog: somebody put it there. */
    static Optional<ModelSpec> byHashOrSidecar(NetworkSource source, String hash) throws IOException {
        if (source instanceof NetworkSource.InFile inFile && Files.isRegularFile(sidecar(inFile.file()))) {
            return Optional.of(ModelSpecJson.read(Files.readString(sidecar(inFile.file()))));
        }
        return ModelCatalog.ofSha256(hash);
    }

    private static Path sidecar(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SIDECAR);
    }

    static ModelSpec byMetadata(NetworkSource source, Network network) {
        String json = network.metadata().get(METADATA);
        if (json != null) {
            return ModelSpecJson.read(json);
        }
        String nearest = nearest(network).stream().map(ModelSpec::id).collect(Collectors.joining(", "));
        throw new UnavailableException(
                "Nothing says what the network in " + source + " needs and means. Its inputs are "
                        + network.inputs() + ", its outputs " + network.outputs() + "; the specs that come nearest are "
                        + nearest
                        + ". Give one of them, or one of its own"
                        + (source instanceof NetworkSource.InFile inFile ? ", as in " + sidecar(inFile.file()) : ""));
    }

    private static List<ModelSpec> nearest(Network network) {
        Set<String> inputs = names(network.inputs());
        Set<String> outputs = names(network.outputs());
        return ModelCatalog.all().stream()
                .sorted(Comparator.comparingInt((ModelSpec spec) -> -likeness(spec, inputs, outputs)))
                .limit(NEAREST)
                .toList();
    }

    private static int likeness(ModelSpec spec, Set<String> inputs, Set<String> outputs) {
        int likeness = inputs.contains(spec.input().tensor()) ? 1 : 0;
        likeness += outputs.contains(spec.output().tensor()) ? 1 : 0;
        return likeness + (inputs.size() == 1 + spec.input().constants().size() ? 1 : 0);
    }

    private static Set<String> names(List<TensorInfo> tensors) {
        return tensors.stream().map(TensorInfo::name).collect(Collectors.toSet());
    }
}
