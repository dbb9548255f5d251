/** The only package that may name OpenCV, which is optional. */
@NullMarked
package io.depth4j.internal.opencv;

import org.jspecify.annotations.NullMarked;
