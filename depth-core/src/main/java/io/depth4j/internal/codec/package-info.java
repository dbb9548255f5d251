/** Image formats as bytes: what their headers claim, what EXIF says, and how their pixels are decoded. */
@NullMarked
package io.depth4j.internal.codec;

import org.jspecify.annotations.NullMarked;
