package io.depth4j.internal.kernel;

import io.depth4j.Offender;

/** A kernel that knows a value type, which itself knows this kernel. */
public record OffendingKernel(Offender knows) {}
