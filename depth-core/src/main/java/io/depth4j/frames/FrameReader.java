package io.depth4j.frames;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads images of depth-indexed rows. What one call returns belongs to one commit, whatever writers do meanwhile. Rows come in the
 * order of their depths, lowest first, each depth once, in the unit of their image.
 */
public interface FrameReader {

    /** All images, by number. */
    List<ImageSummary> images();

    /** What is known of an image, if it is there. */
    Optional<ImageSummary> image(long image);

    /**
     * The rows of a range; none if there are none.
     *
     * @throws NoSuchImageException if the image is not there
     */
    Frames read(long image, DepthRange range);

    /** Fills {@code dst} with the rows of a range, using its memory again: what a loop over many ranges wants. */
    void readInto(long image, DepthRange range, FrameBuffer dst);

    /** The rows of a range in pieces of at most {@code rows} rows, all of one commit. To be closed. */
    Stream<Frames> stream(long image, DepthRange range, int rows);

    /** The row whose depth is the nearest one, the lower of two that are as near. */
    Frames nearest(long image, double depth);

    /**
     * A range seen from afar: {@code rows} rows of floats for as many equal parts of the depths that the range has in common with
     * the image. Each lies at the middle of its part and is the mean of the rows in it, pixel by pixel, over those that are not
     * missing nor infinite; where there are none, pixels are missing. Where the parts hold many rows, a store may take means that it keeps
     * instead of reading them all, and then a row near the end of a part may count to its neighbour.
     */
    Frames overview(long image, DepthRange range, int rows);

    /** When the rows of a range came. */
    List<RowTimes> times(long image, DepthRange range);

    StoreStats stats();
}
