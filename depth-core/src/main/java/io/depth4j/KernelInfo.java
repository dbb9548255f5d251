package io.depth4j;

/**
 * Which kernels run in this JVM, and why.
 *
 * @param name {@code scalar} or {@code vector}
 * @param vectorBits the width of the vector registers used, 0 for scalar kernels
 * @param reason why these were chosen, and what would change it
 */
public record KernelInfo(String name, int vectorBits, String reason) {

    @Override
    public String toString() {
        return (vectorBits == 0 ? name : name + " " + vectorBits + " bit") + " (" + reason + ")";
    }
}
