package io.depth4j.io;

import io.depth4j.Range;

/** Which values the whole numbers 1 to 65535 of a PNG stand for; 0 stands for a missing one. */
public sealed interface DepthScale {

    /** The largest number of 16 bits. */
    int LAST = 65535;

    /** 1000 steps a metre: up to 65.535 m. */
    DepthScale MILLIMETRES = perUnit(1000);

    /** 256 steps a metre, as KITTI stores depth: up to 255.996 m. */
    DepthScale KITTI = perUnit(256);

    /** 5000 steps a metre, as TUM's RGB-D files store depth: up to 13.107 m. */
    DepthScale TUM = perUnit(5000);

    /** A number is a value times {@code steps}. */
    static DepthScale perUnit(double steps) {
        return new PerUnit(steps);
    }

    /** The numbers 1 to 65535 are spread evenly from the lower end of the range to the upper one. */
    static DepthScale between(Range range) {
        return new Between(range);
    }

    /** The value that a number from 1 on stands for. */
    double value(int stored);

    /** The number of a value, before it is rounded and whether or not 16 bits can hold it. */
    double stored(double value);

    /**
     * So many numbers a unit.
     *
     * @param steps above 0
     */
    record PerUnit(double steps) implements DepthScale {

        public PerUnit {
            // The values themselves must be floats.
            if (!(steps >= 1e-30 && steps <= 1e30)) {
                throw new IllegalArgumentException("A scale has 1e-30 to 1e30 steps a unit, found " + steps);
            }
        }

        @Override
        public double value(int stored) {
            return stored / steps;
        }

        @Override
        public double stored(double value) {
            return value * steps;
        }
    }

    /** All numbers within one range. */
    record Between(Range range) implements DepthScale {

        public Between {
            if (range.isEmpty() || !(range.high() - range.low() <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("A scale lies between two values, found " + range);
            }
        }

        @Override
        public double value(int stored) {
            double share = (stored - 1) / (double) (LAST - 1);
            return range.low() * (1 - share) + range.high() * share;
        }

        @Override
        public double stored(double value) {
            double offset = value - range.low();
            // Where both ends are one value, that value is the first number and every other lies outside.
            return offset == 0 ? 1 : 1 + offset / (range.high() - range.low()) * (LAST - 1);
        }
    }
}
