package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the PNG encoder writes, decoded by ImageIO and by OpenCV. */
class PngAgreementTest {

    private static final int[][] SIZES = {{1, 1}, {1, 9}, {9, 1}, {5, 3}, {31, 17}, {150, 200}, {22_000, 4}};

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void twoOtherDecodersSeeTheSamePixels(PixelFormat format) throws IOException {
        OpenCv.assumePresent();
        for (int[] size : SIZES) {
            for (Image image :
                    new Image[] {Pictures.noise(size[0], size[1], format, 4), Pictures.soft(size[0], size[1], format)
                    }) {
                for (PngOptions.Filter filter : PngOptions.Filter.values()) {
                    for (PngOptions.Packing packing : PngOptions.Packing.values()) {
                        byte[] file = Pictures.written(image, new PngOptions(filter, packing));
                        Image expected = Images.of(Images.toBufferedImage(image));
                        assertThat(Images.of(ImageIO.read(new ByteArrayInputStream(file)))
                                        .sameAs(expected))
                                .as("ImageIO: %s %s %s", image, filter, packing)
                                .isTrue();
                        assertThat(OpenCv.decode(file).sameAs(expected))
                                .as("OpenCV: %s %s %s", image, filter, packing)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void gray16IsExactInBothOtherDecoders() throws IOException {
        OpenCv.assumePresent();
        Size size = new Size(37, 11);
        short[] samples = new short[size.pixels()];
        Random random = new Random(8);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngEncoder.encode(PngSource.gray16(size, samples), PngOptions.defaults(), out);

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
        int[] found = decoded.getRaster().getPixels(0, 0, 37, 11, (int[]) null);
        try (Mat encoded = OpenCv.bytes(out.toByteArray());
                Mat mat = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_UNCHANGED)) {
            java.nio.ShortBuffer theirs = mat.createBuffer();
            for (int i = 0; i < samples.length; i++) {
                assertThat(found[i]).isEqualTo(samples[i] & 0xffff);
                assertThat(theirs.get(i)).isEqualTo(samples[i]);
            }
        }
    }

    @Test
    void flatPicturesAndLineArtStaySmall() throws IOException {
        Image lines = Image.allocate(new Size(800, 600), PixelFormat.RGB24);
        for (int i = 0; i < lines.array().length; i++) {
            lines.array()[i] = (byte) (i / 3 % 40 == 0 || i / 2400 % 50 == 0 ? 0 : 255);
        }
        assertThat(Pictures.written(lines, PngOptions.defaults()).length)
                .isLessThan(2 * Pictures.byImageIo(Images.toBufferedImage(lines), "png").length);
    }

    @Test
    void photosTakeNoMoreBytesThanImageIoGivesThem() throws IOException {
        long ours = 0;
        long theirs = 0;
        for (Path photo : photos()) {
            Image image = Images.read(photo);
            byte[] file = Pictures.written(image, PngOptions.defaults());
            assertThat(Images.of(ImageIO.read(new ByteArrayInputStream(file))).sameAs(image))
                    .isTrue();
            ours += file.length;
            theirs += Pictures.byImageIo(Images.toBufferedImage(image), "png").length;
        }
        assertThat((double) ours / theirs).isLessThan(1.05);
    }

    private static List<Path> photos() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "give -Ddepth4j.data=FOLDER, whose photos this test reads");
        try (Stream<Path> files = Files.list(Path.of(data, "photos"))) {
            return files.filter(file -> file.toString().matches(".*\\.(png|jpg)"))
                    .toList();
        }
    }
}
