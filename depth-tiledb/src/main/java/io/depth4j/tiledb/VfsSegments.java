package io.depth4j.tiledb;

import io.tiledb.java.api.Array;
import io.tiledb.java.api.FragmentInfo;
import io.tiledb.java.api.TileDBError;
import io.tiledb.java.api.VFS;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Segments in an object store, which nobody lists: what the owner has begun to write is noted in an object of its own, until it is
 * committed or removed.
 */
final class VfsSegments implements SegmentFolder {

    private static final String BEGUN = "begun";

    private final Native tiledb;
    private final CatalogFolder notes;
    private final String uri;
    private final Set<String> begun = new TreeSet<>();
    private final Set<String> claimed = new TreeSet<>();

    VfsSegments(Native tiledb, CatalogFolder notes, String uri) {
        this.tiledb = tiledb;
        this.notes = notes;
        this.uri = uri;
        if (notes.exists(BEGUN)) {
            new String(notes.read(BEGUN), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(begun::add);
        }
    }

    @Override
    public synchronized Claim claim(String segment) {
        begun.add(segment);
        note();
        claimed.add(segment);
        return () -> release(segment);
    }

    private synchronized void release(String segment) {
        claimed.remove(segment);
    }

    private void note() {
        // An empty object cannot be written.
        notes.write(BEGUN, (String.join("\n", begun) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized boolean isClaimed(String segment) {
        return claimed.contains(segment);
    }

    @Override
    public synchronized List<String> list() {
        return List.copyOf(begun);
    }

    @Override
    public synchronized void delete(String segment) {
        try (Native.Use use = tiledb.use();
                VFS vfs = new VFS(use.context())) {
            String folder = uri + "/" + segment;
            if (vfs.isDirectory(folder)) {
                vfs.removeDirectory(folder);
            }
        } catch (TileDBError e) {
            throw new StoreException("The segment " + uri + "/" + segment + " cannot be deleted", e);
        }
        if (begun.remove(segment)) {
            note();
        }
    }

    @Override
    public synchronized void committed(Set<String> segments) {
        if (begun.removeIf(segment -> segments.contains(segment) && !claimed.contains(segment))) {
            note();
        }
    }

    @Override
    public long bytes(Set<String> segments) {
        long sum = 0;
        try (Native.Use use = tiledb.use()) {
            for (String segment : segments) {
                for (String array : Segments.ARRAYS) {
                    if (Array.exists(use.context(), uri(segment, array))) {
                        sum += bytes(use, uri(segment, array));
                    }
                }
            }
        } catch (TileDBError e) {
            throw new StoreException("The segments in " + uri + " cannot be measured", e);
        }
        return sum;
    }

    private static long bytes(Native.Use use, String array) throws TileDBError {
        long sum = 0;
        FragmentInfo fragments = new FragmentInfo(use.context(), array);
        try {
            for (long i = 0; i < fragments.getFragmentNum(); i++) {
                sum += fragments.getFragmentSize(i);
            }
        } finally {
            close(fragments);
        }
        return sum;
    }

    private static void close(FragmentInfo fragments) {
        try {
            fragments.close();
        } catch (Exception e) {
            throw new StoreException("What was asked about fragments cannot be let go", e);
        }
    }

    @Override
    public String uri(String segment, String array) {
        return uri + "/" + segment + "/" + array;
    }
}
