package io.depth4j.estimate;

import io.depth4j.Cancellation;
import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the first grey of a picture as its depth, when the test lets it. */
final class ControlledEstimator implements DepthEstimator {

    private final List<Integer> seen = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private Optional<Throwable> failure = Optional.empty();
    private EstimateOptions options = EstimateOptions.defaults();
    private boolean open;
    private int permits;
    private int begun;
    private int inside;
    private int mostAtOnce;
    private int stopped;
    private boolean closed;

    synchronized void letThrough(int estimates) {
        permits += estimates;
        notifyAll();
    }

    synchronized void letAllThrough() {
        open = true;
        notifyAll();
    }

    /** Waits until so many more estimates have begun since the last such wait. */
    synchronized void awaitBegun(int estimates) throws InterruptedException {
        while (begun < estimates) {
            wait();
        }
        begun -= estimates;
    }

    synchronized void failOnce(Throwable problem) {
        failure = Optional.of(problem);
    }

    synchronized List<Integer> seen() {
        return List.copyOf(seen);
    }

    synchronized List<Thread> threads() {
        return List.copyOf(threads);
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized int stopped() {
        return stopped;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized EstimateOptions lastOptions() {
        return options;
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions newOptions) {
        Cancellation cancellation = newOptions.cancellation().orElseGet(Cancellation::new);
        try (Cancellation.Registration unused = cancellation.onCancel(this::wake)) {
            wait(image, newOptions, cancellation);
        }
        FloatPlane plane = FloatPlane.allocate(image.size());
        plane.set(0, 0, image.at(0, 0, 0));
        return DepthMap.of(plane, DepthKind.METRIC);
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void wait(Image image, EstimateOptions newOptions, Cancellation cancellation) {
        seen.add(image.at(0, 0, 0));
        threads.add(Thread.currentThread());
        options = newOptions;
        begun++;
        inside++;
        mostAtOnce = Math.max(mostAtOnce, inside);
        notifyAll();
        try {
            if (failure.isPresent()) {
                Throwable problem = failure.get();
                failure = Optional.empty();
                ControlledEstimator.<RuntimeException>sneak(problem);
            }
            while (!open && permits == 0) {
                cancellation.check();
                wait();
            }
            permits--;
        } catch (StoppedException e) {
            stopped++;
            throw e;
        } catch (InterruptedException e) {
            throw new AssertionError("An estimate was interrupted", e);
        } finally {
            inside--;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable problem) throws T {
        throw (T) problem;
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions all) {
        return images.stream().map(image -> estimate(image, all)).toList();
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        throw new UnsupportedOperationException("A pipeline asks for maps");
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo(
                "controlled", "Controlled", DepthKind.METRIC, DepthAxis.Z, "MIT", "0", "test", "CPU", Optional.empty());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
