package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.depth4j.LimitExceededException;
import io.depth4j.PixelFormat;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputLimitsTest {

    private static final int BOMB_SIDE = 50_000;

    @Test
    void aPngThatClaimsTooManyPixelsIsRefusedUnread() throws IOException {
        byte[] bomb = bomb();
        refused(new ByteArrayInputStream(bomb));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CountingStream counting = new CountingStream(new ByteArrayInputStream(bomb));
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        LimitExceededException refusal = refused(counting);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(refusal).hasMessage("The picture claims 50000×50000 = 2500000000 pixels, allowed are 100000000");
        assertThat(counting.read).isLessThanOrEqualTo(64 << 10);
        assertThat(allocated).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aFileIsRefusedByItsSizeBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.png");
        Files.write(file, bomb());
        assertThatThrownBy(() -> Images.read(
                        file,
                        ReadOptions.defaults().withLimits(InputLimits.defaults().withBytes(1_000_000))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("The file has " + bomb().length + " bytes, allowed are 1000000");
    }

    @Test
    void aStreamIsReadNoFurtherThanItsLimit() {
        byte[] file = Pictures.written(Pictures.noise(300, 300, PixelFormat.RGB24, 5), PngOptions.defaults());
        CountingStream stream = new CountingStream(new ByteArrayInputStream(file));
        ReadOptions options =
                ReadOptions.defaults().withLimits(InputLimits.defaults().withBytes(100_000));
        assertThatThrownBy(() -> Images.read(stream, options))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("100000");
        assertThat(stream.read).isEqualTo(100_001);
        assertThat(Images.read(file, options.withLimits(options.limits().withBytes(file.length)))
                        .width())
                .isEqualTo(300);
    }

    @Test
    void aStreamThatGivesByteAfterByteIsReadWhole() throws IOException {
        byte[] file = Pictures.written(Pictures.noise(150, 190, PixelFormat.RGB24, 5), PngOptions.defaults());
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] dst, int offset, int count) throws IOException {
                return super.read(dst, offset, Math.min(count, 1));
            }
        };
        assertThat(Images.read(slow).sameAs(Images.read(file))).isTrue();
    }

    @Test
    void everyFormatIsRefusedByWhatItsHeaderClaims() {
        InputLimits limits = InputLimits.defaults().withPixels(41 * 23 - 1);
        for (String format : new String[] {"png", "bmp", "tiff", "jpeg", "gif"}) {
            byte[] file =
                    Pictures.byImageIo(Pictures.drawn(41, 23, java.awt.image.BufferedImage.TYPE_3BYTE_BGR), format);
            assertThatThrownBy(() -> Images.read(file, ReadOptions.defaults().withLimits(limits)), format)
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessage("The picture claims 41×23 = 943 pixels, allowed are 942");
        }
    }

    private static LimitExceededException refused(InputStream stream) throws IOException {
        try {
            Images.read(stream);
        } catch (LimitExceededException e) {
            return e;
        }
        throw new AssertionError("The bomb was read");
    }

    /** A header of 50,000 by 50,000 pixels before 2.4 MB of something. */
    private static byte[] bomb() {
        byte[] start = Pictures.written(Pictures.noise(1, 1, PixelFormat.RGB24, 0), PngOptions.defaults());
        return ByteBuffer.allocate(2_400_000)
                .put(start)
                .putInt(16, BOMB_SIDE)
                .putInt(20, BOMB_SIDE)
                .array();
    }

    private static final class CountingStream extends FilterInputStream {
        long read;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] dst, int offset, int count) throws IOException {
            int got = super.read(dst, offset, count);
            read += Math.max(0, got);
            return got;
        }
    }
}
