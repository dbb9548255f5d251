package io.depth4j.benchmarks.contest;

/** A copy between two arrays of its own. */
final class PlainCopy {

    private final byte[] src;
    private final byte[] dst;

    PlainCopy(int bytes) {
        this.src = new byte[bytes];
        this.dst = new byte[bytes];
    }

    void run() {
        System.arraycopy(src, 0, dst, 0, src.length);
    }
}
