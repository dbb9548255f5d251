package io.depth4j.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void comparesBytesAsUnsigned() {
        Agreement agreement = Agreement.ofBytes(new byte[] {127, 0}, new byte[] {(byte) 128, 0}, new Tolerance(1, 0.5));

        assertThat(agreement.worst()).isEqualTo(1);
        assertThat(agreement.mean()).isEqualTo(0.5);
        assertThat(agreement.holds()).isTrue();
    }

    @Test
    void eitherLimitCanBreak() {
        byte[] ours = {0, 0};
        byte[] peers = {2, 0};

        assertThat(Agreement.ofBytes(ours, peers, new Tolerance(1, 9)).holds()).isFalse();
        assertThat(Agreement.ofBytes(ours, peers, new Tolerance(9, 0.5)).holds())
                .isFalse();
    }

    @Test
    void missingValuesAgreeOnlyWithMissingValues() {
        float[] missing = {Float.NaN};
        float[] one = {1};
        Tolerance lax = new Tolerance(1e9, 1e9);

        assertThat(Agreement.ofFloats(missing, missing, Tolerance.EXACT).holds())
                .isTrue();
        assertThat(Agreement.ofFloats(missing, one, lax).holds()).isFalse();
        assertThat(Agreement.ofFloats(one, missing, lax).holds()).isFalse();
    }

    @Test
    void disagreementThrowsWithBothFigures() {
        Agreement agreement = Agreement.ofFloats(new float[] {3}, new float[] {1}, new Tolerance(1, 1));

        assertThatThrownBy(agreement::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("largest difference 2.000 (at most 1.000)");
    }
}
