package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken lists of samples: what they say is read, or a clear error tells the file. */
class SampleSetsFuzzTest {

    private static final int MUTATIONS = 1000;

    @TempDir
    private Path folder;

    private interface Reader {
        void read(Path file) throws IOException;
    }

    @Test
    void aBrokenManifestIsReadOrRefused() throws IOException {
        mutate("""
                id,rgb,gt,kind,scale,unit,invalid,note
                room_a,rgb/a.png,gt/a.png,depth,0.001,m,0,"a ""room"", they say"
                stereo_b,rgb/b.png,gt/b.png,disparity,0.01,px,0,
                """, SampleSets::manifest);
    }

    @Test
    void aBrokenListIsReadOrRefused() throws IOException {
        mutate("""
                2011_09_26/drive/image_02/data/0000000069.png drive/groundtruth/0000000069.png 721.5377
                2011_09_26/drive/image_02/data/0000000070.png None 721.5377
                2011_09_26/drive/image_02/data/0000000071.png drive/groundtruth/0000000071.png
                """, list -> SampleSets.kitti(list, folder, folder));
    }

    @Test
    void brokenAnnotationsAreReadOrRefused() throws IOException {
        mutate("""
                {"indoor/a.png": [{"point1": [5, 0], "point2": [0, 7], "closer_point": "point1"}],
                 "aerial/b.png": [{"point1": [5, 7], "point2": [1, 7], "closer_point": "point2"}]}
                """, SampleSets::da2k);
    }

    @Test
    void aBrokenCalibrationIsReadOrRefused() throws IOException {
        mutate("""
                cam0=[3997.684 0 1176.728; 0 3997.684 1011.728; 0 0 1]
                doffs=131.111
                baseline=193.001
                """, MiddleburyCalibration::read);
    }

    private void mutate(String valid, Reader reader) throws IOException {
        byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("list");
        Files.write(file, bytes);
        reader.read(file);
        int refused = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] mutated = mutated(bytes, new SplittableRandom(seed));
            Files.write(file, mutated);
            try {
                reader.read(file);
            } catch (MalformedInputException e) {
                refused++;
                assertThat(e).hasMessageContaining(file.toString());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + new String(mutated, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }

    /** A few bytes changed, a piece cut out, or the end cut off. */
    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        byte[] mutated = bytes.clone();
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    mutated[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
                }
                yield mutated;
            }
            case 1 -> {
                int end = Math.min(bytes.length, at + random.nextInt(1, 9));
                System.arraycopy(bytes, end, mutated, at, bytes.length - end);
                yield Arrays.copyOf(mutated, bytes.length - (end - at));
            }
            default -> Arrays.copyOf(mutated, at);
        };
    }
}
