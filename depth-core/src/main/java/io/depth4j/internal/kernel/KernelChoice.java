package io.depth4j.internal.kernel;

/**
 * Which kernels were chosen, and why.
 *
 * @param name {@code scalar} or {@code vector}
 * @param vectorBits the width of the vector registers used, 0 for scalar kernels
 * @param reason why these were chosen, and what would change it
 */
public record KernelChoice(String name, int vectorBits, String reason) {

    static KernelChoice scalar(String reason) {
        return new KernelChoice("scalar", 0, reason);
    }

    static KernelChoice vector(int bits, String reason) {
        return new KernelChoice("vector", bits, reason);
    }
}
