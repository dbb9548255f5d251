/** Networks run by ONNX Runtime; the only package that names it. */
@NullMarked
package io.depth4j.internal.onnx;

import org.jspecify.annotations.NullMarked;
