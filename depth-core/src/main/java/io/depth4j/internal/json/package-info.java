/** JSON as trees whose errors name the field. */
@NullMarked
package io.depth4j.internal.json;

import org.jspecify.annotations.NullMarked;
