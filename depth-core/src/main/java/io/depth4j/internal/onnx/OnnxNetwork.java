package io.depth4j.internal.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.depth4j.Cancellation;
import io.depth4j.DepthException;
import io.depth4j.MalformedInputException;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.ProviderInfo;
import io.depth4j.spi.Tensor;
import io.depth4j.spi.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A session. What it reads and writes lies in buffers outside the heap that are kept from run to run. */
final class OnnxNetwork implements Network {

    private final OrtSession session;
    private final ProviderInfo provider;
    private final List<TensorInfo> inputs;
    private final List<TensorInfo> outputs;
    private final Map<String, String> metadata;
    private final Map<String, OnnxJavaType> types = new LinkedHashMap<>();
    private final OnnxBindings bindings;

    private OnnxNetwork(OnnxSessions.Opened opened) throws OrtException {
        this.session = opened.session();
        this.provider = opened.provider();
        this.inputs = described(session.getInputInfo().values());
        this.outputs = described(session.getOutputInfo().values());
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
        session.getInputInfo().values().forEach(node -> {
            if (node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor) {
                types.put(node.getName(), tensor.type);
            }
        });
        this.bindings = new OnnxBindings();
    }

    static OnnxNetwork open(NetworkSource source, NetworkOptions options) {
        OnnxSessions.Opened opened = OnnxSessions.open(source, options);
        try {
            return new OnnxNetwork(opened);
        } catch (OrtException e) {
            closed(opened.session());
            throw OnnxRuntime.opening(source.toString(), e);
        } catch (DepthException e) {
            closed(opened.session());
            throw e;
        }
    }

    private static List<TensorInfo> described(Collection<NodeInfo> nodes) {
        List<TensorInfo> infos = new ArrayList<>();
        for (NodeInfo node : nodes) {
            if (node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor) {
                List<Integer> shape = Arrays.stream(tensor.getShape())
                        .mapToObj(axis -> axis < 0 ? TensorInfo.ANY : length(node.getName(), axis))
                        .toList();
                infos.add(new TensorInfo(node.getName(), typeName(tensor), shape));
            } else {
                infos.add(new TensorInfo(node.getName(), "no tensor", List.of()));
            }
        }
        return List.copyOf(infos);
    }

    private static int length(String name, long axis) {
        if (axis > Integer.MAX_VALUE) {
            throw new MalformedInputException("An axis of '" + name + "' should be shorter than 2^31, found " + axis);
        }
        return (int) axis;
    }

    private static String typeName(ai.onnxruntime.TensorInfo tensor) {
        return switch (tensor.type) {
            case FLOAT -> "float32";
            case FLOAT16 -> "float16";
            default -> tensor.type.name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public List<TensorInfo> inputs() {
        return inputs;
    }

    @Override
    public List<TensorInfo> outputs() {
        return outputs;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public ProviderInfo provider() {
        return provider;
    }

    @Override
    public Map<String, Tensor.Floats> run(Map<String, Tensor> given, Set<String> wanted, Cancellation cancellation) {
        OnnxBinding binding = bindings.take(given, wanted);
        boolean keep = false;
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                Cancellation.Registration ignored = cancellation.onCancel(() -> terminate(options))) {
            binding.fill(given, types);
            Map<String, Tensor.Floats> found = binding.run(session, options);
            keep = true;
            return found;
        } catch (OrtException e) {
            // A run that was ended fails with an error of its own.
            cancellation.check();
            throw OnnxRuntime.running(e);
        } finally {
            if (keep) {
                bindings.give(binding);
            } else {
                binding.close();
            }
        }
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw OnnxRuntime.running(e);
        }
    }

    @Override
    public void close() {
        bindings.close();
        closed(session);
    }

    private static void closed(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw OnnxRuntime.running(e);
        }
    }
}
