package io.depth4j.model;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of a response, taken piece by piece, with an end to patience that the JDK's streams do not have. */
final class ArrivingBytes implements HttpResponse.BodySubscriber<ArrivingBytes>, AutoCloseable {

    private sealed interface Event {}

    private record Arrived(List<ByteBuffer> bytes) implements Event {}

    private record Ended() implements Event {}

    private record Failed(Throwable cause) implements Event {}

    /** At most one piece is here at a time, since the next is asked for when it has been taken. */
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private Optional<Flow.Subscription> subscription = Optional.empty();
    private boolean closed;
    private boolean ended;

    /** Whether there is nothing left. */
    boolean isEnded() {
        return ended;
    }

    /** The next bytes; none when the body has ended, or when someone called {@link #wake}. */
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (event instanceof Arrived arrived) {
            subscription().ifPresent(source -> source.request(1));
            return arrived.bytes();
        }
        if (event instanceof Failed failed) {
            throw new IOException(failed.cause());
        }
        if (event == null) {
            throw new HttpTimeoutException("nothing came for " + patience.toMillis() + " ms");
        }
        ended = true;
        return List.of();
    }

    /** Ends the wait of whoever is in {@link #next}. */
    void wake() {
        events.add(new Arrived(List.of()));
    }

    @Override
    public CompletionStage<ArrivingBytes> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        if (began(source)) {
            source.request(1);
        } else {
            source.cancel();
        }
    }

    /** Whether anybody still wants the bytes. */
    private synchronized boolean began(Flow.Subscription source) {
        subscription = Optional.of(source);
        return !closed;
    }

    private synchronized Optional<Flow.Subscription> subscription() {
        return subscription;
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Arrived(bytes));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Failed(cause));
    }

    @Override
    public void onComplete() {
        events.add(new Ended());
    }

    /** Lets go of the connection, whatever is still to come. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        subscription().ifPresent(Flow.Subscription::cancel);
    }
}
