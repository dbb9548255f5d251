package io.depth4j.tiledb;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on behind its caller's back, one piece at a time. What goes wrong with a piece is thrown at the next call, and no
 * piece is done after it.
 */
final class Behind {

    private Optional<FutureTask<Boolean>> work = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    /** Waits for the piece before, and begins this one. */
    void start(Runnable piece) {
        await();
        FutureTask<Boolean> task = new FutureTask<>(piece, true);
        work = Optional.of(task);
        Thread thread = new Thread(task, "depth4j-store");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until nothing is going on. */
    void await() {
        if (failure.isPresent()) {
            throw new IllegalStateException("Rows that came before could not be stored", failure.get());
        }
        end();
        if (failure.isPresent()) {
            if (failure.get() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure.get();
        }
    }

    /**
     * Waits likewise, for one who gives up and does not ask how it went. An interrupt waits as well: nobody may take the memory
     * away that native code still reads.
     */
    void end() {
        boolean interrupted = false;
        while (work.isPresent()) {
            try {
                work.get().get();
                work = Optional.empty();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                failure = Optional.of(e.getCause());
                work = Optional.empty();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
