package io.depth4j.spi;

/** An engine that runs networks. */
public interface DepthBackend {

    /** A short name, such as {@code onnx}. */
    String name();

    /** Whether this engine can run here. Never throws. */
    Availability probe();

    /**
     * Loads a network.
     *
     * @throws io.depth4j.MalformedInputException if the bytes are no network that this engine understands
     * @throws io.depth4j.UnavailableException if this engine, or a provider that was demanded, is not there
     */
    Network open(NetworkSource source, NetworkOptions options);
}
