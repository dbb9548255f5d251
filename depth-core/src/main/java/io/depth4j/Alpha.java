package io.depth4j;

/** What the colours of a row of RGBA are multiplied by while it is resampled. */
enum Alpha {
    /** By nothing: alpha is a channel like the others. */
    STRAIGHT {
        @Override
        void enter(byte[] row, int offset, int length) {}

        @Override
        void leave(byte[] row, int offset, int length) {}
    },
    /** By alpha, so that the colour of a transparent pixel does not bleed; Pillow's integer arithmetic. */
    PREMULTIPLIED {
        @Override
        void enter(byte[] row, int offset, int length) {
            for (int p = offset; p < offset + length; p += 4) {
                int alpha = row[p + 3] & 0xff;
                if (alpha == 255) {
                    continue;
                }
                for (int c = p; c < p + 3; c++) {
                    int product = (row[c] & 0xff) * alpha + 128;
                    row[c] = (byte) ((product >> 8) + product >> 8);
                }
            }
        }

        @Override
        void leave(byte[] row, int offset, int length) {
            for (int p = offset; p < offset + length; p += 4) {
                int alpha = row[p + 3] & 0xff;
                if (alpha == 255 || alpha == 0) {
                    continue;
                }
                for (int c = p; c < p + 3; c++) {
                    row[c] = (byte) Math.min(255, 255 * (row[c] & 0xff) / alpha);
                }
            }
        }
    };

    /** Multiplies a row in place. */
    abstract void enter(byte[] row, int offset, int length);

    /** Divides a row in place. */
    abstract void leave(byte[] row, int offset, int length);
}
