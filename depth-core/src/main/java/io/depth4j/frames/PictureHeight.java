package io.depth4j.frames;

/** How many rows of pixels a picture of frames has. */
public sealed interface PictureHeight {

    /** One for each row that is there, whatever lies between their depths. */
    record EveryRow() implements PictureHeight {}

    /**
     * So many, for equal parts of the depths.
     *
     * @param rows at least 1
     */
    record Pixels(int rows) implements PictureHeight {
        public Pixels {
            if (rows < 1) {
                throw new IllegalArgumentException("A picture has at least one row, found " + rows);
            }
        }
    }

    /**
     * So many for each unit of depth, to the nearest whole number of all, at least one.
     *
     * @param pixels positive
     */
    record PixelsPerUnit(double pixels) implements PictureHeight {
        public PixelsPerUnit {
            if (!(pixels > 0 && pixels < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Pixels per unit of depth are positive and finite, found " + pixels);
            }
        }
    }
}
