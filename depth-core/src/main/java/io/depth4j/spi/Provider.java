package io.depth4j.spi;

/** What an engine computes on. An engine knows those that it knows. */
public enum Provider {
    CPU,
    CUDA,
    TENSORRT,
    COREML,
    DIRECTML,
    OPENVINO
}
