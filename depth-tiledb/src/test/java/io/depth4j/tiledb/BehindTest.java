package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BehindTest {

    private final Behind behind = new Behind();
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @Test
    void piecesAreDoneOneAfterTheOther() {
        for (int piece = 0; piece < 50; piece++) {
            int number = piece;
            behind.start(() -> done.add(number));
        }
        behind.await();
        assertThat(done).hasSize(50).isSorted();
    }

    @Test
    void afterAFailureNothingIsDoneAndEveryCallFails() {
        RuntimeException cause = new StoreException("no room", new IllegalStateException());
        behind.start(() -> {
            throw cause;
        });
        assertThatThrownBy(() -> behind.start(() -> done.add(1))).isSameAs(cause);
        assertThatThrownBy(() -> behind.start(() -> done.add(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(cause);
        assertThatThrownBy(behind::await).isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void whoGivesUpWaitsAndIsToldNothing() {
        behind.start(() -> {
            throw new AssertionError("broken");
        });
        assertThatCode(behind::end).doesNotThrowAnyException();
    }

    @Test
    void anInterruptIsKeptAndDoesNotEndTheWait() {
        CountDownLatch interrupted = new CountDownLatch(1);
        behind.start(() -> {
            try {
                interrupted.await();
                done.add(1);
            } catch (InterruptedException e) {
                throw new AssertionError("The work itself is not interrupted", e);
            }
        });
        Thread.currentThread().interrupt();
        interrupted.countDown();
        behind.await();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly(1);
    }
}
