package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthFormat;
import io.depth4j.io.DepthScale;
import io.depth4j.io.DepthWriteOptions;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiny folders in the layout of the public files. */
class SampleSetsTest {

    private static final Size SIZE = new Size(4, 3);

    @TempDir
    private Path folder;

    private Path at(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void picture(String path) throws IOException {
        Images.write(Image.allocate(SIZE, PixelFormat.RGB24), at(path));
    }

    /** Values from 1 on, in steps of a quarter; the last is missing. */
    private static FloatPlane steps() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            plane.array()[i] = i == SIZE.pixels() - 1 ? Float.NaN : 1 + i / 4f;
        }
        return plane;
    }

    /** As others write it: without a word on its scale. */
    private void png16(String path, DepthScale scale) throws IOException {
        Path file = at(path);
        DepthFiles.write(
                DepthMap.wrap(steps(), DepthKind.METRIC),
                file,
                DepthFormat.PNG16,
                DepthWriteOptions.defaults().withScale(scale));
        Files.write(file, withoutText(Files.readAllBytes(file)));
    }

    private static byte[] withoutText(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        ByteBuffer out = ByteBuffer.allocate(png.length);
        out.put(png, 0, 8);
        in.position(8);
        while (in.hasRemaining()) {
            int length = in.getInt(in.position()) + 12;
            String type = new String(png, in.position() + 4, 4, StandardCharsets.US_ASCII);
            if (!type.endsWith("Xt")) {
                out.put(png, in.position(), length);
            }
            in.position(in.position() + length);
        }
        assertThat(out.position()).isLessThan(png.length);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void assertSteps(DepthMap map, float tolerance) {
        assertThat(map.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(map.size()).isEqualTo(SIZE);
        assertThat(map.at(0, 0)).isCloseTo(1, within(tolerance));
        assertThat(map.at(2, 2)).isCloseTo(3.5f, within(tolerance));
        assertThat(map.at(3, 2)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "bathroom/rgb_00045.jpg, bathroom/sync_depth_00045.png, bathroom/rgb_00045",
        "nyu2_test/00000_colors.png, nyu2_test/00000_depth.png, nyu2_test/00000_colors",
        "test/rgb/00017.png, test/depth/00017.png, test/rgb/00017",
        "images/17.jpg, gt/17.png, images/17",
    })
    void nyuIsReadInTheFormsInWhichItIsHandedOn(String picture, String depth, String id) throws IOException {
        picture(picture);
        png16(depth, DepthScale.MILLIMETRES);
        picture("alone/rgb_00046.jpg");
        SampleSet set = SampleSets.nyu(folder);

        assertThat(set.samples()).hasSize(1);
        Sample sample = set.samples().get(0);
        assertThat(sample.id()).isEqualTo(id);
        assertThat(sample.source()).isEqualTo("nyu");
        assertThat(sample.picture().size()).isEqualTo(SIZE);
        assertSteps(sample.known(), 1e-6f);
    }

    @Test
    void nyuIsReadInOtherScales() throws IOException {
        picture("rgb/1.png");
        png16("depth/1.png", DepthScale.TUM);
        assertSteps(SampleSets.nyu(folder, DepthScale.TUM).samples().get(0).known(), 1e-6f);
    }

    @Test
    void nyuIsReadAsAListNamesIt() throws IOException {
        picture("official/kitchen_0028b/rgb_00045.jpg");
        png16("official/kitchen_0028b/sync_depth_00045.png", DepthScale.MILLIMETRES);
        Path list = Files.writeString(
                folder.resolve("nyudepthv2_test_files_with_gt.txt"),
                "/kitchen_0028b/rgb_00045.jpg /kitchen_0028b/sync_depth_00045.png 518.8579\n");
        Sample sample =
                SampleSets.nyu(list, folder.resolve("official")).samples().get(0);

        assertThat(sample.id()).isEqualTo("kitchen_0028b/rgb_00045");
        assertSteps(sample.known(), 1e-6f);
        assertThat(sample.known().camera().orElseThrow().fx()).isEqualTo(518.8579);
    }

    @Test
    void kittiIsReadAsEigensSplitNamesIt() throws IOException {
        String picture = "2011_09_26/2011_09_26_drive_0002_sync/image_02/data/0000000069.png";
        String other = "2011_09_26/2011_09_26_drive_0009_sync/image_02/data/0000000016.png";
        String depth = "2011_09_26_drive_0002_sync/proj_depth/groundtruth/image_02/0000000069.png";
        picture("raw/" + picture);
        png16("annotated/" + depth, DepthScale.KITTI);
        Path list = Files.writeString(
                folder.resolve("eigen_test_files_with_gt.txt"),
                picture + " " + depth + " 721.5377\n" + other + " None 721.5377\n\n" + other + " lost.png\n");
        SampleSet set = SampleSets.kitti(list, folder.resolve("raw"), folder.resolve("annotated"));

        assertThat(set.samples()).hasSize(2);
        Sample sample = set.samples().get(0);
        assertThat(sample.id()).isEqualTo("2011_09_26/2011_09_26_drive_0002_sync/image_02/data/0000000069");
        assertThat(sample.source()).isEqualTo("kitti");
        assertThat(sample.picture().size()).isEqualTo(SIZE);
        assertSteps(sample.known(), 1e-6f);
        assertThat(sample.known().camera()).contains(new Camera(721.5377, 721.5377, 2, 1.5, Camera.Origin.GIVEN));
        BenchmarkResult result = Benchmark.of(set).run(new VerticalRamp());
        assertThat(result.results()).hasSize(1);
        assertThat(result.failures().get(0).reason())
                .contains("0000000016.png", "line 4 of eigen_test_files_with_gt.txt");
    }

    @Test
    void kittisSelectionIsReadWithItsCameras() throws IOException {
        String stem = "val_selection_cropped/image/2011_09_26_drive_0002_sync_image_0000000005_image_02";
        picture(stem + ".png");
        png16(
                "val_selection_cropped/groundtruth_depth/"
                        + "2011_09_26_drive_0002_sync_groundtruth_depth_0000000005_image_02.png",
                DepthScale.KITTI);
        Path matrix = Files.writeString(
                at(stem.replace("/image/", "/intrinsics/") + ".txt"),
                "721.537700 0.000000 596.559300 0.000000 721.537700 149.854000 0.000000 0.000000 1.000000 ");
        Sample sample = SampleSets.kitti(folder).samples().get(0);

        assertThat(sample.id()).isEqualTo(stem);
        assertThat(sample.picture().size()).isEqualTo(SIZE);
        assertSteps(sample.known(), 1e-6f);
        assertThat(sample.known().camera())
                .contains(new Camera(721.5377, 721.5377, 597.0593, 150.354, Camera.Origin.GIVEN));
        Files.writeString(matrix, "721.5 0 596.6");
        assertThatThrownBy(sample::known)
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(matrix + ": expected the 9 numbers of a camera, found \"721.5 0 596.6\"");
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 'line 2: expected a picture, its depth and perhaps a focal length'",
        "a.png b.png wide, 'line 2, column 3: expected a focal length above 0, found \"wide\"'",
        "a.png b.png -1, 'line 2, column 3: expected a focal length above 0, found \"-1\"'",
        "x.png b.png, 'line 2, column 1: expected a picture that no other line has, found \"x.png\" as in line 1'",
        "/x.png b.png, 'line 2, column 1: expected a picture that no other line has, found \"/x.png\" as in line 1'",
        "x.jpg b.png, 'line 2, column 1: expected a picture that no other line has, found \"x.jpg\" as in line 1'",
    })
    void aMistakeInAListIsToldWithItsPlace(String line, String message) throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "x.png y.png 700\n" + line + "\n");
        assertThatThrownBy(() -> SampleSets.kitti(list, folder, folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(list + ", " + message);
    }

    @Test
    void diodeIsReadWithItsMasks() throws IOException {
        String stem = "val/indoors/scene_00019/scan_00183/00019_00183_indoors_000_010";
        picture(stem + ".png");
        FloatPlane metres = steps();
        metres.set(3, 2, 0);
        metres.set(1, 0, 7);
        npyOfOneChannel(stem + "_depth.npy", metres);
        FloatPlane mask = FloatPlane.allocate(SIZE);
        Arrays.fill(mask.array(), 1);
        mask.set(1, 0, 0);
        DepthFiles.write(DepthMap.wrap(mask, DepthKind.METRIC), at(stem + "_depth_mask.npy"));
        SampleSet set = SampleSets.diode(folder);

        assertThat(set.samples()).hasSize(1);
        Sample sample = set.samples().get(0);
        assertThat(sample.id()).isEqualTo(stem);
        assertThat(sample.source()).isEqualTo("diode-indoors");
        assertThat(sample.picture().size()).isEqualTo(SIZE);
        assertSteps(sample.known(), 0);
        assertThat(sample.known().at(1, 0)).isNaN();
        assertThat(sample.known().camera()).isEmpty();
    }

    /** DIODE's depth is of the shape (768, 1024, 1). */
    private void npyOfOneChannel(String path, FloatPlane plane) throws IOException {
        Path file = at(path);
        DepthFiles.write(DepthMap.wrap(plane, DepthKind.METRIC), file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("(3, 4), }   ");
        Files.writeString(file, text.replace("(3, 4), }   ", "(3, 4, 1), }"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void diodeOfItsOwnSizeHasItsCamera() throws IOException {
        String stem = "val/outdoor/scene_00022/scan_00193/00022_00193_outdoor_000_000";
        FloatPlane metres = FloatPlane.allocate(new Size(1024, 768));
        Arrays.fill(metres.array(), 3);
        DepthFiles.write(DepthMap.wrap(metres, DepthKind.METRIC), at(stem + "_depth.npy"));
        DepthFiles.write(DepthMap.wrap(metres, DepthKind.METRIC), at(stem + "_depth_mask.npy"));
        Sample sample = SampleSets.diode(folder).samples().get(0);

        assertThat(sample.source()).isEqualTo("diode-outdoor");
        assertThat(sample.known().camera()).contains(new Camera(886.81, 927.06, 512, 384, Camera.Origin.GIVEN));
    }

    @Test
    void middleburyIsReadInMetresOrPixels() throws IOException {
        scene("Adirondack-perfect/", "disp0.pfm");
        scene("MiddEval3/trainingQ/Jadeplant/", "disp0GT.pfm");
        Files.writeString(at("Test/calib.txt"), "a scene whose disparity is not public");
        SampleSet set = SampleSets.middlebury(folder);

        assertThat(set.samples())
                .extracting(Sample::id)
                .containsExactly("Adirondack-perfect", "MiddEval3/trainingQ/Jadeplant");
        for (Sample sample : set.samples()) {
            assertThat(sample.picture().size()).isEqualTo(SIZE);
            DepthMap metres = sample.known();
            assertThat(metres.kind()).isEqualTo(DepthKind.METRIC);
            // 0.193001 m × 3997.684 px / (1 px + 131.111 px)
            assertThat(metres.at(0, 0)).isCloseTo(5.84014f, within(1e-4f));
            assertThat(metres.at(3, 2)).as("infinite disparity").isNaN();
            assertThat(metres.camera())
                    .contains(new Camera(3997.684, 3997.684, 1177.228, 1012.228, Camera.Origin.GIVEN));
        }
        DepthMap pixels = SampleSets.middleburyDisparities(folder.resolve("Adirondack-perfect"))
                .samples()
                .get(0)
                .known();
        assertThat(pixels.kind()).isEqualTo(DepthKind.AFFINE_INVARIANT_INVERSE);
        assertThat(pixels.at(2, 2)).isEqualTo(3.5f);
        assertThat(pixels.at(3, 2)).isNaN();
    }

    private void scene(String scene, String disparity) throws IOException {
        picture(scene + "im0.png");
        Files.writeString(at(scene + "calib.txt"), """
                cam0=[3997.684 0 1176.728; 0 3997.684 1011.728; 0 0 1]
                cam1=[3997.684 0 1307.839; 0 3997.684 1011.728; 0 0 1]
                doffs=131.111
                baseline=193.001
                width=2964
                height=1988
                ndisp=280
                isint=0
                """);
        ByteBuffer pfm = ByteBuffer.allocate(13 + SIZE.pixels() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        pfm.put("Pf\n4 3\n-1.0\n".getBytes(StandardCharsets.US_ASCII));
        FloatPlane values = steps();
        values.set(3, 2, Float.POSITIVE_INFINITY);
        for (int y = SIZE.height() - 1; y >= 0; y--) {
            for (int x = 0; x < SIZE.width(); x++) {
                pfm.putFloat(values.at(x, y));
            }
        }
        Files.write(at(scene + disparity), Arrays.copyOf(pfm.array(), pfm.position()));
    }

    @ParameterizedTest
    @CsvSource({
        "'doffs=1\nbaseline=2', 'expected cam0 with 9 numbers, found [doffs, baseline]'",
        "'cam0=[1 0 1; 0 1 1]\ndoffs=1\nbaseline=2', 'expected cam0 with 9 numbers, found \"[1 0 1; 0 1 1]\"'",
        "'cam0=[1 0 1; 0 1 1; 0 0 1]\ndoffs=x\nbaseline=2', 'expected doffs with 1 number, found \"x\"'",
        "'cam0=[1 0 1; 0 1 1; 0 0 1]\ndoffs=1\nbaseline=0', 'expected focal lengths and a baseline above 0'",
    })
    void aBrokenCalibrationFailsItsSceneAlone(String text, String message) throws IOException {
        scene("a/", "disp0.pfm");
        scene("b/", "disp0.pfm");
        Path calibration = Files.writeString(at("a/calib.txt"), text);
        BenchmarkResult result = Benchmark.of(SampleSets.middlebury(folder)).run(new VerticalRamp());

        assertThat(result.results()).extracting(SampleResult::id).containsExactly("b");
        assertThat(result.failures().get(0).reason()).contains(calibration + ": " + message);
    }

    @Test
    void linkedFoldersAreReadAndCirclesLeftOut() throws IOException {
        picture("disk/rgb/1.png");
        png16("disk/depth/1.png", DepthScale.MILLIMETRES);
        Files.createDirectory(folder.resolve("set"));
        for (String part : List.of("rgb", "depth")) {
            link("set/" + part, "disk/" + part);
        }
        link("set/again", "set");
        link("set/lost_depth.png", "nowhere.png");
        link("link", "set");
        for (String set : List.of("set", "link")) {
            assertThat(SampleSets.nyu(folder.resolve(set)).samples())
                    .as(set)
                    .extracting(Sample::id)
                    .containsExactly("rgb/1");
        }
    }

    private void link(String from, String to) {
        try {
            Files.createSymbolicLink(folder.resolve(from), folder.resolve(to));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "this system makes no links: " + e);
        }
    }

    @Test
    void twoDepthsOfOnePictureAreRefused() throws IOException {
        picture("rgb/1.png");
        png16("depth/1.png", DepthScale.MILLIMETRES);
        png16("gt/1.png", DepthScale.MILLIMETRES);
        assertThatThrownBy(() -> SampleSets.nyu(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(folder + " should hold one depth of each picture, found two of \"rgb/1\"");
    }

    @Test
    void aFolderIsNoListOfSamples() {
        for (ThrowingCallable read : List.<ThrowingCallable>of(
                () -> SampleSets.manifest(folder),
                () -> SampleSets.kitti(folder, folder, folder),
                () -> SampleSets.da2k(folder))) {
            assertThatThrownBy(read)
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessage(folder + " should be a text, found a folder");
        }
    }

    @Test
    void aFolderOfSomethingElseIsToldFromNone() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Path empty = folder.resolve("empty");
        for (Read read : List.<Read>of(
                SampleSets::nyu,
                SampleSets::kitti,
                SampleSets::diode,
                SampleSets::middlebury,
                SampleSets::middleburyDisparities)) {
            assertThatThrownBy(() -> read.from(empty))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining(empty + " should hold")
                    .hasMessageContaining("found none");
            assertThatThrownBy(() -> read.from(folder.resolve("nowhere"))).isInstanceOf(NotDirectoryException.class);
        }
    }

    private interface Read {
        SampleSet from(Path folder) throws IOException;
    }
}
