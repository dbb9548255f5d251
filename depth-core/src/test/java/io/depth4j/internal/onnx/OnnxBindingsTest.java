package io.depth4j.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import io.depth4j.spi.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnnxBindingsTest {

    private final OnnxBindings bindings = new OnnxBindings();

    @AfterEach
    void close() {
        bindings.close();
        assertThat(bindings.idle()).isZero();
    }

    private OnnxBinding used(int floats) throws OrtException {
        Map<String, Tensor> given = Map.of("x", new Tensor.Floats(List.of(floats), new float[floats]));
        OnnxBinding binding = bindings.take(given, Set.of("y"));
        binding.fill(given, Map.of("x", OnnxJavaType.FLOAT));
        return binding;
    }

    @Test
    void memoryOfAShapeIsUsedAgain() throws OrtException {
        OnnxBinding first = used(100);
        bindings.give(first);
        assertThat(bindings.bytes()).isEqualTo(400);

        assertThat(used(101)).isNotSameAs(first);
        assertThat(used(100)).isSameAs(first);
        assertThat(bindings.bytes()).isZero();
        assertThat(used(100)).isNotSameAs(first);
    }

    @Test
    void onlySoManyShapesAreKeptTheLatestFirst() throws OrtException {
        for (int floats = 1; floats <= 50; floats++) {
            bindings.give(used(floats));
        }
        assertThat(bindings.idle()).isEqualTo(16);
        assertThat(bindings.bytes()).isEqualTo(4 * (35 + 50) * 16 / 2);
    }

    @Test
    void onlySoManyBytesAreKept() throws OrtException {
        for (int i = 1; i <= 5; i++) {
            bindings.give(used((64 << 18) + i));
        }
        assertThat(bindings.bytes()).isLessThanOrEqualTo(256 << 20);
        assertThat(bindings.idle()).isEqualTo(3);
    }
}
