package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import java.util.Objects;

/**
 * How errors are measured. Every result carries its protocol, and results under different ones refuse to be compared.
 *
 * @param aligner that brings an estimate to the units of what is known
 * @param space in which it does
 * @param cap on the known depths that count
 * @param crop of the picture that counts
 * @param clamp on aligned estimates
 */
public record Protocol(Aligner aligner, Space space, Cap cap, Crop crop, Clamp clamp) {

    private static final Protocol DEFAULTS =
            new Protocol(Aligner.scaleAndShift(), Space.DISPARITY, Cap.NONE, Crop.NONE, Clamp.ROOM_OR_STREET);
    private static final Protocol NYU = new Protocol(Aligner.none(), Space.DEPTH, Cap.NYU, Crop.EIGEN_NYU, Clamp.CAP);
    private static final Protocol KITTI = new Protocol(Aligner.none(), Space.DEPTH, Cap.KITTI, Crop.GARG, Clamp.CAP);

    public Protocol {
        Objects.requireNonNull(aligner, "aligner");
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(crop, "crop");
        Objects.requireNonNull(clamp, "clamp");
        if (clamp == Clamp.CAP && cap.far() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Estimates clamped to the cap need one with an end, found " + cap.label());
        }
    }

    /** For maps of any kind but {@link DepthKind#AFFINE_INVARIANT}: scale and shift in disparity, and at most 20 or 100 m. */
    public static Protocol defaults() {
        return DEFAULTS;
    }

    /** For metres indoors: NYU's cap and Eigen's crop, on maps of 640×480. */
    public static Protocol nyu() {
        return NYU;
    }

    /** For metres on the road: KITTI's cap and Garg's crop. */
    public static Protocol kitti() {
        return KITTI;
    }

    public Protocol withAligner(Aligner newAligner) {
        return new Protocol(newAligner, space, cap, crop, clamp);
    }

    public Protocol withSpace(Space newSpace) {
        return new Protocol(aligner, newSpace, cap, crop, clamp);
    }

    public Protocol withCap(Cap newCap) {
        return new Protocol(aligner, space, newCap, crop, clamp);
    }

    public Protocol withCrop(Crop newCrop) {
        return new Protocol(aligner, space, cap, newCrop, clamp);
    }

    public Protocol withClamp(Clamp newClamp) {
        return new Protocol(aligner, space, cap, crop, newClamp);
    }

    /** Whether the aligner can bring estimates of a kind to the units of what is known. */
    public boolean takes(DepthKind kind) {
        if (aligner == Aligner.none()) {
            return kind == DepthKind.METRIC;
        }
        if (aligner == Aligner.median() || aligner == Aligner.scale()) {
            return kind == DepthKind.METRIC || kind == DepthKind.SCALE_INVARIANT;
        }
        return kind != (space == Space.DISPARITY ? DepthKind.AFFINE_INVARIANT : DepthKind.AFFINE_INVARIANT_INVERSE);
    }

    /** What tells this protocol from every other, in words. */
    public String name() {
        return String.join(", ", aligner.label() + " in " + space.label(), cap.label(), crop.label(), clamp.label());
    }

    /**
     * Measures the errors of an estimate over the pixels that have both an estimate and a known depth.
     *
     * @param estimate of any kind that the aligner can bring to the units of what is known
     * @param known the same view in the same size, {@code NaN} where nothing is known: {@link DepthKind#METRIC}, or
     *     {@link DepthKind#AFFINE_INVARIANT_INVERSE} for measured disparities, of which all errors then are
     * @throws IllegalArgumentException if the maps do not suit the protocol or each other, or no pixel has both
     */
    public Evaluation evaluate(DepthMap estimate, DepthMap known) {
        return new Comparison(this, estimate, known).evaluation();
    }

    @Override
    public String toString() {
        return name();
    }
}
