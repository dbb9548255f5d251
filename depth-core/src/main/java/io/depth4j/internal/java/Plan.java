package io.depth4j.internal.java;

import io.depth4j.Cancellation;
import io.depth4j.internal.kernel.NetKernels;
import java.util.List;

/**
 * A network for pictures of one size: what is done, where everything stands.
 *
 * @param inputs where the steps read what comes in
 * @param results where they leave what goes out
 * @param floats of the memory that a run needs
 */
record Plan(List<Step> steps, List<Place.InArena> inputs, List<Place> results, int floats) {

    /** Takes one picture out of planes that follow one another. */
    void load(NetKernels kernels, int input, float[] planes, int at, float[] arena) {
        Place.InArena place = inputs.get(input);
        int pixels = place.shape().pixels();
        kernels.fromPlanes(planes, at, pixels, place.shape().channels(), arena, place.at(), 0, pixels);
    }

    void run(NetKernels kernels, Scratch scratch, Crew crew, Cancellation cancellation) {
        // By number, as an iterator would be garbage.
        for (int i = 0; i < steps.size(); i++) {
            cancellation.check();
            crew.run(steps.get(i), kernels, scratch.arena(), scratch.share());
        }
    }

    /** Writes one picture as planes that follow one another. */
    void store(NetKernels kernels, int result, float[] arena, float[] planes, int at) {
        Place place = results.get(result);
        int pixels = place.shape().pixels();
        kernels.toPlanes(place.array(arena), place.at(), pixels, place.shape().channels(), planes, at, 0, pixels);
    }
}
