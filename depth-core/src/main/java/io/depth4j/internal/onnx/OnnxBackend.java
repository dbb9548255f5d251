package io.depth4j.internal.onnx;

import io.depth4j.UnavailableException;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import java.util.Optional;

/** ONNX Runtime, where its jar is present. This class loads without it. */
public final class OnnxBackend implements DepthBackend {

    @Override
    public String name() {
        return "onnx";
    }

    /** Asked once: from the second time on, a library that failed to load does not say why. */
    private static final class Found {
        static final Availability HERE = look();
    }

    @Override
    public Availability probe() {
        return Found.HERE;
    }

    private static Availability look() {
        try {
            return new Availability.Ready(OnnxRuntime.version());
        } catch (LinkageError | RuntimeException broken) {
            if (!isThere()) {
                return missing(broken, howToAdd());
            }
            return missing(
                    broken,
                    "ONNX Runtime is there, but its native library does not load on " + System.getProperty("os.name")
                            + " " + System.getProperty("os.arch") + ": " + root(broken));
        }
    }

    /** A class that failed to load its library before is as little defined as one that is absent. */
    private static boolean isThere() {
        try {
            Class.forName("ai.onnxruntime.OrtException", false, OnnxBackend.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static Throwable root(Throwable broken) {
        return broken.getCause() == null ? broken : root(broken.getCause());
    }

    private static String howToAdd() {
        boolean onModulePath = OnnxBackend.class.getModule().isNamed();
        return "ONNX Runtime is not there: add com.microsoft.onnxruntime:onnxruntime to the "
                + (onModulePath
                        ? "module path and start Java with --add-modules com.microsoft.onnxruntime"
                        : "class path, or onnxruntime_gpu for CUDA");
    }

    private static Availability missing(Throwable cause, String reason) {
        return new Availability.Missing(reason, Optional.of(cause));
    }

    @Override
    public Network open(NetworkSource source, NetworkOptions options) {
        if (probe() instanceof Availability.Missing missing) {
            throw new UnavailableException(missing.reason(), missing.cause().orElse(null));
        }
        return OnnxNetwork.open(source, options);
    }
}
