package io.depth4j.internal.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import io.depth4j.MalformedInputException;
import io.depth4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;

/** A tensor over memory of ours, outside the heap. */
final class OnnxMemory implements AutoCloseable {

    private final OnnxTensor tensor;
    private final ByteBuffer memory;
    private final OnnxJavaType type;
    private final List<Integer> shape;

    private OnnxMemory(OnnxTensor tensor, ByteBuffer memory, OnnxJavaType type, List<Integer> shape) {
        this.tensor = tensor;
        this.memory = memory;
        this.type = type;
        this.shape = shape;
    }

    static OnnxMemory allocate(OnnxJavaType type, List<Integer> shape) throws OrtException {
        int elements = 1;
        for (int axis : shape) {
            elements = Math.multiplyExact(elements, axis);
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(Math.multiplyExact(elements, type.size))
                .order(ByteOrder.nativeOrder());
        long[] axes = shape.stream().mapToLong(Integer::longValue).toArray();
        return new OnnxMemory(
                OnnxTensor.createTensor(OnnxRuntime.environment(), memory, axes, type), memory, type, shape);
    }

    OnnxTensor tensor() {
        return tensor;
    }

    int bytes() {
        return memory.capacity();
    }

    void write(String name, Tensor values) {
        if (values instanceof Tensor.Written written && type == OnnxJavaType.FLOAT) {
            written.writer().accept(memory.asFloatBuffer());
        } else if (values instanceof Tensor.Written written && type == OnnxJavaType.FLOAT16) {
            float[] floats = new float[memory.capacity() / type.size];
            written.writer().accept(FloatBuffer.wrap(floats));
            writeHalves(floats);
        } else if (values instanceof Tensor.Floats floats && type == OnnxJavaType.FLOAT) {
            memory.asFloatBuffer().put(floats.values());
        } else if (values instanceof Tensor.Floats floats && type == OnnxJavaType.FLOAT16) {
            writeHalves(floats.values());
        } else if (values instanceof Tensor.Longs longs && type == OnnxJavaType.INT64) {
            memory.asLongBuffer().put(longs.values());
        } else if (values instanceof Tensor.Longs longs && type == OnnxJavaType.INT32) {
            memory.asIntBuffer()
                    .put(Arrays.stream(longs.values())
                            .mapToInt(Math::toIntExact)
                            .toArray());
        } else {
            throw new MalformedInputException("Input '" + name + "' of the network takes " + type + ", which is not "
                    + (values instanceof Tensor.Longs ? "a whole number" : "a float"));
        }
    }

    private void writeHalves(float[] floats) {
        ShortBuffer halves = memory.asShortBuffer();
        for (float value : floats) {
            halves.put(Fp16Conversions.floatToFp16(value));
        }
    }

    Tensor.Floats read() {
        float[] values = new float[memory.capacity() / type.size];
        if (type == OnnxJavaType.FLOAT) {
            memory.asFloatBuffer().get(values);
        } else {
            ShortBuffer halves = memory.asShortBuffer();
            for (int i = 0; i < values.length; i++) {
                values[i] = Fp16Conversions.fp16ToFloat(halves.get(i));
            }
        }
        return new Tensor.Floats(shape, values);
    }

    @Override
    public void close() {
        tensor.close();
    }
}
