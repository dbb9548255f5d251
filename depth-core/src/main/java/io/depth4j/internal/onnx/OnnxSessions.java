package io.depth4j.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.depth4j.UnavailableException;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.Provider;
import io.depth4j.spi.ProviderInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens a session on the first provider that is there. */
final class OnnxSessions {

    /** A session and what it runs on. */
    record Opened(OrtSession session, ProviderInfo provider) {}

    private OnnxSessions() {}

    static Opened open(NetworkSource source, NetworkOptions options) {
        List<String> reasons = new ArrayList<>();
        Optional<OrtException> cause = Optional.empty();
        for (Provider provider : wanted(options)) {
            try (OrtSession.SessionOptions native_ = new OrtSession.SessionOptions()) {
                configure(native_, options);
                add(native_, provider);
                return new Opened(session(source, native_), new ProviderInfo(provider, fallback(reasons)));
            } catch (OrtException e) {
                if (provider == Provider.CPU) {
                    // The CPU is always there, so it is the network.
                    throw OnnxRuntime.opening(source.toString(), e);
                }
                reasons.add(provider + " cannot run it (" + e.getMessage().strip() + "; " + howToAdd(provider) + ")");
                cause = Optional.of(e);
            }
        }
        throw new UnavailableException(
                "No provider can run the network: " + String.join("; ", reasons), cause.orElse(null));
    }

    private static List<Provider> wanted(NetworkOptions options) {
        if (options.fallback() == NetworkOptions.Fallback.REFUSED) {
            return options.providers().subList(0, 1);
        }
        List<Provider> wanted = new ArrayList<>(options.providers());
        if (!wanted.contains(Provider.CPU)) {
            wanted.add(Provider.CPU);
        }
        return wanted;
    }

    private static Optional<String> fallback(List<String> reasons) {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static OrtSession session(NetworkSource source, OrtSession.SessionOptions options) throws OrtException {
        OrtEnvironment environment = OnnxRuntime.environment();
        if (source instanceof NetworkSource.InFile inFile) {
            return environment.createSession(inFile.file().toString(), options);
        }
        return environment.createSession(((NetworkSource.InMemory) source).bytes(), options);
    }

    private static void configure(OrtSession.SessionOptions native_, NetworkOptions options) throws OrtException {
        if (options.threads() > 0) {
            native_.setIntraOpNumThreads(options.threads());
        }
        // Threads that wait for work would take the processor from the callers beside them.
        native_.addConfigEntry("session.intra_op.allow_spinning", "0");
        native_.setOptimizationLevel(
                switch (options.optimization()) {
                    case NONE -> OrtSession.SessionOptions.OptLevel.NO_OPT;
                    case BASIC -> OrtSession.SessionOptions.OptLevel.BASIC_OPT;
                    case EXTENDED -> OrtSession.SessionOptions.OptLevel.EXTENDED_OPT;
                    case ALL -> OrtSession.SessionOptions.OptLevel.ALL_OPT;
                });
    }

    private static void add(OrtSession.SessionOptions native_, Provider provider) throws OrtException {
        switch (provider) {
            case CPU -> {}
            case CUDA -> native_.addCUDA(0);
            case TENSORRT -> native_.addTensorrt(0);
            case COREML -> native_.addCoreML();
            case DIRECTML -> native_.addDirectML(0);
            case OPENVINO -> native_.addOpenVINO("CPU");
        }
    }

    private static String howToAdd(Provider provider) {
        return switch (provider) {
            case CUDA, TENSORRT -> "add com.microsoft.onnxruntime:onnxruntime_gpu, in the place of onnxruntime";
            case COREML -> "it comes with onnxruntime on macOS";
            case DIRECTML, OPENVINO -> "it needs a build of ONNX Runtime with it";
            case CPU -> "it is always there";
        };
    }
}
