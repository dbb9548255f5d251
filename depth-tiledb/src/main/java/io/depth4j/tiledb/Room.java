package io.depth4j.tiledb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory outside the heap that native code fills, used again and again. One thread uses it at a time. */
final class Room {

    /** What one query reads or writes at most. */
    static final int MOST_BYTES = 16 << 20;

    private ByteBuffer memory = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.nativeOrder());

    /** A part of exactly this length. */
    ByteBuffer of(int bytes) {
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(Math.max(bytes, Math.min(MOST_BYTES, 2 * memory.capacity())))
                    .order(ByteOrder.nativeOrder());
        }
        return memory.slice(0, bytes).order(ByteOrder.nativeOrder());
    }
}
