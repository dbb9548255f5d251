package io.depth4j.internal.tensor;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;
import java.util.List;

/**
 * What a network wants to be done to a picture: resized, then three planes red, green, blue of
 * {@code (value * scale - mean) / deviation}. Gray is repeated in all three, alpha is ignored.
 *
 * @param target the size of a plane
 * @param scale what a byte is multiplied by, often 1/255
 * @param mean for red, green and blue, after scaling
 * @param deviation for red, green and blue, after scaling; not 0
 */
public record TensorPreparation(
        Interpolation interpolation, Size target, double scale, List<Double> mean, List<Double> deviation) {

    /** The number of planes. */
    public static final int PLANES = 3;

    public TensorPreparation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != PLANES || deviation.size() != PLANES) {
            throw new IllegalArgumentException(
                    "A preparation needs three means and three deviations, found " + mean + " and " + deviation);
        }
        if (deviation.contains(0.0)) {
            throw new IllegalArgumentException("A deviation is not 0, found " + deviation);
        }
        if (target.pixels() > Integer.MAX_VALUE / PLANES) {
            throw new IllegalArgumentException("Three planes of " + target + " are more than an array can hold");
        }
    }

    /** Values as they are, 0 to 255. */
    public static TensorPreparation of(Interpolation interpolation, Size target) {
        return new TensorPreparation(interpolation, target, 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    }

    public TensorPreparation withScale(double newScale) {
        return new TensorPreparation(interpolation, target, newScale, mean, deviation);
    }

    public TensorPreparation withMean(double red, double green, double blue) {
        return new TensorPreparation(interpolation, target, scale, List.of(red, green, blue), deviation);
    }

    public TensorPreparation withDeviation(double red, double green, double blue) {
        return new TensorPreparation(interpolation, target, scale, mean, List.of(red, green, blue));
    }

    /** How many floats a picture becomes. */
    public int floats() {
        return PLANES * target.pixels();
    }

    /** This preparation for pictures of one size and format only, its weights computed once. */
    public SizedPreparation forPictures(Size size, PixelFormat format, Kernels kernels) {
        return new SizedPreparation(this, size, format, kernels.tensors());
    }

    /** Writes {@link #floats()} floats from {@code dst[offset]} on. */
    public void prepareInto(Image src, float[] dst, int offset) {
        forPictures(src.size(), src.format(), Kernels.active()).prepareInto(src, dst, offset);
    }
}
