package io.depth4j.benchmarks.network;

import io.depth4j.DepthRuntime;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.UsageException;
import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.benchmarks.guard.Stopwatch;
import io.depth4j.internal.estimate.BundledNetwork;
import io.depth4j.internal.estimate.Preparation;
import io.depth4j.internal.java.JavaBackend;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.onnx.OnnxBackend;
import io.depth4j.io.Images;
import io.depth4j.model.ModelSpec;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.Tensor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Both engines in turns, in a JVM of their own, with the kernels that this JVM has. */
public final class NetworkLeg {

    public static final String COMMAND = "network-leg";

    private static final Size PICTURE = new Size(256, 192);

    /** Long enough for the compiler to finish with every kernel of the network. */
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private static final Duration SAMPLE = Duration.ofMillis(60);

    private static final int DISAGREE = 1;

    private NetworkLeg() {}

    /** Arguments: the file for the figures, then those of {@link Subject}. */
    public static int run(String[] arguments, PrintStream out) throws IOException {
        if (arguments.length == 0) {
            throw new UsageException("A leg needs a file for its figures as its first argument");
        }
        Subject subject = Subject.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
        ModelSpec spec = BundledNetwork.spec();
        Image picture = FrameResizers.area().resize(Images.read(subject.requiredPhoto()), PICTURE);
        Preparation preparation = new Preparation(spec.input(), picture.size(), picture.format(), Kernels.active());
        try (NetworkRun contest = contest(subject.content(), spec, preparation, picture)) {
            Agreement agreement = contest.agreement();
            if (!agreement.holds()) {
                out.println("The engine in Java and ONNX Runtime disagree, in parts of the range of values: "
                        + agreement + "; kernels: " + DepthRuntime.kernels());
                return DISAGREE;
            }
            Turns turns = Turns.of(
                    DepthRuntime.kernels(),
                    preparation.target(),
                    new Stopwatch(System::nanoTime, WARM_UP, SAMPLE).measure(contest),
                    agreement.worst());
            Json.write(Path.of(arguments[0]), turns.tree());
            return 0;
        }
    }

    private static NetworkRun contest(byte[] content, ModelSpec spec, Preparation preparation, Image picture) {
        float[] values = new float[preparation.floats()];
        preparation.prepareInto(picture, FloatBuffer.wrap(values), 0);
        Size seen = preparation.target();
        return new NetworkRun(
                opened(new JavaBackend(), content),
                opened(new OnnxBackend(), content),
                spec.input().tensor(),
                new Tensor.Floats(List.of(1, 3, seen.height(), seen.width()), values),
                spec.output().tensor());
    }

    private static Network opened(DepthBackend backend, byte[] content) {
        return backend.open(
                new NetworkSource.InMemory(content), NetworkOptions.defaults().withThreads(1));
    }
}
