package io.depth4j.tiledb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Segments in a folder of this machine. A lock on a file beside one says that it is being written; it ends with its process. The
 * locked file is there before the segment is, so that nobody ever sees the one without the other.
 */
final class LocalSegments implements SegmentFolder {

    private static final String WRITER = ".writer";
    /** What else lies in the folder is somebody else's, and never an orphan to be removed. */
    private static final Pattern OWN_NAME = Pattern.compile("[0-9a-f]{32}");

    private static final String TEMPORARY = ".tmp";
    /** A lock on a file says nothing to other threads of its own process. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;

    LocalSegments(Path folder) {
        this.folder = folder;
    }

    private Path path(String segment) {
        return folder.resolve(segment).toAbsolutePath().normalize();
    }

    @Override
    public Claim claim(String segment) {
        Path path = path(segment);
        OWN.add(path);
        try {
            return claimed(path);
        } catch (IOException e) {
            OWN.remove(path);
            throw new StoreException("The segment " + path + " cannot be made", e);
        }
    }

    private static Claim claimed(Path path) throws IOException {
        Path writer = writer(path);
        Path temporary = path.resolveSibling(writer.getFileName() + TEMPORARY);
        FileChannel file = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.lock();
            // The lock is on what the name stands for, and goes with it.
            Files.move(temporary, writer, StandardCopyOption.ATOMIC_MOVE);
            Files.createDirectory(path);
            return () -> release(path, file, lock);
        } catch (IOException e) {
            try (file) {
                Files.deleteIfExists(temporary);
                Files.deleteIfExists(writer);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    private static Path writer(Path path) {
        return path.resolveSibling(path.getFileName() + WRITER);
    }

    private static void release(Path path, FileChannel file, FileLock lock) {
        try {
            lock.release();
            file.close();
            Files.deleteIfExists(writer(path));
        } catch (IOException e) {
            throw new StoreException("The lock of segment " + path + " cannot be released", e);
        } finally {
            OWN.remove(path);
        }
    }

    @Override
    public boolean isClaimed(String segment) {
        Path path = path(segment);
        if (OWN.contains(path)) {
            return true;
        }
        try {
            return isLocked(writer(path));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException("The lock of segment " + path + " cannot be looked at", e);
        }
    }

    /** A shared lock needs no right to write. One thread looks at a time, since its own process may not have two locks on a file. */
    private static boolean isLocked(Path writer) throws IOException {
        synchronized (OWN) {
            try (FileChannel file = FileChannel.open(writer, StandardOpenOption.READ);
                    FileLock lock = file.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            }
        }
    }

    @Override
    public List<String> list() {
        try (Stream<Path> segments = Files.list(folder)) {
            return segments.map(segment -> segment.getFileName().toString())
                    // Whoever is killed between the two leaves a lock without a segment.
                    .map(name -> name.endsWith(WRITER) ? name.substring(0, name.length() - WRITER.length()) : name)
                    .filter(OWN_NAME.asMatchPredicate())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("The segments in " + folder + " cannot be listed", e);
        }
    }

    @Override
    public void delete(String segment) {
        Path path = path(segment);
        try {
            if (Files.exists(path)) {
                Files.walkFileTree(path, new Deletion());
            }
            if (!OWN.contains(path)) {
                Files.deleteIfExists(writer(path));
            }
        } catch (IOException e) {
            throw new StoreException("The segment " + path + " cannot be deleted", e);
        }
    }

    /** Goes on where something has gone meanwhile. */
    private abstract static class Visit extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /** Deletes a folder and what is in it, also where another process does the same. */
    private static final class Deletion extends Visit {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
            Files.deleteIfExists(done);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Sum extends Visit {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path done, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void committed(Set<String> segments) {
        // The folder itself is the list.
    }

    @Override
    public long bytes(Set<String> segments) {
        Sum sum = new Sum();
        try {
            for (String segment : segments) {
                Files.walkFileTree(path(segment), sum);
            }
        } catch (IOException e) {
            throw new StoreException("The segments in " + folder + " cannot be measured", e);
        }
        return sum.bytes;
    }

    @Override
    public String uri(String segment, String array) {
        return path(segment).resolve(array).toString();
    }
}
