/** Tables of depths and pixels: reading, checking, resizing and handing them to a store. */
@NullMarked
package io.depth4j.internal.csv;

import org.jspecify.annotations.NullMarked;
