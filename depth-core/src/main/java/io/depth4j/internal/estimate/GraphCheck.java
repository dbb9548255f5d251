package io.depth4j.internal.estimate;

import io.depth4j.MalformedInputException;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.SizeRule;
import io.depth4j.spi.Network;
import io.depth4j.spi.TensorInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a network is what its spec describes, as far as names, ranks, types and fixed sizes tell. */
final class GraphCheck {

    private static final Set<String> FLOATS = Set.of("float32", "float16");

    private GraphCheck() {}

    static void check(ModelSpec spec, Network network) {
        Set<String> expected = new LinkedHashSet<>();
        expected.add(spec.input().tensor());
        expected.addAll(spec.input().constants().keySet());
        for (String name : expected) {
            find(spec, "input", name, network.inputs());
        }
        for (TensorInfo input : network.inputs()) {
            if (!expected.contains(input.name())) {
                throw wrong(spec, "only the inputs " + expected, "also " + input);
            }
        }
        checkImage(spec, find(spec, "input", spec.input().tensor(), network.inputs()));
        for (String name : new Reader(spec.output()).outputs()) {
            find(spec, "output", name, network.outputs());
        }
        TensorInfo depth = find(spec, "output", spec.output().tensor(), network.outputs());
        if (!FLOATS.contains(depth.type()) || depth.rank() == 1 || depth.rank() > 5) {
            throw wrong(spec, "an output '" + depth.name() + "' of floats with 2 to 5 axes", depth.toString());
        }
    }

    private static void checkImage(ModelSpec spec, TensorInfo image) {
        int rank = spec.input().rank();
        if (!FLOATS.contains(image.type()) || image.rank() != rank) {
            throw wrong(spec, "an input '" + image.name() + "' of floats with " + rank + " axes", image.toString());
        }
        if (image.shape().subList(0, rank - 3).stream().anyMatch(axis -> axis != TensorInfo.ANY && axis != 1)) {
            throw wrong(spec, "an input '" + image.name() + "' for single pictures", image.toString());
        }
        int channels = image.shape().get(rank - 3);
        if (channels != TensorInfo.ANY && channels != 3) {
            throw wrong(spec, "three channels", image.toString());
        }
        SizeRule size = spec.input().size();
        int height = image.shape().get(rank - 2);
        int width = image.shape().get(rank - 1);
        boolean fixed = height != TensorInfo.ANY && width != TensorInfo.ANY;
        boolean same = size.mode() == SizeRule.Mode.SQUASH && height == size.height() && width == size.width();
        if (fixed && !same) {
            throw wrong(
                    spec,
                    "pictures brought to the one size that the network takes (mode squash, width " + width + ", height "
                            + height + ")",
                    "mode " + size.mode() + ", width " + size.width() + ", height " + size.height());
        }
    }

    private static TensorInfo find(ModelSpec spec, String what, String name, List<TensorInfo> tensors) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(spec, "an " + what + " '" + name + "'", tensors.toString()));
    }

    private static MalformedInputException wrong(ModelSpec spec, String expected, String found) {
        return new MalformedInputException("The network is not what spec '" + spec.id() + "' describes: expected "
                + expected + ", found " + found);
    }
}
