package io.depth4j.tiledb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A catalog in a folder of this machine. Writers take turns by a lock on a file beside it. */
final class LocalFolder implements CatalogFolder {

    /** A lock on a file keeps other processes out, but not other threads of this one. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final String TEMPORARY = ".tmp";

    private final Path folder;
    private final Path lock;
    private final ReentrantLock threads;

    LocalFolder(Path folder, Path lock) {
        this.folder = folder;
        this.lock = lock;
        this.threads = THREADS.computeIfAbsent(lock.toAbsolutePath().normalize(), path -> new ReentrantLock());
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public String told(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new StoreException("The catalog's file " + folder.resolve(name) + " cannot be read", e);
        }
    }

    @Override
    public void write(String name, byte[] content) {
        Path temporary = folder.resolve(name + TEMPORARY);
        try {
            try (FileChannel file = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("The catalog's file " + folder.resolve(name) + " cannot be written", e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new StoreException("The catalog's file " + folder.resolve(name) + " cannot be deleted", e);
        }
    }

    @Override
    public <T> T alone(Callable<T> work) throws Exception {
        threads.lock();
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = file.lock()) {
            return work.call();
        } finally {
            threads.unlock();
        }
    }
}
