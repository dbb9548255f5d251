package io.depth4j.examples.cli;

import io.depth4j.io.DepthFormat;
import io.depth4j.io.ImageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What an estimate is written as: a coloured picture to look at, numbers to go on with, or the photo with both. */
sealed interface OutputFormat {

    /** A picture in colours. */
    record Picture(ImageFormat format) implements OutputFormat {
        @Override
        public String word() {
            return format == ImageFormat.JPEG ? "jpg" : format.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String ending() {
            return "." + word();
        }
    }

    /** The numbers themselves. */
    record Depth(DepthFormat format) implements OutputFormat {
        @Override
        public String word() {
            return format.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String ending() {
            return switch (word()) {
                case "png16" -> ".png";
                default -> "." + word();
            };
        }
    }

    /** The photo as JPEG, with the depth inside where viewers look for it. */
    record PhotoWithDepth() implements OutputFormat {
        @Override
        public String word() {
            return "gdepth";
        }

        @Override
        public String ending() {
            return ".jpg";
        }
    }

    OutputFormat PNG = new Picture(ImageFormat.PNG);

    /** What {@code --format} calls it. */
    String word();

    /** How its files end, with the dot. */
    String ending();

    /** All of them; of two with one ending the first is meant by it. */
    static List<OutputFormat> all() {
        List<OutputFormat> all = new ArrayList<>(List.of(PNG, new Picture(ImageFormat.JPEG)));
        Arrays.stream(DepthFormat.values()).map(Depth::new).forEach(all::add);
        all.add(new PhotoWithDepth());
        return List.copyOf(all);
    }

    /** The format that a file's name asks for. */
    static Optional<OutputFormat> ofEnding(GivenPath file) {
        String name = String.valueOf(file.path().getFileName()).toLowerCase(Locale.ROOT);
        String known = name.endsWith(".jpeg") ? ".jpg" : name.endsWith(".tif") ? ".tiff" : name;
        return all().stream().filter(format -> known.endsWith(format.ending())).findFirst();
    }

    static String words() {
        return String.join(", ", all().stream().map(OutputFormat::word).toList());
    }

    /** Reads the word of {@code --format}. */
    final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String word) {
            return all().stream()
                    .filter(format -> format.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("expected one of " + words() + ", found '" + word + "'"));
        }
    }

    /** What a shell may offer after {@code --format}. */
    final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().stream().map(OutputFormat::word).iterator();
        }
    }
}
