package io.depth4j;

import java.util.Objects;

/**
 * A pinhole camera in pixels of the picture it belongs to. The centre of the upper left pixel is {@code (0.5, 0.5)}.
 *
 * @param fx focal length in pixel widths
 * @param fy focal length in pixel heights
 * @param cx column of the principal point
 * @param cy row of the principal point
 * @param origin where these numbers come from
 */
public record Camera(double fx, double fy, double cx, double cy, Origin origin) {

    /** Where a camera's numbers come from, so that a guess is not taken for a measurement. */
    public enum Origin {
        /** The caller knows the camera. */
        GIVEN,
        /** The focal length that the photo's metadata state. */
        EXIF,
        /** A field of view that the caller assumed. */
        FIELD_OF_VIEW,
        /** The network's own estimate. */
        NETWORK
    }

    public Camera {
        Objects.requireNonNull(origin, "origin");
        if (!(fx > 0 && fy > 0 && fx < Double.POSITIVE_INFINITY && fy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Focal lengths must be positive and finite, found fx=" + fx + ", fy=" + fy);
        }
        if (!Double.isFinite(cx) || !Double.isFinite(cy)) {
            throw new IllegalArgumentException("The principal point must be finite, found cx=" + cx + ", cy=" + cy);
        }
    }

    /** A camera with square pixels that looks through the middle of the picture and sees this angle from left to right. */
    public static Camera ofHorizontalFieldOfView(Size size, double degrees) {
        if (!(degrees > 0 && degrees < 180)) {
            throw new IllegalArgumentException("A field of view lies between 0 and 180 degrees, found " + degrees);
        }
        double focal = size.width() / (2 * Math.tan(Math.toRadians(degrees) / 2));
        return new Camera(focal, focal, size.width() / 2.0, size.height() / 2.0, Origin.FIELD_OF_VIEW);
    }

    /** The same camera after its picture of size {@code from} was resized to {@code to}. */
    public Camera resized(Size from, Size to) {
        double sx = (double) to.width() / from.width();
        double sy = (double) to.height() / from.height();
        return new Camera(fx * sx, fy * sy, cx * sx, cy * sy, origin);
    }
}
