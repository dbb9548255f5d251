package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.LimitExceededException;
import io.depth4j.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes that the goldens of the field do not have. */
class SizeRuleTest {

    @ParameterizedTest
    @CsvSource({
        "640, 480, 256, 192",
        "480, 640, 192, 256",
        "4000, 3000, 256, 192",
        "1000, 1000, 224, 224",
        "1242, 375, 416, 128",
        "1920, 1080, 288, 160",
        "1, 1, 224, 224",
        "10, 100, 64, 704"
    })
    void anAreaIsKeptWhateverTheAspect(int width, int height, int expectedWidth, int expectedHeight) {
        SizeRule rule = new SizeRule(SizeRule.Mode.AREA, 256, 192, 32);
        assertThat(rule.sizeFor(new Size(width, height))).isEqualTo(new Size(expectedWidth, expectedHeight));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 3_000_000, Integer.MAX_VALUE})
    void whatNoNetworkCanBeGivenIsTold(int height) {
        SizeRule rule = SizeRule.of(SizeRule.Mode.LOWER_BOUND, 518, 14);
        assertThatThrownBy(() -> rule.sizeFor(new Size(1, height)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContainingAll("1×" + height, "518×");
    }
}
