package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Range;
import io.depth4j.internal.estimate.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several estimators as one: their maps are brought to the units of the first, and each pixel becomes the weighted median.
 *
 * <p>Any kinds go together but {@link DepthKind#AFFINE_INVARIANT} and {@link DepthKind#AFFINE_INVARIANT_INVERSE} where one of
 * them is the first: depth whose zero is unknown has no disparity. Other depth meets disparity as one over depth. All members
 * measure along one axis. A pixel is missing where less than half of the weight has a value.
 *
 * <p>Members run one after another and share the deadline. Closing an ensemble closes its members, as closing a stream closes
 * what it reads from; a member may be closed before or after.
 */
public final class Ensemble implements DepthEstimator {

    /**
     * One of several estimators.
     *
     * @param weight of what it says; only proportions matter
     */
    public record Member(DepthEstimator estimator, double weight) {

        public Member {
            Objects.requireNonNull(estimator, "estimator");
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight is positive and finite, found " + weight);
            }
        }

        /** A member whose weight is one. */
        public static Member of(DepthEstimator estimator) {
            return new Member(estimator, 1);
        }
    }

    private final List<Member> members;
    private final EnsembleOptions options;
    private final double[] weights;
    private final ModelInfo model;
    private final Gate gate;

    private Ensemble(List<Member> members, EnsembleOptions options) {
        this.members = List.copyOf(members);
        this.options = Objects.requireNonNull(options, "options");
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ensemble has at least one member, found none");
        }
        weights = this.members.stream().mapToDouble(Member::weight).toArray();
        List<ModelInfo> models =
                this.members.stream().map(member -> member.estimator.model()).toList();
        ModelInfo first = models.get(0);
        models.forEach(each -> Alignment.requireCommonUnits(each.kind(), each.axis(), first.kind(), first.axis()));
        model = new ModelInfo(
                joined(models, ModelInfo::id),
                joined(models, ModelInfo::title),
                first.kind(),
                first.axis(),
                joined(models, ModelInfo::licence),
                joined(models, ModelInfo::sha256),
                joined(models, ModelInfo::backend),
                joined(models, ModelInfo::provider),
                models.stream()
                        .map(ModelInfo::fallback)
                        .flatMap(Optional::stream)
                        .reduce((a, b) -> a + "; " + b));
        gate = new Gate(Integer.MAX_VALUE, () -> this.members.forEach(member -> member.estimator.close()));
    }

    /** Estimators of equal weight; the first gives the units. */
    public static Ensemble of(DepthEstimator... estimators) {
        return of(List.of(estimators).stream().map(Member::of).toList());
    }

    /** Weighted estimators; the first gives the units. */
    public static Ensemble of(List<Member> members) {
        return of(members, EnsembleOptions.defaults());
    }

    /** Weighted estimators; the first gives the units. */
    public static Ensemble of(List<Member> members, EnsembleOptions options) {
        return new Ensemble(members, options);
    }

    private static String joined(List<ModelInfo> models, Function<ModelInfo, String> part) {
        return models.stream().map(part).distinct().collect(Collectors.joining(" + "));
    }

    /** The merged map, in the size of the picture, and where the members disagree. */
    public EnsembleDepth compare(Image image) {
        return compare(image, EstimateOptions.defaults());
    }

    /** The merged map, and where the members disagree. */
    public EnsembleDepth compare(Image image, EstimateOptions estimate) {
        return compareAll(List.of(image), estimate).get(0);
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions estimate) {
        return compare(image, estimate).map();
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions estimate) {
        return compareAll(images, estimate).stream().map(EnsembleDepth::map).toList();
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        estimate(image, EstimateOptions.defaults().withSize(dst.size())).copyTo(dst);
    }

    private List<EnsembleDepth> compareAll(List<Image> images, EstimateOptions estimate) {
        List<EnsembleDepth> merged = new ArrayList<>();
        gate.within(estimate, cancellation -> {
            List<List<DepthMap>> maps = new ArrayList<>();
            for (Member member : members) {
                maps.add(member.estimator.estimateAll(images, estimate.withCancellation(cancellation)));
            }
            for (int i = 0; i < images.size(); i++) {
                int picture = i;
                cancellation.check();
                merged.add(merged(maps.stream().map(each -> each.get(picture)).toList()));
            }
        });
        return List.copyOf(merged);
    }

    /** The members' maps of one picture, as one. */
    private EnsembleDepth merged(List<DepthMap> maps) {
        DepthMap reference = maps.get(0);
        List<float[]> aligned = new ArrayList<>(List.of(reference.toPlane().array()));
        StringBuilder told = new StringBuilder("weighted median in the units of " + name(0));
        for (int i = 1; i < maps.size(); i++) {
            Alignment alignment = Alignment.of(maps.get(i), reference, options);
            aligned.add(alignment.values());
            told.append("; ").append(name(i)).append(": ").append(alignment.told());
        }
        Range span = Range.percentiles(reference, 2, 98);
        double tolerance = span.isEmpty() ? 0 : options.tolerance() * (span.high() - span.low());
        WeightedMedian median = WeightedMedian.of(reference.size(), aligned, weights, tolerance);
        DepthMap map = reference
                .withValues(median.values())
                .withConfidence(median.agreement())
                .withSource(reference
                        .source()
                        .withModel(model.id(), model.sha256())
                        .withProvider(model.backend() + " on " + model.provider())
                        .withAlignment(told.toString()));
        return new EnsembleDepth(map, median.spread());
    }

    private String name(int member) {
        return members.get(member).estimator.model().id();
    }

    @Override
    public ModelInfo model() {
        return model;
    }

    /** Waits for the estimates in flight, refuses new ones, and closes the members. A second call does nothing. */
    @Override
    public void close() {
        gate.close();
    }

    @Override
    public String toString() {
        return "Ensemble[" + model.id() + "]";
    }
}
