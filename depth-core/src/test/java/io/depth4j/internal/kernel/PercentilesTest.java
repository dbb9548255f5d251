package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PercentilesTest {

    @Property
    void equalsTheSortedDefinitionWhateverTheValues(
            @ForAll @Size(min = 1, max = 300) float[] values, @ForAll @DoubleRange(min = 0, max = 100) double percent) {
        double[] sorted = new double[values.length];
        int finite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sorted[finite++] = value;
            }
        }
        Arrays.sort(sorted, 0, finite);
        double rank = percent / 100 * (finite - 1);
        int below = (int) rank;
        double expected = finite == 0
                ? Double.NaN
                : rank == below ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * (rank - below);

        assertThat(Percentiles.of(values, 0, values.length, percent)).isEqualTo(expected);
    }
}
