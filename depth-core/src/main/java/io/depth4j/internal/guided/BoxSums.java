package io.depth4j.internal.guided;

import io.depth4j.Size;

/**
 * Sums over the square window round each pixel, as far as it lies inside, whatever its size in constant time a pixel. As many
 * rows are kept as a window is high.
 */
final class BoxSums implements Rows {

    private final Rows source;
    private final int channels;
    private final Size size;
    private final int radius;
    private final double[][] window;
    private final double[] columns;
    private int read;
    private int written;

    BoxSums(Rows source, int channels, Size size, int radius) {
        this.source = source;
        this.channels = channels;
        this.size = size;
        this.radius = radius;
        int rowLength = channels * size.width();
        this.window = new double[(int) Math.min(2L * radius + 1, size.height())][rowLength];
        this.columns = new double[rowLength];
    }

    @Override
    public void next(double[] row) {
        if (written > radius) {
            add(-1, window[(written - radius - 1) % window.length]);
        }
        int last = (int) Math.min((long) written + radius, size.height() - 1);
        while (read <= last) {
            double[] fresh = window[read % window.length];
            source.next(fresh);
            add(1, fresh);
            read++;
        }
        sumAcross(row);
        written++;
    }

    private void add(int sign, double[] row) {
        for (int i = 0; i < row.length; i++) {
            columns[i] += sign * row[i];
        }
    }

    private void sumAcross(double[] row) {
        int width = size.width();
        double[] sum = new double[channels];
        for (int x = 0; x < Math.min(radius, width); x++) {
            addPixel(1, x, sum);
        }
        for (int x = 0; x < width; x++) {
            if (x < width - radius) {
                addPixel(1, x + radius, sum);
            }
            System.arraycopy(sum, 0, row, x * channels, channels);
            if (x >= radius) {
                addPixel(-1, x - radius, sum);
            }
        }
    }

    private void addPixel(int sign, int x, double[] sum) {
        for (int c = 0, i = x * channels; c < channels; c++, i++) {
            sum[c] += sign * columns[i];
        }
    }
}
