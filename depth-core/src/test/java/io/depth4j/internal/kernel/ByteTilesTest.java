package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ByteTilesTest {

    @Property(tries = 300)
    void everyByteChangesPlacesAndNoOtherIsTouched(
            @ForAll @IntRange(max = 40) int rows,
            @ForAll @IntRange(max = 40) int columns,
            @ForAll @IntRange(max = 9) int offset,
            @ForAll @IntRange(max = 9) int gap) {
        byte[] src = new byte[offset + rows * (columns + gap)];
        for (int i = 0; i < src.length; i++) {
            src[i] = (byte) (i * 31 + i / 256);
        }
        byte[] dst = new byte[gap + columns * (rows + offset) + 3];
        byte[] expected = dst.clone();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                expected[gap + c * (rows + offset) + r] = src[offset + r * (columns + gap) + c];
            }
        }
        ByteTiles.transpose(src, offset, columns + gap, rows, columns, dst, gap, rows + offset);
        assertThat(dst).isEqualTo(expected);
    }
}
