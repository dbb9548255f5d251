package io.depth4j.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.depth4j.benchmarks.contest.Contest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PairsTest {

    private static final List<Pair> PAIRS = Pairs.all(GuardOptions.parse().data());

    /** A benchmark of wrong results would be worth nothing. */
    @TestFactory
    Stream<DynamicTest> bothSidesAgree() {
        return PAIRS.stream()
                .map(pair -> dynamicTest(pair.name(), () -> {
                    Optional<String> obstacle = pair.peer().obstacle();
                    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
                    Contest contest = pair.contest().get();
                    contest.copy();
                    assertThat(contest.agreement()).matches(agreement -> agreement.holds());
                }));
    }

    @Test
    void everyNameIsItsOwn() {
        assertThat(PAIRS).extracting(Pair::name).doesNotHaveDuplicates();
    }
}
