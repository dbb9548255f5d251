package io.depth4j.io;

import io.depth4j.Camera;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file says about its picture, without decoding it. The numbers are the file's claims: they may be far beyond what
 * could be read.
 *
 * @param format by content
 * @param width columns as stored, before any turning
 * @param height rows as stored
 * @param channels as stored, alpha included; a palette counts as one
 * @param bits of one channel as stored
 * @param orientation how the camera was held
 * @param focalLength of the lens in millimetres, as EXIF gives it
 * @param focalLengthIn35mmFilm of a lens with the same view before a frame of 36×24 mm, in millimetres
 * @param sensorWidth millimetres that the stored picture took from left to right, from EXIF's resolution of the focal plane
 * @param sensorHeight millimetres that the stored picture took from top to bottom
 */
public record ImageMetadata(
        ImageFormat format,
        int width,
        int height,
        int channels,
        int bits,
        Orientation orientation,
        OptionalDouble focalLength,
        OptionalDouble focalLengthIn35mmFilm,
        OptionalDouble sensorWidth,
        OptionalDouble sensorHeight) {

    /** The diagonal of a frame of 36×24 mm, by which equal views are told. */
    private static final double FILM_DIAGONAL = Math.hypot(36, 24);

    /** Pixels are nearly square; notes that make them longer than this were written for another picture. */
    private static final double LONGEST_PIXEL = 1.1;

    /**
     * The camera in pixels of the upright picture, as {@link Images#read} gives it, if EXIF says enough: the focal length for 35 mm
     * film, or that of the lens and the resolution of the focal plane. The first is preferred, since it holds for smaller copies
     * too; it is a whole number of millimetres, and so is right to about 2 %.
     *
     * <p>The lens is taken to look through the middle of the picture. That a photo was cropped afterwards is not to be seen.
     */
    public Optional<Camera> camera() {
        if (focalLengthIn35mmFilm.isPresent()) {
            double focal = focalLengthIn35mmFilm.getAsDouble() * Math.hypot(width, height) / FILM_DIAGONAL;
            return camera(focal, focal);
        }
        if (focalLength.isEmpty() || sensorWidth.isEmpty()) {
            return Optional.empty();
        }
        double fx = focalLength.getAsDouble() * width / sensorWidth.getAsDouble();
        double fy = sensorHeight.isPresent() ? focalLength.getAsDouble() * height / sensorHeight.getAsDouble() : fx;
        return Math.max(fx / fy, fy / fx) <= LONGEST_PIXEL ? camera(fx, fy) : Optional.empty();
    }

    /** From the focal lengths of the picture as stored. */
    private Optional<Camera> camera(double fx, double fy) {
        boolean turned = orientation.transposes();
        double cx = (turned ? height : width) / 2.0;
        double cy = (turned ? width : height) / 2.0;
        return Optional.of(new Camera(turned ? fy : fx, turned ? fx : fy, cx, cy, Camera.Origin.EXIF));
    }
}
