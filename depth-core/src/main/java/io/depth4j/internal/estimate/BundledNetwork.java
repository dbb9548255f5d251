package io.depth4j.internal.estimate;

import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.spi.DepthBackend;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The network that comes with the library. */
public final class BundledNetwork {

    private static final String ENGINE = "java";

    private BundledNetwork() {}

    /** What it needs and means. */
    public static ModelSpec spec() throws IOException {
        return ModelSpecJson.read(new String(resource("bundled.depth.json"), StandardCharsets.UTF_8));
    }

    /** Its file. */
    public static byte[] content() throws IOException {
        return resource("bundled.onnx");
    }

    /** What runs it unless the caller knows better: the engine that is always there. */
    public static DepthBackend engine() {
        return Opener.named(ENGINE);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = BundledNetwork.class.getResourceAsStream("/io/depth4j/bundled/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException(
                        "The jar of depth-core has no " + name + "; it was cut when it was repacked");
            }
            return stream.readAllBytes();
        }
    }
}
