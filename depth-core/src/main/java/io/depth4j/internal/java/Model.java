package io.depth4j.internal.java;

import io.depth4j.spi.TensorInfo;
import java.util.List;
import java.util.Map;

/**
 * What stands in a file, nothing of it checked beyond its form.
 *
 * @param operators the version of the operators
 */
record Model(
        long operators,
        List<Node> nodes,
        Map<String, Constant> constants,
        List<TensorInfo> inputs,
        List<TensorInfo> outputs,
        Map<String, String> metadata) {}
