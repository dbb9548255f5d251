package io.depth4j.internal.tiles;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.internal.align.LineFit;
import io.depth4j.internal.align.LineFit.Freedom;
import java.util.Optional;

/**
 * Joins the maps of tiles, each in units of its own, to one in the units of the whole picture's map.
 *
 * <p>The tiles of a row are blended into a strip as high as they are, which is then blended into the result: two shares that
 * depend on the column alone and on the row alone, and no plane of weights. Where of two tiles only one has a value, the one that
 * counts more has the word.
 */
public final class TileJoin {

    /** How far from the whole picture's map a pixel may be that agrees with it, as a share of what the tile spans. */
    private static final double TOLERANCE = 0.1;

    /** The share of a tile that must agree, or else the tile shows something else than the whole picture does. */
    private static final double AGREEMENT = 0.5;

    /** Cells along a side of a tile in which the maps are compared: about as coarse as the whole picture's map is. */
    private static final int CELLS = 64;

    private final Layout layout;
    private final Freedom freedom;
    private final FloatPlane dst;
    private float[] strip = new float[0];
    private int joined;
    private int left;

    /** @param whole the map of the whole picture, in few pixels */
    public TileJoin(FloatPlane whole, Freedom freedom, FloatPlane dst) {
        this.layout = new Layout(whole, dst.size());
        this.freedom = freedom;
        this.dst = dst;
    }

    /** The next tile of a row, from the left. Its values are overwritten. */
    public void add(Span across, Span down, FloatPlane tile) {
        if (strip.length != dst.width() * down.length()) {
            strip = new float[dst.width() * down.length()];
        }
        Optional<Fit> fit = fit(across, down, tile);
        if (fit.isPresent()) {
            fit.get().move(tile);
            joined++;
        } else {
            lay(across, down, tile);
            left++;
        }
        float[] shares = new float[across.length()];
        for (int x = 0; x < shares.length; x++) {
            shares[x] = across.share(x);
        }
        for (int y = 0; y < down.length(); y++) {
            int to = y * dst.width() + across.start();
            int from = y * across.length();
            for (int x = 0; x < shares.length; x++) {
                strip[to + x] = blend(strip[to + x], tile.array()[from + x], shares[x]);
            }
        }
    }

    /** All tiles of a row are there. */
    public void finishRow(Span down) {
        for (int y = 0; y < down.length(); y++) {
            float share = down.share(y);
            int to = (down.start() + y) * dst.width();
            int from = y * dst.width();
            for (int x = 0; x < dst.width(); x++) {
                dst.array()[to + x] = blend(dst.array()[to + x], strip[from + x], share);
            }
        }
    }

    /** How many tiles were brought to the units of the whole picture. */
    public int joined() {
        return joined;
    }

    /** How many had nothing in common with it, and are as the whole picture's map is there. */
    public int left() {
        return left;
    }

    private Optional<Fit> fit(Span across, Span down, FloatPlane tile) {
        Size grid = new Size(Math.min(CELLS, across.length()), Math.min(CELLS, down.length()));
        FloatPlane own = FloatPlane.allocate(grid);
        FloatPlane there = FloatPlane.allocate(grid);
        for (int row = 0; row < grid.height(); row++) {
            int top = row * down.length() / grid.height();
            int bottom = (row + 1) * down.length() / grid.height();
            for (int column = 0; column < grid.width(); column++) {
                int start = column * across.length() / grid.width();
                int end = (column + 1) * across.length() / grid.width();
                own.set(column, row, mean(tile, start, end, top, bottom));
                there.set(
                        column,
                        row,
                        layout.at(across.start() + (start + end) / 2.0, down.start() + (top + bottom) / 2.0));
            }
        }
        return LineFit.of(own.array(), there.array(), freedom, TOLERANCE)
                .filter(line -> line.agreement() >= AGREEMENT)
                .map(line -> new Fit(line, own, there, tile.size()));
    }

    private static float mean(FloatPlane tile, int start, int end, int top, int bottom) {
        Mean mean = new Mean();
        for (int y = top; y < bottom; y++) {
            for (int x = start; x < end; x++) {
                mean.add(tile.at(x, y), 1);
            }
        }
        return mean.value();
    }

    private void lay(Span across, Span down, FloatPlane tile) {
        for (int y = 0, i = 0; y < down.length(); y++) {
            for (int x = 0; x < across.length(); x++, i++) {
                tile.array()[i] = layout.at(across.start() + x + 0.5, down.start() + y + 0.5);
            }
        }
    }

    private static float blend(float before, float value, float share) {
        if (share == 1) {
            return value;
        }
        float sum = before + share * (value - before);
        return Float.isFinite(sum) ? sum : share < 0.5f ? before : value;
    }
}
