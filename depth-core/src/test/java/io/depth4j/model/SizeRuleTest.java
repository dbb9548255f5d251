package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.LimitExceededException;
import io.depth4j.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes for pictures that are all but a line. */
class SizeRuleTest {

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 3_000_000, Integer.MAX_VALUE})
    void whatNoNetworkCanBeGivenIsTold(int height) {
        SizeRule rule = SizeRule.of(SizeRule.Mode.LOWER_BOUND, 518, 14);
        assertThatThrownBy(() -> rule.sizeFor(new Size(1, height)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContainingAll("1×" + height, "518×");
    }
}
