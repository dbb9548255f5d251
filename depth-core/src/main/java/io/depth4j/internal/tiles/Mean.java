package io.depth4j.internal.tiles;

/** The weighted mean of what is there; missing where less than half of the weight is. */
final class Mean {

    private double sum;
    private double weight;
    private double total;

    void add(float value, double share) {
        total += share;
        if (Float.isFinite(value)) {
            sum += share * value;
            weight += share;
        }
    }

    float value() {
        return weight > 0 && weight >= total / 2 ? (float) (sum / weight) : Float.NaN;
    }
}
