package io.depth4j.internal.java;

import io.depth4j.DepthException;
import io.depth4j.UnavailableException;
import io.depth4j.internal.kernel.KernelChoice;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.Provider;
import io.depth4j.spi.ProviderInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The engine that is always there. It runs convolutional networks, on the CPU; others it refuses, and says why. */
public final class JavaBackend implements DepthBackend {

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Availability probe() {
        try {
            KernelChoice choice = Kernels.active().choice();
            return new Availability.Ready("Java " + Runtime.version().feature() + ", " + choice.name() + " kernels");
        } catch (IllegalStateException forced) {
            return new Availability.Missing(String.valueOf(forced.getMessage()), Optional.of(forced));
        }
    }

    @Override
    public Network open(NetworkSource source, NetworkOptions options) {
        Provider wanted = options.providers().get(0);
        Optional<String> fallback = wanted == Provider.CPU
                ? Optional.empty()
                : Optional.of(
                        wanted + " cannot run it (the engine 'java' computes on the CPU; ONNX Runtime knows others)");
        if (fallback.isPresent() && options.fallback() == NetworkOptions.Fallback.REFUSED) {
            throw new UnavailableException("No provider can run the network: " + fallback.get());
        }
        Graph graph = GraphBuilder.build(ModelReader.read(content(source)));
        return new JavaNetwork(graph, new ProviderInfo(Provider.CPU, fallback), options);
    }

    private static byte[] content(NetworkSource source) {
        if (source instanceof NetworkSource.InMemory inMemory) {
            return inMemory.bytes();
        }
        try {
            NetworkSource.InFile inFile = (NetworkSource.InFile) source;
            Ceilings.require("bytes", Files.size(inFile.file()), Ceilings.FILE_BYTES);
            return Files.readAllBytes(inFile.file());
        } catch (IOException e) {
            throw new DepthException("The network in " + source + " cannot be read: " + e, e);
        }
    }
}
