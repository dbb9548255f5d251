package io.depth4j.frames;

/** How far apart two neighbouring rows may be before nothing is shown between them. */
public sealed interface DepthGap {

    /**
     * So many times the median distance of neighbouring rows; of an image of which only means are read, the mean distance.
     *
     * @param times at least 1, may be infinite
     */
    record Steps(double times) implements DepthGap {
        public Steps {
            if (!(times >= 1)) {
                throw new IllegalArgumentException("A gap is at least one step of rows, found " + times);
            }
        }
    }

    /**
     * A distance in the unit of the rows.
     *
     * @param distance 0 or more, may be infinite
     */
    record Distance(double distance) implements DepthGap {
        public Distance {
            if (!(distance >= 0)) {
                throw new IllegalArgumentException("A distance is not negative, found " + distance);
            }
        }
    }
}
