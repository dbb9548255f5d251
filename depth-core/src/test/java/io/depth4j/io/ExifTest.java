package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTest {

    private static final byte[] PNG =
            Pictures.written(Pictures.noise(7, 5, PixelFormat.RGB24, 2), PngOptions.defaults());

    /** Where EXIF says that the upright picture's pixel (x, y) is stored. */
    private static int[] stored(int orientation, int x, int y, Size stored) {
        int w = stored.width();
        int h = stored.height();
        return switch (orientation) {
            case 1 -> new int[] {x, y};
            case 2 -> new int[] {w - 1 - x, y};
            case 3 -> new int[] {w - 1 - x, h - 1 - y};
            case 4 -> new int[] {x, h - 1 - y};
            case 5 -> new int[] {y, x};
            case 6 -> new int[] {y, h - 1 - x};
            case 7 -> new int[] {w - 1 - y, h - 1 - x};
            default -> new int[] {w - 1 - y, x};
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsTurnedUpright(int orientation) {
        for (PixelFormat format : new PixelFormat[] {PixelFormat.GRAY8, PixelFormat.RGB24, PixelFormat.RGBA32}) {
            for (Size size : new Size[] {new Size(1, 1), new Size(7, 5), new Size(100, 41), new Size(1, 70)}) {
                Image image = Pictures.noise(size.width(), size.height(), format, orientation);
                byte[] notes = ExifFile.notes(ByteOrder.BIG_ENDIAN, orientation, 4);
                byte[] file = ExifFile.inPng(Pictures.written(image, PngOptions.defaults()), notes);

                Image upright = Images.read(file);

                assertThat(upright.size()).isEqualTo(orientation < 5 ? size : size.transposed());
                for (int y = 0; y < upright.height(); y++) {
                    for (int x = 0; x < upright.width(); x++) {
                        int[] from = stored(orientation, x, y, size);
                        for (int c = 0; c < format.channels(); c++) {
                            assertThat(upright.at(x, y, c)).isEqualTo(image.at(from[0], from[1], c));
                        }
                    }
                }
                Image kept = Images.read(file, ReadOptions.defaults().withTurn(ReadOptions.Turn.AS_STORED));
                assertThat(kept.sameAs(image)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientedJpegsAreReadAsOpenCvReadsThem(int orientation) {
        OpenCv.assumePresent();
        byte[] jpeg = Pictures.written(Pictures.soft(48, 30, PixelFormat.RGB24), JpegOptions.defaults());
        byte[] file = ExifFile.inJpeg(jpeg, ExifFile.notes(ByteOrder.LITTLE_ENDIAN, orientation, 4));
        Image theirs = OpenCv.decodeUpright(file);
        assertThat(RoundTripTest.largestDifference(Images.read(file), theirs)).isLessThan(6);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void metadataTellsOrientationAndFocalLength(Orientation orientation) {
        byte[] jpeg = Pictures.written(Pictures.soft(40, 30, PixelFormat.RGB24), JpegOptions.defaults());
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] notes = ExifFile.notes(order, List.of(Orientation.values()).indexOf(orientation) + 1, 4.25);
            assertThat(Images.readMetadata(ExifFile.inJpeg(jpeg, notes)))
                    .isEqualTo(new ImageMetadata(
                            ImageFormat.JPEG,
                            40,
                            30,
                            3,
                            8,
                            orientation,
                            OptionalDouble.of(4.25),
                            OptionalDouble.of(6),
                            OptionalDouble.empty(),
                            OptionalDouble.empty()));
            assertThat(Images.readMetadata(ExifFile.inPng(PNG, notes)).orientation())
                    .isEqualTo(orientation);
        }
    }

    @Test
    void metadataOfAPictureThatIsTooLargeToReadIsTold() {
        byte[] png = PNG.clone();
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        assertThat(Images.readMetadata(png).width()).isEqualTo(50_000);
        assertThat(Images.readMetadata(png).focalLength()).isEmpty();
    }

    @Test
    void aTiffTurnsByItsOwnTag() {
        byte[] tiff = Pictures.byImageIo(Pictures.drawn(9, 4, java.awt.image.BufferedImage.TYPE_3BYTE_BGR), "tiff");
        assertThat(Images.read(TiffFile.withShort(tiff, 0x0112, 6)).size()).isEqualTo(new Size(4, 9));
        assertThat(Images.read(tiff).size()).isEqualTo(new Size(9, 4));
    }

    @Test
    void hostileNotesCountAsAbsentAndNeverHang() {
        Random random = new Random(11);
        Image plain = Images.read(PNG);
        for (int i = 0; i < 3000; i++) {
            byte[] notes = ExifFile.notes(i % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 1, 4);
            for (int flips = random.nextInt(5); flips >= 0; flips--) {
                notes[random.nextInt(notes.length)] = (byte) random.nextInt();
            }
            Image image = Images.read(ExifFile.inPng(PNG, notes));
            assertThat(image.size().pixels()).isEqualTo(plain.size().pixels());
        }
        byte[] loop = ExifFile.notes(ByteOrder.BIG_ENDIAN, 1, 4);
        ByteBuffer.wrap(loop).putInt(30, 8);
        assertThat(Images.readMetadata(ExifFile.inPng(PNG, loop)).focalLength()).isEmpty();
    }
}
