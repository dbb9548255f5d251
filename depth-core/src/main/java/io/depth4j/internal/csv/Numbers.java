package io.depth4j.internal.csv;

/**
 * Numbers as tables write them: decimal, with or without a sign, decimals and an exponent, or {@code nan}, {@code inf} and
 * {@code infinity} in either case. What only Java takes for a number, such as {@code 1f} or {@code 0x1p3}, is none.
 */
final class Numbers {

    /** Whole numbers of so many digits are ints. */
    private static final int SHORT = 9;

    private Numbers() {}

    /** Whether a text without spaces round it is a number. */
    static boolean isNumber(String text, char decimalMark) {
        int from = signs(text);
        int whole = digits(text, from);
        int at = from + whole;
        if (at == text.length()) {
            return whole > 0;
        }
        if (whole == 0 && isWord(text, from)) {
            return true;
        }
        int decimals = 0;
        if (text.charAt(at) == decimalMark) {
            decimals = digits(text, at + 1);
            at += 1 + decimals;
        }
        if (whole + decimals == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int power = at + 1 < text.length() && isSign(text.charAt(at + 1)) ? at + 2 : at + 1;
            int digits = digits(text, power);
            return digits > 0 && power + digits == text.length();
        }
        return at == text.length();
    }

    /** The value of what {@link #isNumber} accepts: the double nearest to it. */
    static double value(String text, char decimalMark) {
        if (text.length() <= SHORT && digits(text, 0) == text.length()) {
            return Integer.parseInt(text);
        }
        int from = signs(text);
        if (!isWord(text, from)) {
            return Double.parseDouble(text.replace(decimalMark, '.'));
        }
        if (text.charAt(from) == 'n' || text.charAt(from) == 'N') {
            return Double.NaN;
        }
        return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static int signs(String text) {
        return !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
    }

    private static boolean isSign(char sign) {
        return sign == '-' || sign == '+';
    }

    private static boolean isWord(String text, int from) {
        return switch (text.length() - from) {
            case 3 -> text.regionMatches(true, from, "nan", 0, 3) || text.regionMatches(true, from, "inf", 0, 3);
            case 8 -> text.regionMatches(true, from, "infinity", 0, 8);
            default -> false;
        };
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
