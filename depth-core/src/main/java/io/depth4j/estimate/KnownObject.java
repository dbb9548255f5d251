package io.depth4j.estimate;

/**
 * A thing of known size, marked from end to end as on the picture with a ruler: a door's height, a car's width. Both ends are
 * taken to be equally far away, as they are on what faces the camera.
 *
 * <p>Places are those of a {@link io.depth4j.Camera}: the middle of the upper left pixel is {@code (0.5, 0.5)}.
 *
 * @param fromX column of one end
 * @param fromY row of one end
 * @param toX column of the other end
 * @param toY row of the other end
 * @param metres from end to end
 */
public record KnownObject(double fromX, double fromY, double toX, double toY, double metres) {

    public KnownObject {
        if (!(metres > 0 && metres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The size of a known object is positive and finite, found " + metres + " m");
        }
        double span = Math.hypot(toX - fromX, toY - fromY);
        if (!(span >= 1 && span < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The ends of a known object are at least a pixel apart, and not endlessly, found (" + fromX + ", "
                            + fromY + ") and (" + toX + ", " + toY + ")");
        }
    }

    /** What is {@code metres} wide and fills the box from side to side. */
    public static KnownObject ofWidth(double x, double y, double width, double height, double metres) {
        return new KnownObject(x, y + height / 2, x + width, y + height / 2, metres);
    }

    /** What is {@code metres} high and fills the box from top to bottom. */
    public static KnownObject ofHeight(double x, double y, double width, double height, double metres) {
        return new KnownObject(x + width / 2, y, x + width / 2, y + height, metres);
    }
}
