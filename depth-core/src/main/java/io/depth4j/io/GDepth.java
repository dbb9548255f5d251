package io.depth4j.io;

import io.depth4j.DepthAxis;

/**
 * How depth becomes the 16 bits of a GDepth picture, and what is said about it.
 *
 * @param format how bits are spread
 * @param near the depth that becomes 0, above 0
 * @param far the depth that becomes the largest number, beyond {@code near}
 * @param unit of near, far and every pixel
 * @param axis along which line depth is measured
 */
record GDepth(Format format, double near, double far, Unit unit, DepthAxis axis) {

    /** The two formats of the specification. */
    enum Format {
        /** Steps of equal disparity, finer near the camera: what the specification recommends. */
        RANGE_INVERSE("RangeInverse"),
        /** Steps of equal depth. */
        RANGE_LINEAR("RangeLinear");

        private final String spelling;

        Format(String spelling) {
            this.spelling = spelling;
        }

        String spelling() {
            return spelling;
        }
    }

    /** Readers take an absent unit for metres, so depth of unknown scale says that it is none. */
    enum Unit {
        METRES("m"),
        NONE("none");

        private final String spelling;

        Unit(String spelling) {
            this.spelling = spelling;
        }

        String spelling() {
            return spelling;
        }
    }

    private static final int MOST = 0xffff;

    GDepth {
        if (!(near > 0 && near < far && far < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "GDepth runs from a near above 0 to a finite far beyond it, found " + near + " and " + far);
        }
    }

    /** Metres along the optical axis. */
    static GDepth metres(Format format, double near, double far) {
        return new GDepth(format, near, far, Unit.METRES, DepthAxis.Z);
    }

    GDepth withUnit(Unit newUnit) {
        return new GDepth(format, near, far, newUnit, axis);
    }

    GDepth withAxis(DepthAxis newAxis) {
        return new GDepth(format, near, far, unit, newAxis);
    }

    /** The nearest number of 16 bits; depth beyond near and far takes theirs. */
    short sample(float depth) {
        double within = Math.max(near, Math.min(far, depth));
        double part = (within - near) / (far - near);
        double spread = format == Format.RANGE_INVERSE ? part * far / within : part;
        return (short) Math.round(spread * MOST);
    }
}
