package io.depth4j.internal.resize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlphaTest {

    @Test
    void multipliesAndDividesEveryValueByEveryAlphaAsPillowDoes() {
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int value = 0; value < 256; value++) {
                byte[] row = {9, (byte) value, (byte) (255 - value), (byte) value, (byte) alpha, 9};
                Alpha.PREMULTIPLIED.enter(row, 1, 4);
                assertThat(row)
                        .containsExactly(
                                9, product(value, alpha), product(255 - value, alpha), product(value, alpha), alpha, 9);

                byte[] back = {9, (byte) value, (byte) (255 - value), (byte) value, (byte) alpha, 9};
                Alpha.PREMULTIPLIED.leave(back, 1, 4);
                assertThat(back)
                        .containsExactly(
                                9,
                                quotient(value, alpha),
                                quotient(255 - value, alpha),
                                quotient(value, alpha),
                                alpha,
                                9);
            }
        }
    }

    private static int product(int value, int alpha) {
        int product = value * alpha + 128;
        return (product >> 8) + product >> 8;
    }

    private static int quotient(int value, int alpha) {
        return alpha == 0 ? value : Math.min(255, 255 * value / alpha);
    }
}
