package io.depth4j.io;

import static io.depth4j.io.DepthFileSamples.golden;
import static io.depth4j.io.DepthFileSamples.map;
import static io.depth4j.io.DepthFileSamples.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.io.DepthWriteOptions.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand damaged files of each format, files cut anywhere, and files that claim sizes they do not have. */
class DepthFilesFuzzTest {

    private static final int FILES = Integer.getInteger("depth4j.fuzzDepthFiles", 1_000);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final DepthReadOptions OPTIONS = DepthReadOptions.defaults()
            .withLimits(InputLimits.defaults().withPixels(1 << 22))
            .withKind(DepthKind.METRIC)
            .withScale(DepthScale.MILLIMETRES);

    @ParameterizedTest
    @EnumSource
    void damagedFilesGiveAMapOrAClearError(DepthFormat format) {
        List<byte[]> seeds = seeds(format);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int number = 0; number < FILES; number++) {
            byte[] file = Mutations.damaged(seeds, number);
            String outcome = Assertions.assertTimeoutPreemptively(LONGEST, () -> outcome(file), "file " + number);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes).containsKeys("map", "MalformedInputException");
    }

    @ParameterizedTest
    @EnumSource
    void filesOfOthersCutAnywhereGiveAMapOrAClearError(DepthFormat format) {
        for (byte[] seed : seeds(format)) {
            assertThat(outcome(seed)).isEqualTo("map");
            for (int length = 0; length < seed.length; length++) {
                outcome(Arrays.copyOf(seed, length));
            }
        }
    }

    /** A few hundred bytes that claim 30,000×30,000 pixels, which the limits allow here. */
    @ParameterizedTest
    @EnumSource
    void aClaimThatTheFileCannotHoldTakesNoMemory(DepthFormat format) throws IOException {
        byte[] bomb = bomb(format, 30_000, 30_000);
        DepthReadOptions options = OPTIONS.withLimits(InputLimits.defaults().withPixels(Integer.MAX_VALUE));
        assertThat(refused(bomb, options)).isInstanceOf(MalformedInputException.class);
        // Once more with all classes loaded.
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        refused(bomb, options);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void sizesThatNoMapHasAreRefused(DepthFormat format) throws IOException {
        int[] sides = {0, 1, -1, 65_535, 1 << 24, 999_999_999, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int width : sides) {
            for (int height : sides) {
                if (width != 1 || height != 1) {
                    assertThat(refused(bomb(format, width, height), OPTIONS))
                            .as("%d×%d", width, height)
                            .isInstanceOfAny(MalformedInputException.class, LimitExceededException.class);
                }
            }
        }
    }

    private static DepthException refused(byte[] file, DepthReadOptions options) {
        return Assertions.assertThrows(DepthException.class, () -> DepthFiles.read(file, options));
    }

    private static String outcome(byte[] file) {
        try {
            DepthMap map = DepthFiles.read(file, OPTIONS);
            assertThat((long) map.size().pixels())
                    .isLessThanOrEqualTo(OPTIONS.limits().pixels());
            return "map";
        } catch (DepthException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return refused.getClass().getSimpleName();
        }
    }

    private static List<byte[]> seeds(DepthFormat format) {
        DepthMap map = map(DepthKind.METRIC);
        List<byte[]> seeds = new ArrayList<>();
        for (Packing packing : Packing.values()) {
            seeds.add(written(map, format, DepthWriteOptions.defaults().withPacking(packing)));
        }
        List<String> goldens = switch (format) {
            case PNG16 -> List.of("opencv-tum.png", "pillow-noted.png");
            case PFM -> List.of("opencv.pfm", "numpy-big-endian.pfm");
            case NPY -> List.of("numpy-f8.npy", "numpy-big-endian.npy", "numpy-batch.npy");
            case NPZ -> List.of("numpy-masked.npz", "numpy-bytes.npz", "numpy-kind.npz");
            case EXR ->
                List.of("none.exr", "zips.exr", "zip.exr", "decreasing.exr", "half.exr", "among.exr", "layers.exr");
            case TIFF -> List.of("little-none.tiff", "little-deflate.tiff", "big-strips.tiff", "big-deflate.tiff");
        };
        goldens.forEach(name -> seeds.add(golden(name)));
        return seeds;
    }

    /** Our file of a pixel, whose header claims another size. */
    private static byte[] bomb(DepthFormat format, int width, int height) throws IOException {
        FloatPlane pixel = FloatPlane.wrap(new Size(1, 1), new float[] {1});
        byte[] file = written(DepthMap.wrap(pixel, DepthKind.METRIC), format);
        return switch (format) {
            case PNG16 -> {
                ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
                yield PngFile.withTrueChecksums(file);
            }
            case PFM -> latin(latin(file).replace("\n1 1\n", "\n" + width + " " + height + "\n"));
            case NPY -> npy(width, height);
            case NPZ -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(out)) {
                    zip.putNextEntry(new ZipEntry("depth.npy"));
                    zip.write(npy(width, height));
                }
                yield out.toByteArray();
            }
            case EXR -> {
                int window = latin(file).indexOf("dataWindow\0box2i\0") + "dataWindow\0box2i\0".length() + 4;
                littleEndian(file).putInt(window + 8, width - 1).putInt(window + 12, height - 1);
                yield file;
            }
            case TIFF -> {
                ByteBuffer bytes = littleEndian(file);
                bytes.putInt(10 + 8, width).putInt(10 + 12 + 8, height);
                yield file;
            }
        };
    }

    private static byte[] npy(int width, int height) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + height + ", " + width + "), }\n";
        return latin("\u0093NUMPY\1\0" + (char) text.length() + "\0" + text + "\0\0\u0080?");
    }

    private static ByteBuffer littleEndian(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
