package io.depth4j.eval;

/**
 * What an {@link Aligner} found: what is known is about {@code scale} times the estimate plus {@code shift}, in the protocol's
 * {@link Space}.
 */
public record Line(double scale, double shift) {

    static final Line IDENTITY = new Line(1, 0);

    double at(double x) {
        return scale * x + shift;
    }
}
