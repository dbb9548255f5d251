package io.depth4j;

import java.util.List;

/** Lightness of colours, and how they look to those who lack one kind of cone. */
final class ColorVision {

    /** The just noticeable difference in CIE L*a*b*, as Mahy and others found it in 1994. */
    private static final double LEAST_DIFFERENCE = 2.3;

    /** Protanopia, deuteranopia, tritanopia: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
    private static final double[][] DEFICIENCIES = {
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
        {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}
    };

    /** Linear sRGB to CIE XYZ, each row divided by the white point D65. */
    private static final double[] TO_XYZ = {
        0.4124564 / 0.95047,
        0.3575761 / 0.95047,
        0.1804375 / 0.95047,
        0.2126729,
        0.7151522,
        0.0721750,
        0.0193339 / 1.08883,
        0.1191920 / 1.08883,
        0.9503041 / 1.08883
    };

    private ColorVision() {}

    /** CIE L*, 0 (black) to 100 (white). */
    static double lightness(Rgba color) {
        return lab(linear(color))[0];
    }

    /** Whether any two colours so many places apart differ for everybody; {@code cyclic} counts places round the circle. */
    static boolean distinct(List<Rgba> colors, int apart, boolean cyclic) {
        for (double[] deficiency : DEFICIENCIES) {
            if (leastDifference(seen(colors, deficiency), apart, cyclic) < LEAST_DIFFERENCE) {
                return false;
            }
        }
        return true;
    }

    private static double[][] seen(List<Rgba> colors, double[] deficiency) {
        return colors.stream()
                .map(color -> lab(clamped(times(deficiency, linear(color)))))
                .toArray(double[][]::new);
    }

    private static double leastDifference(double[][] lab, int apart, boolean cyclic) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lab.length; i++) {
            int end = cyclic ? Math.min(lab.length, i + lab.length - apart + 1) : lab.length;
            for (int j = i + apart; j < end; j++) {
                double dl = lab[i][0] - lab[j][0];
                double da = lab[i][1] - lab[j][1];
                double db = lab[i][2] - lab[j][2];
                least = Math.min(least, dl * dl + da * da + db * db);
            }
        }
        return Math.sqrt(least);
    }

    private static double[] linear(Rgba color) {
        return new double[] {linear(color.red()), linear(color.green()), linear(color.blue())};
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double[] clamped(double[] linear) {
        for (int i = 0; i < linear.length; i++) {
            linear[i] = Math.max(0, Math.min(1, linear[i]));
        }
        return linear;
    }

    private static double[] lab(double[] linear) {
        double[] xyz = times(TO_XYZ, linear);
        double x = curved(xyz[0]);
        double y = curved(xyz[1]);
        double z = curved(xyz[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curved(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    private static double[] times(double[] matrix, double[] v) {
        return new double[] {
            matrix[0] * v[0] + matrix[1] * v[1] + matrix[2] * v[2],
            matrix[3] * v[0] + matrix[4] * v[1] + matrix[5] * v[2],
            matrix[6] * v[0] + matrix[7] * v[1] + matrix[8] * v[2]
        };
    }
}
