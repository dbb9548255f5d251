package io.depth4j.internal.java;

import java.util.List;
import java.util.Map;

/**
 * A node as it stands in the file.
 *
 * @param inputs names; empty for those that are left out
 */
record Node(
        String name, String operator, List<String> inputs, List<String> outputs, Map<String, Attribute> attributes) {

    @Override
    public String toString() {
        return operator + " '" + (name.isEmpty() ? String.join(",", outputs) : name) + "'";
    }
}
