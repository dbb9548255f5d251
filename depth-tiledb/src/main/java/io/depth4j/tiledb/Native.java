package io.depth4j.tiledb;

import io.depth4j.UnavailableException;
import io.tiledb.java.api.Array;
import io.tiledb.java.api.Config;
import io.tiledb.java.api.Context;
import io.tiledb.java.api.QueryType;
import io.tiledb.java.api.TileDBError;
import java.util.HashMap;
import java.util.Map;

/**
 * TileDB's contexts and the arrays that are open. Every query leaves some kilobytes behind in its context, so after some
 * thousands a new context takes over; the old one is closed when the last call that uses it returns.
 */
final class Native implements AutoCloseable {

    private static final int QUERIES = 2000;
    private static final int ARRAYS = 200;

    private final String store;
    private final Map<String, String> parameters;
    private Generation current;
    private boolean closed;
    private int users;

    Native(String store, Map<String, String> parameters) {
        this.store = store;
        this.parameters = parameters;
        this.current = new Generation();
    }

    /** One context, with arrays that are open for reading. */
    private final class Generation {
        final Context context;
        final Map<String, Array> open = new HashMap<>();
        int users;
        int queries;
        boolean retired;

        Generation() {
            try (Config config = new Config()) {
                // To trim the heap after every query takes longer than a small query does.
                config.set("sm.mem.malloc_trim", "false");
                for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                    config.set(parameter.getKey(), parameter.getValue());
                }
                this.context = new Context(config);
            } catch (TileDBError e) {
                throw new StoreException("TileDB could not be started for " + store, e);
            } catch (LinkageError e) {
                throw new UnavailableException(
                        "TileDB has no native library for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + ", or it could not be loaded; there is one for Linux"
                                + " and Windows on x86-64 and for macOS",
                        e);
            }
        }

        void close() {
            open.values().forEach(Array::close);
            context.close();
        }
    }

    /** The use of a context during one call. One thread uses it. */
    final class Use implements AutoCloseable {
        private final Generation generation;

        private Use(Generation generation) {
            this.generation = generation;
        }

        Context context() {
            return generation.context;
        }

        /** An array that never changes again, open for reading. */
        Array array(String uri) throws TileDBError {
            synchronized (generation.open) {
                Array array = generation.open.get(uri);
                if (array == null) {
                    array = new Array(generation.context, uri, QueryType.TILEDB_READ);
                    generation.open.put(uri, array);
                }
                return array;
            }
        }

        /** Counts a query. */
        void query() {
            synchronized (Native.this) {
                generation.queries++;
            }
        }

        @Override
        public void close() {
            release(generation);
        }
    }

    synchronized Use use() {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        if (current.queries >= QUERIES || current.open.size() >= ARRAYS) {
            Generation old = current;
            current = new Generation();
            old.retired = true;
            if (old.users == 0) {
                old.close();
            }
        }
        current.users++;
        users++;
        return new Use(current);
    }

    private synchronized void release(Generation generation) {
        generation.users--;
        users--;
        if (generation.retired && generation.users == 0) {
            generation.close();
        }
        notifyAll();
    }

    /** Lets go of arrays that are open, for a part of the store that goes. */
    synchronized void forget() {
        current.queries = QUERIES;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits for calls in flight. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        while (users > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        current.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
