package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of docs that tests make, PNG or JPEG. */
public final class DocsPicture {

    /** Mean difference of bytes: engines and processors differ in the last digits, another network by far more. */
    private static final double TOLERANCE = 0.5;

    private DocsPicture() {}

    /** Compares a picture with the file; with {@code -Ddepth4j.docs=write} it is written there first if it differs. */
    public static void assertShown(Image picture, Path file) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        boolean exact = file.toString().endsWith(".png");
        Images.write(picture, made, exact ? ImageFormat.PNG : ImageFormat.JPEG);
        Image decoded = Images.read(made.toByteArray());
        boolean writing = System.getProperty("depth4j.docs", "check").equals("write");
        if (writing && !(Files.exists(file) && isNear(decoded, Images.read(file)))) {
            Files.createDirectories(file.getParent());
            Files.write(file, made.toByteArray());
        }
        assertThat(isNear(decoded, Images.read(file)))
                .as("%s shows what is made now; mvn … -Ddepth4j.docs=write makes it anew", file)
                .isTrue();
    }

    private static boolean isNear(Image a, Image b) {
        if (!a.size().equals(b.size())) {
            return false;
        }
        long sum = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    sum += Math.abs(a.at(x, y, channel) - b.at(x, y, channel));
                }
            }
        }
        return sum <= TOLERANCE * 3 * a.size().pixels();
    }
}
