/** What the network that comes with the library costs by the engine in Java, beside ONNX Runtime, and in the first moments of a JVM. */
@NullMarked
package io.depth4j.benchmarks.network;

import org.jspecify.annotations.NullMarked;
