package io.depth4j.examples.cli;

import java.util.Locale;

/** Numbers of bytes in words. */
final class Bytes {

    private static final double STEP = 1024;

    private Bytes() {}

    static String inWords(long bytes) {
        double value = bytes;
        for (String unit : new String[] {"bytes", "KiB", "MiB"}) {
            if (value < STEP) {
                return String.format(Locale.ROOT, unit.equals("bytes") ? "%.0f %s" : "%.1f %s", value, unit);
            }
            value /= STEP;
        }
        return String.format(Locale.ROOT, "%.1f GiB", value);
    }
}
