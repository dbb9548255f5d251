package io.depth4j.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a network wants to see: three planes of {@code (byte · scale − mean) / deviation}.
 *
 * @param tensor the name of the input, {@link #ONLY} for the only one
 * @param rank 4 for batch, channels, rows, columns; 5 with the number of views after the batch
 * @param order of the channels
 * @param size which size pictures are brought to
 * @param resample how
 * @param scale what bytes are multiplied by, often 1/255
 * @param mean for the channels in their order, after scaling; zeros if the network does it itself
 * @param deviation for the channels in their order, after scaling; ones if the network does it itself
 * @param constants further inputs that are one whole number each
 */
public record ModelInput(
        String tensor,
        int rank,
        ChannelOrder order,
        SizeRule size,
        Resample resample,
        double scale,
        List<Double> mean,
        List<Double> deviation,
        Map<String, Long> constants) {

    /** The order of the channels. */
    public enum ChannelOrder {
        RGB,
        BGR
    }

    /** Stands for the name of a network's only input or output, where files of the same network differ in it. */
    public static final String ONLY = "*";

    private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);

    public ModelInput {
        Objects.requireNonNull(tensor, "tensor");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(resample, "resample");
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        constants = Map.copyOf(new TreeMap<>(constants));
        if (rank != 4 && rank != 5) {
            throw new IllegalArgumentException("input.rank is 4 or 5, found " + rank);
        }
        if (mean.size() != 3 || deviation.size() != 3) {
            throw new IllegalArgumentException(
                    "input.mean and input.deviation have three numbers each, found " + mean + " and " + deviation);
        }
        if (!mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("input.mean has finite numbers, found " + mean);
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("input.scale is positive and finite, found " + scale);
        }
        if (deviation.stream().anyMatch(value -> !(value > 0 && value < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("input.deviation has positive numbers, found " + deviation);
        }
    }

    /** RGB from 0 to 1 in four axes. */
    public static ModelInput zeroToOne(String tensor, SizeRule size, Resample resample) {
        return new ModelInput(
                tensor,
                4,
                ChannelOrder.RGB,
                size,
                resample,
                1 / 255.0,
                List.of(0.0, 0.0, 0.0),
                List.of(1.0, 1.0, 1.0),
                Map.of());
    }

    /** RGB in four axes, normalised by the mean and deviation of ImageNet. */
    public static ModelInput imageNet(String tensor, SizeRule size, Resample resample) {
        return zeroToOne(tensor, size, resample).withNormalization(IMAGENET_MEAN, IMAGENET_DEVIATION);
    }

    public ModelInput withTensor(String newTensor) {
        return new ModelInput(newTensor, rank, order, size, resample, scale, mean, deviation, constants);
    }

    public ModelInput withNormalization(List<Double> newMean, List<Double> newDeviation) {
        return new ModelInput(tensor, rank, order, size, resample, scale, newMean, newDeviation, constants);
    }

    public ModelInput withScale(double newScale) {
        return new ModelInput(tensor, rank, order, size, resample, newScale, mean, deviation, constants);
    }

    public ModelInput withRank(int newRank) {
        return new ModelInput(tensor, newRank, order, size, resample, scale, mean, deviation, constants);
    }

    public ModelInput withOrder(ChannelOrder newOrder) {
        return new ModelInput(tensor, rank, newOrder, size, resample, scale, mean, deviation, constants);
    }

    public ModelInput withConstants(Map<String, Long> newConstants) {
        return new ModelInput(tensor, rank, order, size, resample, scale, mean, deviation, newConstants);
    }
}
