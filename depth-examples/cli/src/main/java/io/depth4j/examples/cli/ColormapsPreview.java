package io.depth4j.examples.cli;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A picture to choose by. */
@Command(
        name = "preview",
        description = "Write a picture of colormaps, one bar and name below the other.",
        footer = {
            "",
            "Examples:",
            "  depth colormaps preview all -o maps.png",
            "  depth colormaps preview viridis turbo_r -o two.png"
        })
final class ColormapsPreview extends Task {

    /** The names, for completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of(ALL), Colormaps.names().stream()).iterator();
        }
    }

    private static final String ALL = "all";
    private static final int BAR = 512;
    private static final int THICKNESS = 20;
    private static final int GAP = 6;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "Names of colormaps, or all.")
    private List<String> names;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The picture: .png, .jpg or .bmp.")
    private Path output;

    @Override
    int run(Console console) throws IOException {
        List<Colormap> maps = names.equals(List.of(ALL))
                ? Colormaps.all()
                : names.stream().map(ColormapsPreview::named).toList();
        Image picture = below(maps.stream().map(ColormapsPreview::bar).toList());
        Images.write(picture, output);
        console.note("Wrote " + output + ", " + picture.size() + ", " + maps.size()
                + (maps.size() == 1 ? " colormap" : " colormaps"));
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("file", output.toString());
            json.writeNumberField("width", picture.width());
            json.writeNumberField("height", picture.height());
            json.writeArrayFieldStart("colormaps");
            for (Colormap map : maps) {
                json.writeString(map.name());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return ExitCode.DONE;
    }

    private static Colormap named(String name) {
        try {
            return Colormaps.named(name);
        } catch (NoSuchElementException e) {
            throw new NothingDoneException(
                    Reason.of(e).replaceFirst(" There are .*", " depth colormaps lists them"), e);
        }
    }

    /** A legend says the name where others say the unit. */
    private static Image bar(Colormap map) {
        return Legend.of(map, Range.of(0, 1))
                .withOrientation(Legend.Orientation.HORIZONTAL)
                .withBar(BAR, THICKNESS)
                .withUnit(map.name())
                .draw();
    }

    private static Image below(List<Image> pictures) {
        int width = pictures.stream().mapToInt(Image::width).max().orElseThrow();
        int height = pictures.stream().mapToInt(Image::height).sum() + GAP * (pictures.size() - 1);
        Image whole = Image.allocate(new Size(width, height), PixelFormat.RGBA32);
        Arrays.fill(whole.array(), (byte) 255);
        int top = 0;
        for (Image picture : pictures) {
            for (int y = 0; y < picture.height(); y++) {
                System.arraycopy(
                        picture.array(), picture.offset(y), whole.array(), whole.offset(top + y), picture.rowBytes());
            }
            top += picture.height() + GAP;
        }
        return whole;
    }
}
