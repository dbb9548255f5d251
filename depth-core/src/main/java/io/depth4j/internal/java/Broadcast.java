package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetArithmetic;
import io.depth4j.internal.kernel.NetKernels;

/** Two pictures of any shapes that go together. Rare, so a plain loop does. */
record Broadcast(NetArithmetic arithmetic, Place a, Place b, Place.InArena to) implements Step {

    @Override
    public int parts() {
        return to.shape().height();
    }

    @Override
    public void run(NetKernels kernels, float[] arena, int first, int last) {
        float[] left = a.array(arena);
        float[] right = b.array(arena);
        Shape shape = to.shape();
        int stepA = a.shape().width() == 1 ? 0 : a.shape().stride();
        int stepB = b.shape().width() == 1 ? 0 : b.shape().stride();
        for (int y = first; y < last; y++) {
            int atA = row(a, y);
            int atB = row(b, y);
            int at = to.at() + y * shape.width() * shape.stride();
            for (int x = 0; x < shape.width(); x++) {
                pixel(left, atA + x * stepA, right, atB + x * stepB, arena, at + x * shape.stride());
            }
        }
    }

    private static int row(Place place, int y) {
        Shape shape = place.shape();
        return place.at() + (shape.height() == 1 ? 0 : y * shape.width() * shape.stride());
    }

    private void pixel(float[] left, int atA, float[] right, int atB, float[] dst, int at) {
        int nextA = a.shape().channels() == 1 ? 0 : 1;
        int nextB = b.shape().channels() == 1 ? 0 : 1;
        for (int c = 0, i = atA, j = atB; c < to.shape().channels(); c++, i += nextA, j += nextB) {
            dst[at + c] = switch (arithmetic) {
                case ADD -> left[i] + right[j];
                case SUBTRACT -> left[i] - right[j];
                case MULTIPLY -> left[i] * right[j];
                case DIVIDE -> left[i] / right[j];
                case SUBTRACT_FROM -> right[j] - left[i];
                case DIVIDE_INTO -> right[j] / left[i];
            };
        }
    }
}
