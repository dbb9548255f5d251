package io.depth4j;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;

/**
 * The depth of every pixel of one picture. Read-only; {@code NaN} means that the pixel has no depth.
 *
 * <p>What the numbers mean is {@link #kind()}: only {@link DepthKind#METRIC} is metres, and {@link #metresAt} refuses to answer
 * for any other kind.
 */
public final class DepthMap {

    private final FloatPlane values;
    private final DepthKind kind;
    private final DepthAxis axis;
    private final Optional<FloatPlane> confidence;
    private final Optional<Camera> camera;
    private final DepthSource source;

    private DepthMap(
            FloatPlane values,
            DepthKind kind,
            DepthAxis axis,
            Optional<FloatPlane> confidence,
            Optional<Camera> camera,
            DepthSource source) {
        this.values = values;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.axis = Objects.requireNonNull(axis, "axis");
        this.confidence = confidence;
        this.camera = camera;
        this.source = Objects.requireNonNull(source, "source");
    }

    /** A map of a copy of {@code values}, measured along the optical axis, of unknown source. */
    public static DepthMap of(FloatPlane values, DepthKind kind) {
        return new DepthMap(
                FloatPlane.copyOf(values),
                kind,
                DepthAxis.Z,
                Optional.empty(),
                Optional.empty(),
                DepthSource.unknown());
    }

    /** A map that keeps the plane it is given, of which its maker lets go; measured along the optical axis, of unknown source. */
    public static DepthMap wrap(FloatPlane values, DepthKind kind) {
        return new DepthMap(values, kind, DepthAxis.Z, Optional.empty(), Optional.empty(), DepthSource.unknown());
    }

    /** This map, its depths said to be measured along {@code newAxis}. No value changes. */
    public DepthMap withAxis(DepthAxis newAxis) {
        return new DepthMap(values, kind, newAxis, confidence, camera, source);
    }

    /** This map with a copy of a plane that says how sure each pixel is; larger is surer, the unit is the network's own. */
    public DepthMap withConfidence(FloatPlane newConfidence) {
        if (!newConfidence.size().equals(size())) {
            throw new IllegalArgumentException(
                    "Confidence for a map of " + size() + " must have that size, found " + newConfidence.size());
        }
        return new DepthMap(values, kind, axis, Optional.of(FloatPlane.copyOf(newConfidence)), camera, source);
    }

    public DepthMap withCamera(Camera newCamera) {
        return new DepthMap(values, kind, axis, confidence, Optional.of(newCamera), source);
    }

    public DepthMap withSource(DepthSource newSource) {
        return new DepthMap(values, kind, axis, confidence, camera, newSource);
    }

    /** This map with other values of the same kind and size. The plane is kept, and its maker lets go of it. */
    public DepthMap withValues(FloatPlane newValues) {
        if (!newValues.size().equals(size())) {
            throw new IllegalArgumentException(
                    "New values of a map of " + size() + " must have that size, found " + newValues.size());
        }
        return new DepthMap(newValues, kind, axis, confidence, camera, source);
    }

    /** Values of another kind for the same picture, which a calibration makes. */
    DepthMap withValues(FloatPlane newValues, DepthKind newKind, DepthSource newSource) {
        return new DepthMap(newValues, newKind, axis, confidence, camera, newSource);
    }

    public Size size() {
        return values.size();
    }

    public int width() {
        return values.width();
    }

    public int height() {
        return values.height();
    }

    public DepthKind kind() {
        return kind;
    }

    public DepthAxis axis() {
        return axis;
    }

    public Optional<Camera> camera() {
        return camera;
    }

    public DepthSource source() {
        return source;
    }

    /** The value of one pixel, {@code NaN} where it has none; {@link #kind()} says what it means. */
    public float at(int x, int y) {
        return values.at(x, y);
    }

    /**
     * The distance of one pixel in metres.
     *
     * @throws IllegalStateException if this map is not {@link DepthKind#METRIC}
     */
    public float metresAt(int x, int y) {
        if (kind != DepthKind.METRIC) {
            throw new IllegalStateException("This map holds " + kind + " (" + kind.meaning()
                    + "), not metres; apply a Calibration to get a METRIC map");
        }
        return values.at(x, y);
    }

    /** Copies all values to a plane of the same size. */
    public void copyTo(FloatPlane dst) {
        if (!dst.size().equals(size())) {
            throw new IllegalArgumentException("A map of " + size() + " cannot be copied to a plane of " + dst.size());
        }
        System.arraycopy(values.array(), 0, dst.array(), 0, size().pixels());
    }

    /** The values as a plane of the caller's own. */
    public FloatPlane toPlane() {
        return FloatPlane.copyOf(values);
    }

    /** All values, row after row; a read-only view, nothing is copied. */
    public FloatBuffer values() {
        return FloatBuffer.wrap(values.array()).asReadOnlyBuffer();
    }

    /** How sure each pixel is, row after row, if the network says so; a read-only view. */
    public Optional<FloatBuffer> confidence() {
        return confidence.map(plane -> FloatBuffer.wrap(plane.array()).asReadOnlyBuffer());
    }

    /** How many pixels have no depth. */
    public int missing() {
        return values.missing();
    }

    @Override
    public String toString() {
        return "DepthMap[" + size() + " " + kind + " along " + axis + "]";
    }

    /** The plane itself, for neighbours that only read it. */
    FloatPlane plane() {
        return values;
    }
}
