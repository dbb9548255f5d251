package io.depth4j.internal.java;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** The memory of one run at a time. */
final class Scratch {

    private final float[] arena;
    private final List<FloatBuffer> doors = new ArrayList<>();
    private final Share share = new Share();

    /**
     * @param floats of the arena
     * @param inputs how many floats each input has
     */
    Scratch(int floats, List<Integer> inputs) {
        arena = new float[floats];
        inputs.forEach(count -> doors.add(FloatBuffer.allocate(count)));
    }

    float[] arena() {
        return arena;
    }

    /** Where the caller writes an input, plane after plane; empty, and all of it there to be written. */
    FloatBuffer door(int input) {
        return doors.get(input).clear();
    }

    Share share() {
        return share;
    }
}
