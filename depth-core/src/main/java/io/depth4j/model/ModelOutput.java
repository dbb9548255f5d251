package io.depth4j.model;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.Range;
import java.util.Objects;
import java.util.Optional;

/**
 * What a network's outputs mean.
 *
 * @param tensor the name of the output that holds depth, rank 2 to 5, or points, rank 3 or 4; {@link ModelInput#ONLY} for the
 *     only one
 * @param kind of the depth once read
 * @param axis along which it is measured
 * @param reading how numbers become depth
 * @param valid numbers outside are missing, after reading
 * @param upsample how the map is brought to the size of the picture
 * @param confidence the output that says how sure a pixel is
 * @param mask the output that is above a threshold where there is depth
 * @param sky the output that is above a threshold where there is sky, which has no depth
 */
public record ModelOutput(
        String tensor,
        DepthKind kind,
        DepthAxis axis,
        DepthReading reading,
        Range valid,
        Upsample upsample,
        Optional<String> confidence,
        Optional<Above> mask,
        Optional<Above> sky) {

    /** The pixels of an output that are above a number. */
    public record Above(String tensor, double threshold) {
        public Above {
            Objects.requireNonNull(tensor, "tensor");
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("output.above is finite, found " + threshold);
            }
        }
    }

    private static final double HALF = 0.5;

    private static final Range ALL = Range.of(-Float.MAX_VALUE, Float.MAX_VALUE);

    public ModelOutput {
        Objects.requireNonNull(tensor, "tensor");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(upsample, "upsample");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(sky, "sky");
        if (valid.isEmpty()) {
            throw new IllegalArgumentException("output.valid spans some numbers, found none");
        }
    }

    /** The numbers as they are, along the optical axis, every finite one valid, enlarged between neighbours. */
    public static ModelOutput of(String tensor, DepthKind kind) {
        return new ModelOutput(
                tensor,
                kind,
                DepthAxis.Z,
                new DepthReading.Plain(1),
                ALL,
                Upsample.BILINEAR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ModelOutput withTensor(String newTensor) {
        return new ModelOutput(newTensor, kind, axis, reading, valid, upsample, confidence, mask, sky);
    }

    public ModelOutput withAxis(DepthAxis newAxis) {
        return new ModelOutput(tensor, kind, newAxis, reading, valid, upsample, confidence, mask, sky);
    }

    public ModelOutput withReading(DepthReading newReading) {
        return new ModelOutput(tensor, kind, axis, newReading, valid, upsample, confidence, mask, sky);
    }

    public ModelOutput withValid(Range newValid) {
        return new ModelOutput(tensor, kind, axis, reading, newValid, upsample, confidence, mask, sky);
    }

    public ModelOutput withUpsample(Upsample newUpsample) {
        return new ModelOutput(tensor, kind, axis, reading, valid, newUpsample, confidence, mask, sky);
    }

    public ModelOutput withConfidence(String output) {
        return new ModelOutput(tensor, kind, axis, reading, valid, upsample, Optional.of(output), mask, sky);
    }

    /** There is depth where this output is above one half. */
    public ModelOutput withMask(String output) {
        return withMask(new Above(output, HALF));
    }

    public ModelOutput withMask(Above newMask) {
        return new ModelOutput(tensor, kind, axis, reading, valid, upsample, confidence, Optional.of(newMask), sky);
    }

    /** There is sky where this output is above one half. */
    public ModelOutput withSky(String output) {
        return withSky(new Above(output, HALF));
    }

    public ModelOutput withSky(Above newSky) {
        return new ModelOutput(tensor, kind, axis, reading, valid, upsample, confidence, mask, Optional.of(newSky));
    }
}
