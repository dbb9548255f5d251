package io.depth4j.internal.java;

import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.NetKernels;
import java.util.Optional;

/** One step that several threads do together: each takes some of its parts in turn until none is left. Used again and again. */
final class Share implements Runnable {

    /** So many turns for each thread: one that is late takes fewer. */
    private static final int TURNS = 4;

    private Step step = NOTHING;
    private NetKernels kernels = Kernels.scalar().nets();
    private float[] arena = {};
    private int parts;
    private int turn;
    private int next;
    private int helping;
    private Optional<Throwable> failure = Optional.empty();

    private static final Step NOTHING = new Step() {
        @Override
        public int parts() {
            return 0;
        }

        @Override
        public void run(NetKernels kernels, float[] arena, int from, int to) {}
    };

    /** Makes the step ready; {@code helpers} others will call {@link #run} once each, or {@link #spare} will be called. */
    synchronized void begin(Step newStep, NetKernels newKernels, float[] newArena, int helpers) {
        step = newStep;
        kernels = newKernels;
        arena = newArena;
        parts = newStep.parts();
        turn = Math.max(1, parts / (TURNS * (helpers + 1)));
        next = 0;
        helping = helpers;
        failure = Optional.empty();
    }

    /** Does parts until there are none. */
    void work() {
        for (int from = take(); from < parts; from = take()) {
            step.run(kernels, arena, from, Math.min(parts, from + turn));
        }
    }

    private synchronized int take() {
        int from = next;
        next = Math.min(parts, from + turn);
        return from;
    }

    /** A helper's whole work. */
    @Override
    public void run() {
        try {
            work();
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            spare();
        }
    }

    private synchronized void failed(Throwable e) {
        failure = Optional.of(e);
        next = parts;
    }

    /** One helper fewer to wait for. */
    synchronized void spare() {
        helping--;
        notifyAll();
    }

    /** Waits for the helpers that began; even an interrupted caller must, as they write to its memory. */
    synchronized void end() {
        boolean interrupted = false;
        while (helping > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        step = NOTHING;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.isPresent()) {
            throw new IllegalStateException("A thread that helped has failed", failure.get());
        }
    }
}
