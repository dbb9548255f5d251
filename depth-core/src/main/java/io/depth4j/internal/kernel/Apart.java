package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Static methods behind handles that are kept where C2 does not take them for constants, so that it compiles each of them by
 * itself.
 *
 * <p>One vector operation inlines hundreds of bytecodes. A caller into which several vector loops were inlined exceeds what C2
 * is ready to inline (8000 bytecodes), and from there on vectors are made on the heap: ten times slower, measured on JDK 17 and
 * 25. Java knows no annotation against inlining; a call through such a handle costs a few nanoseconds, a loop over a row some
 * hundred.
 */
final class Apart {

    private Apart() {}

    /** A handle to the only static method of this name. */
    static MethodHandle method(MethodHandles.Lookup lookup, String name) {
        try {
            return lookup.unreflect(Arrays.stream(lookup.lookupClass().getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodError(name)));
        } catch (IllegalAccessException denied) {
            throw new LinkageError("A class may call its own method " + name, denied);
        }
    }

    /** What a call through a handle threw: none of the methods declares an exception. */
    static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
