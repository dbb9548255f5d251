package io.depth4j.internal.kernel;

/** Two arrays, or an array and a value, by the four operations; C2 makes vectors of these loops by itself. */
final class ScalarCombine {

    private ScalarCombine() {}

    static void values(
            NetArithmetic arithmetic, float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        switch (arithmetic) {
            case ADD -> add(a, aAt, b, bAt, dst, dstAt, length);
            case SUBTRACT -> subtract(a, aAt, b, bAt, dst, dstAt, length);
            case MULTIPLY -> multiply(a, aAt, b, bAt, dst, dstAt, length);
            case DIVIDE -> divide(a, aAt, b, bAt, dst, dstAt, length);
            case SUBTRACT_FROM -> subtract(b, bAt, a, aAt, dst, dstAt, length);
            case DIVIDE_INTO -> divide(b, bAt, a, aAt, dst, dstAt, length);
        }
    }

    static void scalar(NetArithmetic arithmetic, float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        switch (arithmetic) {
            case ADD -> addOne(a, aAt, b, dst, dstAt, length);
            case SUBTRACT -> addOne(a, aAt, -b, dst, dstAt, length);
            case MULTIPLY -> multiplyOne(a, aAt, b, dst, dstAt, length);
            case DIVIDE -> divideOne(a, aAt, b, dst, dstAt, length);
            case SUBTRACT_FROM -> subtractFromOne(a, aAt, b, dst, dstAt, length);
            case DIVIDE_INTO -> divideIntoOne(a, aAt, b, dst, dstAt, length);
        }
    }

    private static void add(float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] + b[bAt + i];
        }
    }

    private static void subtract(float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] - b[bAt + i];
        }
    }

    private static void multiply(float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] * b[bAt + i];
        }
    }

    private static void divide(float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] / b[bAt + i];
        }
    }

    private static void addOne(float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] + b;
        }
    }

    private static void multiplyOne(float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] * b;
        }
    }

    private static void divideOne(float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = a[aAt + i] / b;
        }
    }

    private static void subtractFromOne(float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = b - a[aAt + i];
        }
    }

    private static void divideIntoOne(float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = b / a[aAt + i];
        }
    }
}
