package io.depth4j.internal.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where the marks of a scale are. */
public final class Ticks {

    /** With at most so many digits before and after the point, neighbours have the same number of decimals. */
    private static final int PLAIN_DIGITS = 6;

    private static final int[] NICE = {1, 2, 5, 10};

    private Ticks() {}

    /**
     * At most so many multiples of 1, 2 or 5 times a power of ten from one value to another. Where fewer than two are, both ends.
     *
     * @param from the lower value, finite
     * @param to the upper value, finite
     */
    public static List<Tick> nice(double from, double to, int most) {
        // As they are written: the double 0.3 is a little less, but 0.3 is to have its mark.
        BigDecimal low = BigDecimal.valueOf(from);
        BigDecimal high = BigDecimal.valueOf(to);
        BigDecimal width = high.subtract(low);
        if (width.signum() == 0) {
            return List.of(of(from));
        }
        BigDecimal step = step(width, most);
        List<Tick> ticks = new ArrayList<>();
        BigDecimal at = low.divideToIntegralValue(step).multiply(step);
        for (; at.compareTo(high) <= 0; at = at.add(step)) {
            if (at.compareTo(low) >= 0) {
                ticks.add(new Tick(at.doubleValue(), label(at, Math.max(0, step.scale()))));
            }
        }
        return ticks.size() < 2 ? List.of(end(low, width), end(high, width)) : ticks;
    }

    /** A mark at each of some values. */
    public static List<Tick> at(DoubleStream values) {
        return values.mapToObj(Ticks::of).toList();
    }

    private static Tick of(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return of(exact, decimals(exact));
    }

    /** The end of a range, to so many digits that it can be told from the other end. */
    private static Tick end(BigDecimal exact, BigDecimal width) {
        return of(exact, Math.max(decimals(exact), decimals(width)));
    }

    private static Tick of(BigDecimal exact, int decimals) {
        BigDecimal shortest = exact.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return new Tick(exact.doubleValue(), label(shortest, Math.max(0, shortest.scale())));
    }

    /** How many decimals give the number {@link #PLAIN_DIGITS} digits. */
    private static int decimals(BigDecimal number) {
        return number.scale() - number.precision() + PLAIN_DIGITS;
    }

    /** The smallest nice step with at most so many multiples in the width. */
    private static BigDecimal step(BigDecimal width, int most) {
        BigDecimal least = width.divide(BigDecimal.valueOf(Math.max(1, most - 1)), MathContext.DECIMAL64);
        int power = least.precision() - least.scale() - 1;
        for (int nice : NICE) {
            BigDecimal step = BigDecimal.valueOf(nice).scaleByPowerOfTen(power);
            if (step.compareTo(least) >= 0) {
                return nice == 10 ? BigDecimal.ONE.scaleByPowerOfTen(power + 1) : step;
            }
        }
        throw new AssertionError("10 times a power of ten is above " + least);
    }

    private static String label(BigDecimal value, int decimals) {
        if (value.signum() == 0) {
            return "0";
        }
        int digits = value.precision() - value.scale();
        return digits > PLAIN_DIGITS || decimals > PLAIN_DIGITS
                ? value.stripTrailingZeros().toString().replace("E", "e")
                : value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
