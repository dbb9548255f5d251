package io.depth4j;

import java.util.Objects;

/**
 * Where a depth map came from, for whoever finds its file a year later.
 *
 * @param model the id of the network, or what else made the map
 * @param modelSha256 the hash of the network's file
 * @param alignment how the values were aligned or calibrated
 * @param kernels which kernels prepared the picture and finished the map
 * @param provider which engine and device ran the network
 */
public record DepthSource(String model, String modelSha256, String alignment, String kernels, String provider) {

    /** The word that stands for what is not known. */
    public static final String UNKNOWN = "unknown";

    private static final DepthSource NOTHING_KNOWN = new DepthSource(UNKNOWN, UNKNOWN, "none", UNKNOWN, UNKNOWN);

    public DepthSource {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(modelSha256, "modelSha256");
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(kernels, "kernels");
        Objects.requireNonNull(provider, "provider");
    }

    /** A source of which nothing is known, and nothing was aligned. */
    public static DepthSource unknown() {
        return NOTHING_KNOWN;
    }

    public DepthSource withModel(String newModel, String newModelSha256) {
        return new DepthSource(newModel, newModelSha256, alignment, kernels, provider);
    }

    public DepthSource withAlignment(String newAlignment) {
        return new DepthSource(model, modelSha256, newAlignment, kernels, provider);
    }

    public DepthSource withKernels(String newKernels) {
        return new DepthSource(model, modelSha256, alignment, newKernels, provider);
    }

    public DepthSource withProvider(String newProvider) {
        return new DepthSource(model, modelSha256, alignment, kernels, newProvider);
    }
}
