package io.depth4j.internal.onnx;

import io.depth4j.spi.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Buffers at rest, by the shapes they were made for; bounded in number and bytes, the longest unused go first. */
final class OnnxBindings {

    private static final int MOST = 16;
    private static final long MOST_BYTES = 256L << 20;

    private final Deque<OnnxBinding> idle = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    /** One that nobody else uses. */
    OnnxBinding take(Map<String, Tensor> given, Set<String> wanted) {
        OnnxBinding.Key key = OnnxBinding.Key.of(given, wanted);
        synchronized (this) {
            for (Iterator<OnnxBinding> each = idle.descendingIterator(); each.hasNext(); ) {
                OnnxBinding binding = each.next();
                if (binding.key().equals(key)) {
                    each.remove();
                    bytes -= binding.bytes();
                    return binding;
                }
            }
        }
        return new OnnxBinding(key);
    }

    void give(OnnxBinding binding) {
        List<OnnxBinding> surplus = new ArrayList<>();
        synchronized (this) {
            idle.addLast(binding);
            bytes += binding.bytes();
            while (closed && !idle.isEmpty() || idle.size() > MOST || bytes > MOST_BYTES) {
                OnnxBinding oldest = idle.removeFirst();
                bytes -= oldest.bytes();
                surplus.add(oldest);
            }
        }
        surplus.forEach(OnnxBinding::close);
    }

    synchronized int idle() {
        return idle.size();
    }

    /** Of those at rest. */
    synchronized long bytes() {
        return bytes;
    }

    synchronized void close() {
        closed = true;
        idle.forEach(OnnxBinding::close);
        idle.clear();
        bytes = 0;
    }
}
