package io.depth4j.frames;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In what measured depth is counted. */
public enum DepthUnit {
    METRE("m", 1),
    FOOT("ft", 0.3048),
    /** Tenths of an inch, as logging tools count. */
    TENTH_INCH(".1in", 0.00254);

    private final String symbol;
    private final double metres;

    DepthUnit(String symbol, double metres) {
        this.symbol = symbol;
        this.metres = metres;
    }

    /** As files write it: {@code m}, {@code ft} or {@code .1in}. */
    public String symbol() {
        return symbol;
    }

    /** The unit of a symbol, whatever its case. */
    public static DepthUnit of(String symbol) {
        String wanted = symbol.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A depth unit is one of "
                        + Arrays.stream(values()).map(DepthUnit::symbol).collect(Collectors.joining(", "))
                        + ", found '" + symbol + "'"));
    }

    /** A depth of this unit in another one. */
    public double to(DepthUnit other, double depth) {
        return this == other ? depth : depth * metres / other.metres;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
