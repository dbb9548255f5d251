package io.depth4j.internal.codec;

/**
 * What a file claims about its picture before anything is decoded. The numbers come from outside and are unchecked.
 *
 * @param channels colours and alpha as stored; a palette counts as one
 * @param bits of one channel as stored
 */
public record Header(int width, int height, int channels, int bits) {

    public long pixels() {
        return (long) width * height;
    }
}
