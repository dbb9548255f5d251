package io.depth4j.frames;

/** What a pixel of a row is kept as. */
public enum PixelType {
    /** 0 to 255; a mask says which pixels are missing. */
    UINT8(1),
    /** A float; {@code NaN} is missing. */
    FLOAT32(4);

    private final int bytes;

    PixelType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes a pixel. */
    public int bytes() {
        return bytes;
    }
}
