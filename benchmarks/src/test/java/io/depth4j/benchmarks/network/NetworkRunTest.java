package io.depth4j.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.spi.Network;
import io.depth4j.spi.Provider;
import io.depth4j.spi.ProviderInfo;
import io.depth4j.spi.Tensor;
import io.depth4j.spi.TensorInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkRunTest {

    @Test
    void differencesCountInPartsOfTheRange() {
        Agreement agreement = agreement(new float[] {100, 300.01f}, new float[] {100, 300});

        assertThat(agreement.worst()).isBetween(4.9e-5, 5.1e-5);
        assertThat(agreement.holds()).isTrue();
    }

    @Test
    void enginesThatDifferByMoreThanATenThousandthOfTheRangeDisagree() {
        assertThat(agreement(new float[] {100, 300.03f}, new float[] {100, 300}).holds())
                .isFalse();
    }

    @Test
    void valuesThatAreNoNumbersDisagree() {
        assertThat(agreement(new float[] {1, Float.NaN}, new float[] {1, 2}).holds())
                .isFalse();
        assertThat(agreement(new float[] {1, Float.NaN}, new float[] {1, Float.NaN})
                        .holds())
                .isFalse();
    }

    @Test
    void aFlatMapProvesNothing() {
        assertThat(agreement(new float[] {1, 1}, new float[] {1, 1}).holds()).isFalse();
    }

    @Test
    void closesBothNetworks() {
        Fixed java = new Fixed(new float[] {1});
        Fixed onnx = new Fixed(new float[] {1});

        contest(java, onnx).close();

        assertThat(java.closed).isTrue();
        assertThat(onnx.closed).isTrue();
    }

    private static Agreement agreement(float[] java, float[] onnx) {
        return contest(new Fixed(java), new Fixed(onnx)).agreement();
    }

    private static NetworkRun contest(Network java, Network onnx) {
        return new NetworkRun(java, onnx, "in", new Tensor.Floats(List.of(1), new float[1]), "out");
    }

    /** Gives the same values whatever it sees. */
    private static final class Fixed implements Network {

        private final float[] values;
        private boolean closed;

        Fixed(float[] values) {
            this.values = values;
        }

        @Override
        public List<TensorInfo> inputs() {
            return List.of(new TensorInfo("in", "float32", List.of(1)));
        }

        @Override
        public List<TensorInfo> outputs() {
            return List.of(new TensorInfo("out", "float32", List.of(values.length)));
        }

        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }

        @Override
        public ProviderInfo provider() {
            return new ProviderInfo(Provider.CPU, Optional.empty());
        }

        @Override
        public Map<String, Tensor.Floats> run(
                Map<String, Tensor> inputs, Set<String> outputs, Cancellation cancellation) {
            assertThat(inputs).containsOnlyKeys("in");
            assertThat(outputs).containsExactly("out");
            return Map.of("out", new Tensor.Floats(List.of(values.length), values));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
