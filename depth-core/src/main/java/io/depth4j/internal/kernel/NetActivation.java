package io.depth4j.internal.kernel;

/**
 * What becomes of every value that a layer makes.
 *
 * <p>{@code CLIP} keeps values within {@code a} and {@code b}; {@code HARD_SIGMOID} is {@code a * x + b} within 0 and 1, and
 * {@code HARD_SWISH} is {@code x} times that. NaN stays NaN.
 */
public record NetActivation(Kind kind, float a, float b) {

    /** The shape of the curve. */
    public enum Kind {
        NONE,
        CLIP,
        HARD_SWISH,
        HARD_SIGMOID,
        SIGMOID
    }

    public static NetActivation none() {
        return new NetActivation(Kind.NONE, 0, 0);
    }

    public static NetActivation relu() {
        return clip(0, Float.POSITIVE_INFINITY);
    }

    public static NetActivation clip(float low, float high) {
        return new NetActivation(Kind.CLIP, low, high);
    }

    public static NetActivation hardSwish() {
        return new NetActivation(Kind.HARD_SWISH, 1f / 6, 0.5f);
    }

    public static NetActivation hardSigmoid(float slope, float middle) {
        return new NetActivation(Kind.HARD_SIGMOID, slope, middle);
    }

    public static NetActivation sigmoid() {
        return new NetActivation(Kind.SIGMOID, 0, 0);
    }

    /** The least value of a clip; any other activation has none. */
    float low() {
        return kind == Kind.CLIP ? a : Float.NEGATIVE_INFINITY;
    }

    /** The greatest value of a clip; any other activation has none. */
    float high() {
        return kind == Kind.CLIP ? b : Float.POSITIVE_INFINITY;
    }
}
