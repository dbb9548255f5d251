package io.depth4j.internal.estimate;

import io.depth4j.MalformedInputException;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelSpec;
import io.depth4j.spi.Network;
import io.depth4j.spi.TensorInfo;
import java.util.List;

/** Puts names in the place of {@link ModelInput#ONLY}. */
final class TensorNames {

    private TensorNames() {}

    static ModelSpec resolve(ModelSpec spec, Network network) {
        String input = resolve(spec, "input", spec.input().tensor(), network.inputs());
        String output = resolve(spec, "output", spec.output().tensor(), network.outputs());
        return new ModelSpec(
                spec.id(),
                spec.title(),
                spec.input().withTensor(input),
                spec.output().withTensor(output),
                spec.license(),
                spec.file(),
                spec.verified());
    }

    private static String resolve(ModelSpec spec, String what, String name, List<TensorInfo> tensors) {
        if (!name.equals(ModelInput.ONLY)) {
            return name;
        }
        if (tensors.size() != 1) {
            throw new MalformedInputException("The network is not what spec '" + spec.id()
                    + "' describes: expected one single " + what + ", found " + tensors);
        }
        return tensors.get(0).name();
    }
}
