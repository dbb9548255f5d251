package io.depth4j.examples.media;

/**
 * How much a zip may ask for. Its directory is checked before anything is unpacked, and no entry gives more than it claims.
 *
 * @param entries in its directory, folders included
 * @param bytes of all entries unpacked
 * @param ratio of unpacked to packed bytes, of each entry and of the whole; photos hardly shrink, bombs do
 */
public record ZipLimits(int entries, long bytes, int ratio) {

    private static final ZipLimits DEFAULTS = new ZipLimits(10_000, 16L << 30, 100);

    public ZipLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("Limits are at least 1, found " + entries + " entries, " + bytes
                    + " bytes and a ratio of " + ratio);
        }
    }

    /** 10,000 entries, 16 GiB, 100:1. */
    public static ZipLimits defaults() {
        return DEFAULTS;
    }

    public ZipLimits withEntries(int most) {
        return new ZipLimits(most, bytes, ratio);
    }

    public ZipLimits withBytes(long most) {
        return new ZipLimits(entries, most, ratio);
    }

    public ZipLimits withRatio(int most) {
        return new ZipLimits(entries, bytes, most);
    }
}
