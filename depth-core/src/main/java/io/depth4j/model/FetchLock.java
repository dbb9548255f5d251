package io.depth4j.model;

import io.depth4j.Cancellation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One fetch of a file at a time, among threads and among processes. The lock file stays: whoever deleted it could not know
 * who has just opened it.
 */
final class FetchLock implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    /** Threads are told apart here: to close a second channel of a locked file would release the lock on some systems. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FetchLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits until the file, whose folder exists, is this thread's to fetch. */
    static FetchLock take(Path fetched, Cancellation cancellation) throws IOException {
        Path folder = fetched.toAbsolutePath().getParent().toRealPath();
        Path file = folder.resolve(fetched.getFileName() + ".lock");
        while (!HELD.add(file)) {
            pause(cancellation);
        }
        try {
            return new FetchLock(file, locked(file, cancellation));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path file, Cancellation cancellation) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (!isTaken(channel)) {
                pause(cancellation);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherCopyOfThisClass) {
            return false;
        }
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

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
