package io.depth4j.internal.guided;

import io.depth4j.Image;

/** The rows of a picture as red, green and blue from 0 to 1. Alpha does not count; grey is three equal colours. */
final class Colors {

    private static final float STEP = 1 / 255f;

    private final Image image;
    private final byte[] bytes;

    Colors(Image image) {
        this.image = image;
        this.bytes = new byte[image.rowBytes()];
    }

    void readRow(int y, float[] rgb) {
        image.readRow(y, bytes, 0);
        int pixel = image.format().channels();
        int red = 0;
        int green = 1;
        int blue = 2;
        switch (image.format()) {
            case GRAY8 -> {
                green = 0;
                blue = 0;
            }
            case BGR24 -> {
                red = 2;
                blue = 0;
            }
            case RGB24, RGBA32 -> {}
        }
        for (int p = 0, i = 0; p < bytes.length; p += pixel, i += 3) {
            rgb[i] = (bytes[p + red] & 0xff) * STEP;
            rgb[i + 1] = (bytes[p + green] & 0xff) * STEP;
            rgb[i + 2] = (bytes[p + blue] & 0xff) * STEP;
        }
    }
}
