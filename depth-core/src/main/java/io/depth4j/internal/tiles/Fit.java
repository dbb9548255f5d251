package io.depth4j.internal.tiles;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.internal.align.LineFit;
import java.util.Arrays;

/**
 * How a tile comes to the units of the whole picture: by a line, and by what then still is between the two far and wide.
 *
 * <p>Edges and detail are the tile's to know, and far and wide the whole picture is, which alone sees how things lie to one
 * another. Medians over blocks tell the slow from the sharp: an edge that the whole picture blurs does not move them.
 */
final class Fit {

    private static final int BLOCKS = 8;

    private final LineFit line;
    private final Layout rest;

    /**
     * @param own what the tile has in the cells of a grid
     * @param there what the whole picture has there
     */
    Fit(LineFit line, FloatPlane own, FloatPlane there, Size tile) {
        this.line = line;
        Size grid = own.size();
        FloatPlane blocks =
                FloatPlane.allocate(new Size(Math.min(BLOCKS, grid.width()), Math.min(BLOCKS, grid.height())));
        for (int row = 0; row < blocks.height(); row++) {
            for (int column = 0; column < blocks.width(); column++) {
                blocks.set(column, row, between(own, there, column, row, blocks.size()));
            }
        }
        this.rest = new Layout(blocks, tile);
    }

    /** The median over a block of what is between the tile on its line and the whole picture; none where a map is missing. */
    private float between(FloatPlane own, FloatPlane there, int column, int row, Size blocks) {
        Size grid = own.size();
        double[] differences = new double[grid.pixels()];
        int count = 0;
        for (int y = row * grid.height() / blocks.height(); y < (row + 1) * grid.height() / blocks.height(); y++) {
            for (int x = column * grid.width() / blocks.width();
                    x < (column + 1) * grid.width() / blocks.width();
                    x++) {
                double difference = there.at(x, y) - (line.scale() * own.at(x, y) + line.shift());
                if (Double.isFinite(difference)) {
                    differences[count++] = difference;
                }
            }
        }
        Arrays.sort(differences, 0, count);
        return count > 0 ? (float) ((differences[(count - 1) / 2] + differences[count / 2]) / 2) : 0;
    }

    /** Moves all values of the tile. */
    void move(FloatPlane tile) {
        float[] values = tile.array();
        for (int y = 0, i = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++, i++) {
                values[i] = (float) (line.scale() * values[i] + line.shift() + rest.at(x + 0.5, y + 0.5));
            }
        }
    }
}
