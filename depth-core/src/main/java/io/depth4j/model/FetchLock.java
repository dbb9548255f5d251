package io.depth4j.model;

import io.depth4j.Cancellation;
import io.depth4j.internal.LockFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One fetch of a file at a time, among threads and among processes. */
final class FetchLock {

    private static final long PAUSE_MILLIS = 50;

    private FetchLock() {}

    /** Waits until the file, whose folder exists, is this thread's to fetch. */
    static LockFile take(Path fetched, Cancellation cancellation) throws IOException {
        Path folder = fetched.toAbsolutePath().getParent();
        String name = fetched.getFileName() + ".lock";
        Optional<LockFile> lock = LockFile.tryLock(folder, name);
        while (lock.isEmpty()) {
            pause(cancellation);
            lock = LockFile.tryLock(folder, name);
        }
        return lock.get();
    }

    private static void pause(Cancellation cancellation) throws InterruptedIOException {
        cancellation.check();
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another fetch of the same file was under way");
        }
    }
}
