package io.depth4j.testkit;

/**
 * A light that fades with the distance, among some that comes from everywhere.
 *
 * @param reach in metres: the lengths of a scene are about a few times this
 */
record Lamp(double reach) {

    private static final Vec PLACE = new Vec(-1.2, -1.3, 1);
    private static final double EVERYWHERE = 0.18;
    private static final double STRENGTH = 4.2;
    private static final double OFF_THE_SURFACE = 1e-4;

    /** How bright a surface is where it was hit; nothing between it and the lamp is transparent. */
    double brightness(Hit hit, AnalyticScene scene) {
        Vec toLamp = PLACE.times(reach).minus(hit.point());
        double distance = toLamp.length();
        double facing = hit.normal().dot(toLamp) / distance;
        if (facing <= 0) {
            return EVERYWHERE;
        }
        Vec start = hit.point().plus(hit.normal().times(OFF_THE_SURFACE * reach));
        if (scene.nearest(new Ray(start, toLamp)).distance() < 1) {
            return EVERYWHERE;
        }
        double reaches = distance / reach;
        return EVERYWHERE + STRENGTH * facing / (1 + reaches * reaches);
    }
}
