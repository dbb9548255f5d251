/** Networks run by Java alone: the part of ONNX that convolutional networks need. */
@NullMarked
package io.depth4j.internal.java;

import org.jspecify.annotations.NullMarked;
