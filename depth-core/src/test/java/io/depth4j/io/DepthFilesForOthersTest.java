package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthWriteOptions.Packing;
import io.depth4j.io.GDepthOptions.Spread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Leaves, in the folder that the property {@code depth4j.depthFiles} names, the files that {@code read_depth_files.py} has other
 * libraries read.
 */
class DepthFilesForOthersTest {

    private static final Path FOLDER = Path.of(System.getProperty("depth4j.depthFiles", "target/depth-files"));
    private static final DepthWriteOptions OPTIONS = DepthWriteOptions.defaults();
    private static final Image PHOTO = Pictures.soft(90, 60, PixelFormat.RGB24);

    @Test
    void aFileOfEachFormatIsWritten() throws IOException {
        Files.createDirectories(FOLDER);
        pngs();
        floats();
        photos();
        try (var files = Files.list(FOLDER)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    private static void pngs() throws IOException {
        DepthMap slanted = DepthFileSamples.map(DepthKind.METRIC);
        DepthFiles.write(slanted, FOLDER.resolve("slanted-millimetres.png"));
        DepthFiles.write(slanted, FOLDER.resolve("slanted-kitti.png"), OPTIONS.withScale(DepthScale.KITTI));
        DepthFiles.write(slanted, FOLDER.resolve("slanted-tum.png"), OPTIONS.withScale(DepthScale.TUM));
        DepthMap relative = DepthFileSamples.map(DepthKind.AFFINE_INVARIANT).withAxis(DepthAxis.RAY);
        DepthFiles.write(relative, FOLDER.resolve("slanted-range.png"));
    }

    /** What each map is, the script knows by the first word of its file's name. */
    private static void floats() throws IOException {
        DepthMap slanted = DepthFileSamples.map(DepthKind.METRIC);
        FloatPlane tall = FloatPlane.allocate(new Size(500, 300));
        for (int i = 0; i < tall.array().length; i++) {
            tall.array()[i] = i % 7 == 0 ? Float.NaN : i / 16f;
        }
        for (DepthFormat format : List.of(DepthFormat.PFM, DepthFormat.NPY)) {
            write("slanted", slanted, format, Packing.ZIP);
            write("tall", DepthMap.wrap(tall, DepthKind.METRIC), format, Packing.ZIP);
            write("pixel", pixel(), format, Packing.ZIP);
        }
        DepthMap ends = DepthMap.wrap(DepthFileSamples.ends(), DepthKind.AFFINE_INVARIANT_INVERSE)
                .withAxis(DepthAxis.RAY);
        write("ends", ends, DepthFormat.NPY, Packing.ZIP);
        for (DepthFormat format : List.of(DepthFormat.NPZ, DepthFormat.EXR, DepthFormat.TIFF)) {
            for (Packing packing : Packing.values()) {
                write("slanted", slanted, format, packing);
                write("tall", DepthMap.wrap(tall, DepthKind.METRIC), format, packing);
                write("pixel", pixel(), format, packing);
                write("ends", ends, format, packing);
            }
        }
    }

    private static DepthMap pixel() {
        return DepthMap.wrap(FloatPlane.wrap(new Size(1, 1), new float[] {2.5f}), DepthKind.METRIC);
    }

    private static void write(String name, DepthMap map, DepthFormat format, Packing packing) throws IOException {
        String ending = format.name().toLowerCase(Locale.ROOT);
        Path file = FOLDER.resolve(name + "-" + packing.name().toLowerCase(Locale.ROOT) + "." + ending);
        DepthFiles.write(map, file, OPTIONS.withPacking(packing));
    }

    private static void photos() throws IOException {
        FloatPlane plane = FloatPlane.allocate(new Size(300, 200));
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = 0.5f + (i * 7919L % 60_000) / 1000f;
        }
        DepthMap ramp = DepthMap.wrap(plane, DepthKind.METRIC);
        for (Spread spread : Spread.values()) {
            Path file = FOLDER.resolve("ramp-" + spread.name().toLowerCase(Locale.ROOT) + ".jpg");
            DepthFiles.writeGDepth(PHOTO, ramp, file, GDepthOptions.defaults().withSpread(spread));
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Images.write(PHOTO, jpeg, ImageFormat.JPEG);
        byte[] photo = ExifFile.inJpeg(jpeg.toByteArray(), ExifFile.notes(ByteOrder.LITTLE_ENDIAN, 1, 4));
        Files.write(FOLDER.resolve("photo.jpeg"), photo);
        DepthFiles.writeGDepth(photo, ramp, FOLDER.resolve("ramp-photo.jpg"), GDepthOptions.defaults());
    }
}
