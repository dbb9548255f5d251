package io.depth4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A switch that ends work in flight; it goes one way only. Shared by whoever asks for the work and whoever does it. */
public final class Cancellation {

    /** An action that waits for the switch. Once closed it does not run; closing waits for it while it runs. */
    public static final class Registration implements AutoCloseable {

        private final Cancellation owner;
        private final Runnable action;
        private boolean done;

        private Registration(Cancellation owner, Runnable action) {
            this.owner = owner;
            this.action = action;
        }

        private synchronized void run() {
            if (!done) {
                done = true;
                action.run();
            }
        }

        @Override
        public void close() {
            owner.forget(this);
            synchronized (this) {
                done = true;
            }
        }
    }

    private final Set<Registration> waiting = new LinkedHashSet<>();
    private Optional<String> reason = Optional.empty();

    /** A switch that nobody has moved yet. */
    public Cancellation() {}

    /** Ends the work. */
    public void cancel() {
        cancel("it was cancelled");
    }

    /** Ends the work, and says why; only the first reason counts. */
    public void cancel(String why) {
        List<Registration> actions;
        synchronized (this) {
            if (reason.isPresent()) {
                return;
            }
            reason = Optional.of(why);
            actions = List.copyOf(waiting);
            waiting.clear();
        }
        runAll(actions);
    }

    /** One that fails does not keep the others from it. */
    private static void runAll(List<Registration> actions) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Registration action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().filter(each -> each != first).forEach(first::addSuppressed);
            throw first;
        }
    }

    public synchronized boolean isCancelled() {
        return reason.isPresent();
    }

    /** Throws if the work is to end. */
    public synchronized void check() {
        if (reason.isPresent()) {
            throw new StoppedException("The work was stopped: " + reason.get());
        }
    }

    /** Runs the action when the work is to end, at once if it is. */
    public Registration onCancel(Runnable action) {
        Registration registration = new Registration(this, action);
        boolean now;
        synchronized (this) {
            now = reason.isPresent();
            if (!now) {
                waiting.add(registration);
            }
        }
        if (now) {
            registration.run();
        }
        return registration;
    }

    private synchronized void forget(Registration registration) {
        waiting.remove(registration);
    }
}
