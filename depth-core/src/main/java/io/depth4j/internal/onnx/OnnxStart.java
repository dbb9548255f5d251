package io.depth4j.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Starts ONNX Runtime. On Linux its native code searches the command line of the process by a recursion as deep as that is long.
 * The stack of a usual thread ends after some ten thousand letters, as of a long class path, and the JVM with it.
 */
final class OnnxStart {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final long USUAL_STACK = 1 << 20;
    /** Measured: less than 330. Only what is touched takes memory. */
    private static final long STACK_A_LETTER = 512;

    private OnnxStart() {}

    /** As any first start; what stops it is thrown as it is. */
    static OrtEnvironment environment() {
        try {
            return CompletableFuture.supplyAsync(
                            () -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "depth4j"),
                            start -> new Thread(null, start, "depth4j-onnx-start", stack()).start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static long stack() {
        if (!Files.isReadable(COMMAND_LINE)) {
            return USUAL_STACK;
        }
        try {
            return USUAL_STACK + STACK_A_LETTER * Files.readAllBytes(COMMAND_LINE).length;
        } catch (IOException e) {
            throw new UncheckedIOException("The command line of this process could not be read", e);
        }
    }
}
