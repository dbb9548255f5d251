package io.depth4j.internal.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.depth4j.MalformedInputException;
import io.depth4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memory for runs of one shape. The shapes of the outputs are known after the first run; from then on the network writes where
 * we read. Used by one run at a time.
 */
final class OnnxBinding implements AutoCloseable {

    /** What a binding fits: the shapes of the inputs and the names of the outputs. */
    record Key(Map<String, List<Integer>> shapes, Set<String> outputs) {
        static Key of(Map<String, Tensor> given, Set<String> wanted) {
            Map<String, List<Integer>> shapes = new LinkedHashMap<>();
            given.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
            return new Key(shapes, Set.copyOf(wanted));
        }
    }

    private final Key key;
    private final Map<String, OnnxMemory> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxMemory> outputs = new LinkedHashMap<>();

    OnnxBinding(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    long bytes() {
        long bytes = 0;
        for (OnnxMemory memory : inputs.values()) {
            bytes += memory.bytes();
        }
        for (OnnxMemory memory : outputs.values()) {
            bytes += memory.bytes();
        }
        return bytes;
    }

    /** Copies the inputs to where the network reads them. */
    void fill(Map<String, Tensor> given, Map<String, OnnxJavaType> types) throws OrtException {
        for (Map.Entry<String, Tensor> each : given.entrySet()) {
            String name = each.getKey();
            OnnxMemory memory = inputs.get(name);
            if (memory == null) {
                OnnxJavaType type = types.get(name);
                if (type == null) {
                    throw new MalformedInputException(
                            "The network should have an input '" + name + "', found " + types.keySet());
                }
                memory = OnnxMemory.allocate(type, each.getValue().shape());
                inputs.put(name, memory);
            }
            memory.write(name, each.getValue());
        }
    }

    Map<String, Tensor.Floats> run(OrtSession session, OrtSession.RunOptions options) throws OrtException {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        inputs.forEach((name, memory) -> given.put(name, memory.tensor()));
        Map<String, OnnxTensor> pinned = new LinkedHashMap<>();
        outputs.forEach((name, memory) -> pinned.put(name, memory.tensor()));
        Set<String> others = new LinkedHashSet<>(key.outputs());
        others.removeAll(pinned.keySet());
        Map<String, Tensor.Floats> found = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(given, others, pinned, options)) {
            for (String name : others) {
                found.put(name, received(name, result.get(name).orElseThrow()));
            }
        }
        outputs.forEach((name, memory) -> {
            if (pinned.containsKey(name)) {
                found.put(name, memory.read());
            }
        });
        return found;
    }

    /** Copies an output that the network made room for itself, and makes room for the next one like it. */
    private Tensor.Floats received(String name, OnnxValue value) throws OrtException {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new MalformedInputException("Output '" + name + "' should be a tensor, found " + value.getType());
        }
        TensorInfo info = tensor.getInfo();
        List<Integer> shape =
                Arrays.stream(info.getShape()).mapToObj(Math::toIntExact).toList();
        float[] values = new float[Math.toIntExact(info.getNumElements())];
        switch (info.type) {
            case FLOAT, FLOAT16 -> {
                FloatBuffer floats = tensor.getFloatBuffer();
                floats.get(values);
                outputs.put(name, OnnxMemory.allocate(info.type, shape));
            }
            case BOOL, UINT8 -> {
                ByteBuffer bytes = tensor.getByteBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.get() & 0xff;
                }
            }
            default ->
                throw new MalformedInputException(
                        "Output '" + name + "' should hold floats or truth values, found " + info.type);
        }
        return new Tensor.Floats(shape, values);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxMemory::close);
        outputs.values().forEach(OnnxMemory::close);
    }
}
