package io.depth4j.internal.codec;

import io.depth4j.DepthException;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * The image readers of the JDK itself, whatever else is on the class path. They report broken bytes by unchecked exceptions
 * too, and by warnings after which part of the picture is made up; all of these become one exception here.
 */
final class JdkReaders {

    /** The only warning after which no pixel is made up: libjpeg passed over bytes between two segments. */
    private static final String HARMLESS = "extraneous bytes before marker";

    interface Decoding {
        Image with(ImageReader reader) throws IOException;
    }

    private JdkReaders() {}

    static Image read(String format, ImageInputStream input, Decoding decoding) {
        ImageReader reader = reader(format);
        List<String> warnings = new ArrayList<>();
        try {
            reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> warnings.add(warning));
            reader.setInput(input, true, true);
            Image image = decoding.with(reader);
            warnings.removeIf(warning -> warning.contains(HARMLESS));
            if (!warnings.isEmpty()) {
                throw new MalformedInputException(
                        "The pixels of the " + format + " file are corrupt: " + warnings.get(0));
            }
            return image;
        } catch (DepthException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MalformedInputException("The " + format + " file cannot be decoded: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReaderSpi> found = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        provider -> provider.getClass().getModule() == ImageReader.class.getModule()
                                && Arrays.asList(((ImageReaderSpi) provider).getFormatNames())
                                        .contains(format),
                        true);
        if (!found.hasNext()) {
            throw new UnavailableException(
                    "This Java has no reader for " + format + "; its module java.desktop should");
        }
        try {
            return found.next().createReaderInstance();
        } catch (IOException e) {
            throw new UnavailableException("The reader of this Java for " + format + " does not start", e);
        }
    }
}
