package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All who wait for the switch are told. */
class CancellationTest {

    @Test
    void anActionThatFailsDoesNotKeepTheOthersFromTheirs() {
        Cancellation cancellation = new Cancellation();
        List<String> told = new ArrayList<>();
        List<Cancellation.Registration> waiting = List.of(
                cancellation.onCancel(() -> told.add("first")),
                cancellation.onCancel(() -> {
                    throw new IllegalStateException("the second fails");
                }),
                cancellation.onCancel(() -> told.add("third")));

        assertThatThrownBy(cancellation::cancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the second fails");

        assertThat(told).containsExactly("first", "third");
        waiting.forEach(Cancellation.Registration::close);
        assertThat(cancellation.isCancelled()).isTrue();
    }
}
