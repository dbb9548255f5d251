package io.depth4j.internal.java;

/** Where a value stands during a run. */
sealed interface Place {

    Shape shape();

    /** Where its first float is in {@link #array}. */
    int at();

    /** The array that has it. */
    float[] array(float[] arena);

    /** In the memory of the run. */
    record InArena(Shape shape, int at) implements Place {
        @Override
        public float[] array(float[] arena) {
            return arena;
        }
    }

    /** In memory of its own, the same for every run. */
    record Fixed(Shape shape, float[] values) implements Place {
        @Override
        public int at() {
            return 0;
        }

        @Override
        public float[] array(float[] arena) {
            return values;
        }
    }
}
