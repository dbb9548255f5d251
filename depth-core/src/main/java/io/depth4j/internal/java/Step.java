package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;

/** One operation of a plan, bound to its places. Steps run one after the other; the parts of one may be shared out. */
interface Step {

    /** Into how many parts of the same size the work falls: rows mostly, or pixels; 1 if it does not. */
    int parts();

    /** Does some of the parts. Allocates nothing. */
    void run(NetKernels kernels, float[] arena, int from, int to);
}
