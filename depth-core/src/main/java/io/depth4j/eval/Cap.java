package io.depth4j.eval;

import java.math.BigDecimal;

/**
 * Which known depths count, both ends included.
 *
 * @param near metres, at least 0
 * @param far metres, infinite for no end
 */
public record Cap(double near, double far) {

    /** All depths. */
    public static final Cap NONE = new Cap(0, Double.POSITIVE_INFINITY);

    /** A millimetre to 10 m. */
    public static final Cap NYU = new Cap(1e-3, 10);

    /** A millimetre to 80 m. */
    public static final Cap KITTI = new Cap(1e-3, 80);

    public Cap {
        if (!(near >= 0 && near < far && near < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A cap needs a near end of at least 0 and a far end beyond it, found near=" + near + ", far="
                            + far);
        }
        near += 0.0; // -0.0 becomes 0.0, so that equal caps are equal
    }

    boolean contains(double metres) {
        return metres >= near && metres <= far;
    }

    /** What tells this cap from every other. */
    public String label() {
        if (equals(NONE)) {
            return "no cap";
        }
        return "cap " + plain(near) + "–" + (far == Double.POSITIVE_INFINITY ? "∞" : plain(far)) + " m";
    }

    private static String plain(double metres) {
        return BigDecimal.valueOf(metres).stripTrailingZeros().toPlainString();
    }
}
