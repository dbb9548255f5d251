package io.depth4j.internal.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Tensor;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ONNX Runtime says the same. */
class RandomNetworksTest {

    private static final Logger LOG = LoggerFactory.getLogger(RandomNetworksTest.class);
    private static final double TOLERANCE = 1e-4;
    private static final Set<String> SEEN = new TreeSet<>();

    private static double worst;

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void networksOfTheSubsetGiveWhatOnnxRuntimeGives(@ForAll long seed) {
        RandomNetwork random = new RandomNetwork(seed);
        Tensor.Floats image = Engines.noise(seed, random.shape());
        try (Network onnx = Engines.onnx(random.bytes());
                Network java = Engines.java(random.bytes(), Engines.ONE_THREAD);
                Network plain = Engines.java(
                        random.bytes(), Engines.ONE_THREAD.withOptimization(NetworkOptions.Optimization.NONE))) {
            Tensor.Floats expected = Engines.run(onnx, image);
            double difference = Engines.difference(expected, Engines.run(java, image));
            assertThat(difference).isLessThanOrEqualTo(TOLERANCE);
            assertThat(Engines.difference(expected, Engines.run(plain, image))).isLessThanOrEqualTo(TOLERANCE);
            worst = Math.max(worst, difference);
            SEEN.addAll(random.operators());
        }
    }

    @AfterContainer
    static void everyOperatorWasThere() {
        LOG.info("largest relative difference from ONNX Runtime over 200 random networks: {}", worst);
        assertThat(SEEN)
                .contains(
                        "Add",
                        "BatchNormalization",
                        "Cast",
                        "Clip",
                        "Concat",
                        "Constant",
                        "Conv",
                        "CumSum",
                        "DequantizeLinear",
                        "Div",
                        "GlobalAveragePool",
                        "HardSigmoid",
                        "HardSwish",
                        "Identity",
                        "Mul",
                        "Relu",
                        "Resize",
                        "Sigmoid",
                        "Sub");
    }
}
