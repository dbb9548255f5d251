package io.depth4j;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one estimate may know and may take.
 *
 * @param size of the map; empty for that of the picture
 * @param camera that took the picture, which networks that give metres want to know
 * @param deadline how long the estimate may take, waiting included
 * @param cancellation ends the estimate
 */
public record EstimateOptions(
        Optional<Size> size,
        Optional<Camera> camera,
        Optional<Duration> deadline,
        Optional<Cancellation> cancellation) {

    private static final EstimateOptions DEFAULTS =
            new EstimateOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public EstimateOptions {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(cancellation, "cancellation");
        if (deadline.isPresent()
                && (deadline.get().isNegative() || deadline.get().isZero())) {
            throw new IllegalArgumentException("A deadline lies ahead, found " + deadline.get());
        }
    }

    /** A map of the picture's size, no camera known, all the time there is. */
    public static EstimateOptions defaults() {
        return DEFAULTS;
    }

    /** With a map of this size. */
    public EstimateOptions withSize(Size newSize) {
        return new EstimateOptions(Optional.of(newSize), camera, deadline, cancellation);
    }

    /** With the camera of the picture, in the picture's pixels. */
    public EstimateOptions withCamera(Camera newCamera) {
        return new EstimateOptions(size, Optional.of(newCamera), deadline, cancellation);
    }

    public EstimateOptions withDeadline(Duration newDeadline) {
        return new EstimateOptions(size, camera, Optional.of(newDeadline), cancellation);
    }

    public EstimateOptions withCancellation(Cancellation newCancellation) {
        return new EstimateOptions(size, camera, deadline, Optional.of(newCancellation));
    }
}
