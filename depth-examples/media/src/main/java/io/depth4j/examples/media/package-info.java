/** Folders, zips and video as sources of pictures, shared by the command line and the server. */
@NullMarked
package io.depth4j.examples.media;

import org.jspecify.annotations.NullMarked;
