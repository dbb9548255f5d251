package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import java.util.List;

/** What a node does, checked and independent of the size of the picture. */
sealed interface Operation permits Activate, Average, Combine, Concatenate, Convolution, CumulativeSum, Resize {

    /**
     * The shape of the output. Height and width may be unknown.
     *
     * @throws MalformedInputException if these do not go together; the caller says where
     */
    Shape shape(List<Shape> inputs);

    /** Ready to run on pictures of one size. */
    Step bind(List<Place> inputs, Place.InArena output, Extras extras);

    /** The error for inputs that do not fit. */
    static MalformedInputException unfit(String expected, Object found) {
        return new MalformedInputException("expected " + expected + ", found " + found);
    }
}
