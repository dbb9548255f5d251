package io.depth4j.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.depth4j.DepthException;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;

/** The one environment of ONNX Runtime in this JVM, and what its errors mean. */
final class OnnxRuntime {

    private OnnxRuntime() {}

    /** Loads the native library if need be. */
    static OrtEnvironment environment() {
        return Environment.ONLY;
    }

    static String version() {
        return environment().getVersion();
    }

    /** What went wrong when a file was opened. */
    static DepthException opening(String source, OrtException e) {
        String message = "The network in " + source + " cannot be loaded: " + e.getMessage();
        return isMemory(e) ? new LimitExceededException(message, e) : new MalformedInputException(message, e);
    }

    /** What went wrong in a run. */
    static DepthException running(OrtException e) {
        String message = "The network failed: " + e.getMessage();
        return isMemory(e) ? new LimitExceededException(message, e) : new DepthException(message, e);
    }

    private static boolean isMemory(OrtException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("bad_alloc")
                || message.contains("Failed to allocate")
                || message.contains("out of memory");
    }

    private static final class Environment {
        static final OrtEnvironment ONLY = OnnxStart.environment();
    }
}
