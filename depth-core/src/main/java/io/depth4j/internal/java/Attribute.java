package io.depth4j.internal.java;

import java.util.Arrays;

/** What a node says of itself besides its inputs. */
sealed interface Attribute {

    record Decimal(float value) implements Attribute {}

    record Whole(long value) implements Attribute {}

    record Text(String value) implements Attribute {}

    record Wholes(long[] values) implements Attribute {
        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    record Decimals(float[] values) implements Attribute {
        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    record Tensor(Constant value) implements Attribute {}

    /** A kind that no operator of the subset has. */
    record Other(long kind) implements Attribute {}
}
