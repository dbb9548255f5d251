package io.depth4j.internal.kernel;

/** Flat loops over all lanes: neighbouring lines are independent, so their recursions overlap in the processor. */
final class ScalarSplineKernels implements SplineKernels {

    @Override
    public void widen(byte[] src, int offset, int step, int length, int lanes, double[] lines) {
        for (int i = 0, k = SplineGrid.PAD * lanes; i < length; i++, k += lanes) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane++) {
                lines[k + lane] = GAIN * (src[at + lane] & 0xff);
            }
        }
        SplineKernels.pad(lines, length, lanes);
    }

    @Override
    public void widen(float[] src, int offset, int step, int length, int lanes, double[] lines) {
        for (int i = 0, k = SplineGrid.PAD * lanes; i < length; i++, k += lanes) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane++) {
                lines[k + lane] = GAIN * src[at + lane];
            }
        }
        SplineKernels.pad(lines, length, lanes);
    }

    @Override
    public void prefilter(double[] lines, int length, int lanes) {
        start(lines, length, lanes);
        int end = length * lanes;
        for (int k = lanes; k < end; k++) {
            lines[k] += POLE * lines[k - lanes];
        }
        for (int k = end - lanes; k < end; k++) {
            lines[k] *= POLE / (POLE - 1);
        }
        for (int k = end - lanes - 1; k >= 0; k--) {
            lines[k] = POLE * (lines[k + lanes] - lines[k]);
        }
    }

    /** The first coefficient of the forward recursion, as if it had run through the mirror image before. */
    private static void start(double[] lines, int length, int lanes) {
        double mirrored = SplineKernels.mirrored(length);
        double scale = POLE / (1 - mirrored * mirrored);
        int reach = Math.min(length, HORIZON);
        int last = (length - 1) * lanes;
        for (int lane = 0; lane < lanes; lane++) {
            double first = lines[lane];
            double sum = first + mirrored * lines[last + lane];
            double power = POLE;
            for (int i = 1, k = lane + lanes; i < reach; i++, k += lanes) {
                sum += power * (lines[k] + mirrored * lines[last + 2 * lane - k]);
                power *= POLE;
            }
            lines[lane] = sum * scale + first;
        }
    }

    @Override
    public void sample(double[] coefficients, int lanes, SplineGrid grid, int start, int begin, int end, double[] dst) {
        double[] weights = grid.weights();
        for (int i = begin; i < end; i++) {
            double w0 = weights[4 * i];
            double w1 = weights[4 * i + 1];
            double w2 = weights[4 * i + 2];
            double w3 = weights[4 * i + 3];
            int k = (grid.first(i) - start) * lanes;
            for (int to = i * lanes; to < (i + 1) * lanes; to++, k++) {
                dst[to] = coefficients[k] * w0
                        + coefficients[k + lanes] * w1
                        + coefficients[k + 2 * lanes] * w2
                        + coefficients[k + 3 * lanes] * w3;
            }
        }
    }

    @Override
    public void narrow(double[] samples, int length, int lanes, float[] dst, int offset, int step) {
        for (int i = 0, k = 0; i < length; i++, k += lanes) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane++) {
                dst[at + lane] = (float) samples[k + lane];
            }
        }
    }

    @Override
    public void cut(float[] samples, int length, int lanes, byte[] dst, int offset, int step) {
        for (int i = 0, k = 0; i < length; i++, k += lanes) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane++) {
                float value = samples[k + lane];
                dst[at + lane] = (byte) (value > 0 ? value < 255 ? (int) value : 255 : 0);
            }
        }
    }
}
