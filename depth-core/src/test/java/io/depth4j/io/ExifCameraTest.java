package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a photo's notes tell of its camera, in the pixels of the picture that is read from the same file. */
class ExifCameraTest {

    private static final Size STORED = new Size(400, 300);
    private static final byte[] JPEG =
            Pictures.written(Pictures.soft(STORED.width(), STORED.height(), PixelFormat.RGB24), JpegOptions.defaults());

    private static final int FOCAL = 0x920A;
    private static final int FOCAL_35 = 0xA405;
    private static final int WIDTH = 0xA002;
    private static final int HEIGHT = 0xA003;
    private static final int DENSITY_X = 0xA20E;
    private static final int DENSITY_Y = 0xA20F;
    private static final int UNIT = 0xA210;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void theFocalLengthFor35MillimetreFilmIsThatOfTheSameDiagonal(int orientation) throws IOException {
        Path photo = folder.resolve("photo.jpg");
        Files.write(photo, ExifFile.inJpeg(JPEG, ExifFile.notes(ByteOrder.BIG_ENDIAN, orientation, 4)));

        Camera camera = Images.readMetadata(photo).camera().orElseThrow();
        Size read = Images.read(photo).size();

        assertThat(read).isEqualTo(orientation == 1 ? STORED : STORED.transposed());
        // 6 mm before a diagonal of 43.27 mm, and the picture's own diagonal is 500 pixels.
        assertThat(camera.fx()).isCloseTo(6 * 500 / 43.2666, within(1e-3));
        assertThat(camera.fy()).isEqualTo(camera.fx());
        assertThat(camera.cx()).isEqualTo(read.width() / 2.0);
        assertThat(camera.cy()).isEqualTo(read.height() / 2.0);
        assertThat(camera.origin()).isEqualTo(Camera.Origin.EXIF);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDensityOfTheSensorMakesPixelsOfMillimetres(int orientation) {
        // 100 and 104 pixels a millimetre of a sensor of 4×2.88 mm.
        Camera camera = camera(new ExifNotes(orientation)
                        .rational(FOCAL, 425, 100)
                        .rational(DENSITY_X, 1000, 1)
                        .rational(DENSITY_Y, 1040, 1)
                        .number(UNIT, 3))
                .orElseThrow();

        boolean turned = orientation >= 5;
        assertThat(camera.fx()).isCloseTo(turned ? 442 : 425, within(1e-9));
        assertThat(camera.fy()).isCloseTo(turned ? 425 : 442, within(1e-9));
        assertThat(camera.cx()).isEqualTo(turned ? 150 : 200);
        assertThat(camera.cy()).isEqualTo(turned ? 200 : 150);
        assertThat(camera.origin()).isEqualTo(Camera.Origin.EXIF);
    }

    @Test
    void theUnitIsTheInchUnlessSaidOtherwise() {
        ExifNotes notes = new ExifNotes(1).rational(FOCAL, 5, 1).rational(DENSITY_X, 2540, 1);
        assertThat(camera(notes).orElseThrow().fx()).isCloseTo(500, within(1e-9));
        assertThat(camera(notes).orElseThrow().fy()).isCloseTo(500, within(1e-9));
        assertThat(camera(notes.number(UNIT, 2)).orElseThrow().fx()).isCloseTo(500, within(1e-9));
    }

    @Test
    void aSmallerCopyKeepsItsFieldOfView() {
        ExifNotes large = new ExifNotes(1)
                .rational(FOCAL, 5, 1)
                .rational(DENSITY_X, 25400, 1)
                .rational(DENSITY_Y, 25400, 1)
                .number(WIDTH, 4000)
                .number(HEIGHT, 3000);

        assertThat(camera(large).orElseThrow().fx()).isCloseTo(500, within(1e-9));
        assertThat(camera(large).orElseThrow().fy()).isCloseTo(500, within(1e-9));
    }

    @Test
    void filmIsPreferredToTheSensor() {
        ExifNotes both = new ExifNotes(1)
                .rational(FOCAL, 5, 1)
                .rational(DENSITY_X, 2540, 1)
                .number(FOCAL_35, 26);

        assertThat(camera(both).orElseThrow().fx()).isCloseTo(26 * 500 / 43.2666, within(0.01));
    }

    @Test
    void notesThatSayTooLittleOrContradictThemselvesGiveNoCamera() {
        assertThat(Images.readMetadata(JPEG).camera()).isEmpty();
        assertThat(camera(new ExifNotes(1).rational(FOCAL, 5, 1))).isEmpty();
        assertThat(camera(new ExifNotes(1).rational(DENSITY_X, 2540, 1))).isEmpty();
        assertThat(camera(new ExifNotes(1).number(FOCAL_35, 0))).isEmpty();
        assertThat(camera(new ExifNotes(1).rational(FOCAL, 5, 0).rational(DENSITY_X, 2540, 1)))
                .isEmpty();
        ExifNotes ofUnknownUnit = new ExifNotes(1).rational(FOCAL, 5, 1).rational(DENSITY_X, 2540, 1);
        assertThat(camera(ofUnknownUnit.number(UNIT, 1))).isEmpty();
        ExifNotes ofTheTurnedPicture = new ExifNotes(1)
                .rational(FOCAL, 5, 1)
                .rational(DENSITY_X, 25400, 1)
                .rational(DENSITY_Y, 25400, 1)
                .number(WIDTH, 3000)
                .number(HEIGHT, 4000);
        assertThat(camera(ofTheTurnedPicture)).isEmpty();
    }

    @Test
    void aNoteOfTheWrongTypeLeavesTheOthers() {
        byte[] file = ExifFile.inJpeg(
                JPEG,
                new ExifNotes(6).text(DENSITY_X, "wide").number(FOCAL_35, 26).bytes());

        assertThat(Images.readMetadata(file).orientation()).isEqualTo(Orientation.QUARTER_TURN);
        assertThat(Images.readMetadata(file).camera()).isPresent();
    }

    @Test
    void aCameraIsToldOfAPictureTooLargeForAnArray() {
        ImageMetadata huge = new ImageMetadata(
                ImageFormat.JPEG,
                65_535,
                65_535,
                3,
                8,
                Orientation.QUARTER_TURN,
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.of(26),
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty());

        assertThat(huge.camera().orElseThrow().cx()).isEqualTo(32_767.5);
    }

    private static Optional<Camera> camera(ExifNotes notes) {
        return Images.readMetadata(ExifFile.inJpeg(JPEG, notes.bytes())).camera();
    }
}
