package io.depth4j.tiledb;

import io.tiledb.java.api.TileDBError;
import io.tiledb.java.api.VFS;
import io.tiledb.java.api.VFSMode;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A catalog in an object store. An object is there whole or not at all, but there is no lock: one process alone may write, the
 * store's owner.
 */
final class VfsFolder implements CatalogFolder {

    private interface Work<T> {
        T with(VFS vfs) throws TileDBError;
    }

    private final Native tiledb;
    private final String uri;
    private final boolean owned;
    private final ReentrantLock threads = new ReentrantLock();

    /** @param owned whether this process is the one that writes */
    VfsFolder(Native tiledb, String uri, boolean owned) {
        this.tiledb = tiledb;
        this.uri = uri;
        this.owned = owned;
    }

    private <T> T work(String name, String doing, Work<T> work) {
        try (Native.Use use = tiledb.use();
                VFS vfs = new VFS(use.context())) {
            return work.with(vfs);
        } catch (TileDBError e) {
            throw new StoreException("The catalog's object " + uri + "/" + name + " cannot be " + doing, e);
        }
    }

    @Override
    public boolean exists(String name) {
        return work(name, "looked for", vfs -> vfs.isFile(uri + "/" + name));
    }

    @Override
    public String told(String name) {
        return uri + "/" + name;
    }

    @Override
    public byte[] read(String name) {
        return work(name, "read", vfs -> vfs.readAllBytes(uri + "/" + name));
    }

    @Override
    public void write(String name, byte[] content) {
        requireOwned();
        work(name, "written", vfs -> vfs.write(uri + "/" + name, content, VFSMode.TILEDB_VFS_WRITE));
    }

    @Override
    public void delete(String name) {
        requireOwned();
        work(name, "deleted", vfs -> {
            String object = uri + "/" + name;
            return vfs.isFile(object) ? vfs.removeFile(object) : object;
        });
    }

    @Override
    public <T> T alone(Callable<T> work) throws Exception {
        requireOwned();
        threads.lock();
        try {
            return work.call();
        } finally {
            threads.unlock();
        }
    }

    private void requireOwned() {
        if (!owned) {
            throw new StoreException("The store " + uri
                    + " is in an object store, where one process alone may write: open it there with withOwner(true)");
        }
    }
}
