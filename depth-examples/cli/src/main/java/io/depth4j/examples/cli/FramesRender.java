package io.depth4j.examples.cli;

import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.MissingPixels;
import io.depth4j.Rgba;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.FrameRenderer;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.Rescale;
import io.depth4j.frames.Scales;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A picture of an image's rows. */
@Command(
        name = "render",
        sortOptions = false,
        description = {
            "Make a picture of the rows of an image.",
            "With a height it is to scale: each of its rows stands for an equal part of the depths, gaps show as gaps."
        },
        footer = {
            "",
            "Examples:",
            "  depth frames render --store wells --image 1 -o hole.png",
            "  depth frames render --store wells --image 1 -o log.png --height 600 --ruler",
            "  depth frames render --store wells --image 1 -o part.png --from 1001 --to 1002",
            "  depth frames render --store wells --image 1 -o log.jpg --rescale window:0.5"
        })
final class FramesRender extends Task {

    @Mixin
    private FrameReaderChoice store;

    @Option(
            names = "--image",
            required = true,
            paramLabel = "N",
            description = "Its number; depth frames images lists them.")
    private long image;

    @Mixin
    private DepthRangeChoice depths;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The picture: .png, .jpg or .bmp; - is standard output, as PNG.")
    private Path output = Path.of("-");

    @Option(names = "--overwrite", description = "Replace a file that is there.")
    private boolean overwrite;

    @Option(
            names = "--height",
            paramLabel = "PX",
            description = "So many rows of pixels; one for each row of the image, if not given.")
    private Optional<Integer> height = Optional.empty();

    @Option(names = "--per-unit", paramLabel = "PX", description = "So many rows of pixels for each unit of depth.")
    private Optional<Double> perUnit = Optional.empty();

    @Option(names = "--width", paramLabel = "PX", description = "Columns; as many as rows have pixels, if not given.")
    private Optional<Integer> width = Optional.empty();

    @Option(
            names = "--resizer",
            paramLabel = "NAME",
            completionCandidates = Conventions.class,
            description = "How rows get that width: ${COMPLETION-CANDIDATES}. area, if not given.")
    private Optional<String> resizer = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "WHICH",
            converter = TopWords.class,
            completionCandidates = TopWords.class,
            description = "Which depth is on top: ${COMPLETION-CANDIDATES}. lowest, if not given.")
    private Optional<RenderOptions.Top> top = Optional.empty();

    @Option(
            names = "--between",
            paramLabel = "WHAT",
            converter = BetweenWords.class,
            completionCandidates = BetweenWords.class,
            description = "What is shown between two rows: ${COMPLETION-CANDIDATES}. nearest, if not given.")
    private Optional<RenderOptions.Between> between = Optional.empty();

    @Option(
            names = "--gap",
            paramLabel = "DISTANCE",
            description = "Nothing is shown between rows further apart than this; three usual steps, if not given.")
    private Optional<Double> gap = Optional.empty();

    @Option(
            names = "--rescale",
            paramLabel = "HOW",
            converter = RescaleConverter.class,
            description =
                    "Which values get the first and the last colour: LOW,HIGH; minmax or percentiles:LOW,HIGH of the"
                            + " picture; row, each row by itself; window:DEPTH, the rows round each; none, the value is the"
                            + " colour's number. minmax, if not given.")
    private Optional<Rescale> rescale = Optional.empty();

    @Option(names = "--gamma", paramLabel = "G", description = "Below 1 brightens the middle; 1, if not given.")
    private Optional<Double> gamma = Optional.empty();

    @Option(
            names = "--colormap",
            paramLabel = "NAME",
            description = "The colours; depth colormaps lists them. viridis, if not given.")
    private Optional<String> colormap = Optional.empty();

    @Option(
            names = "--nodata",
            paramLabel = "COLOUR",
            converter = ColorConverter.class,
            description =
                    "Of missing pixels and gaps: #rrggbb, #rrggbbaa or transparent. transparent, if not given, and"
                            + " white where the format has no alpha.")
    private Optional<Rgba> nodata = Optional.empty();

    @Option(names = "--ruler", description = "Depths stand on the left.")
    private boolean ruler;

    @Option(names = "--legend", description = "A bar on the right tells which colour means which value.")
    private boolean legend;

    @Option(names = "--value-unit", paramLabel = "TEXT", description = "Over the bar, what values are counted in.")
    private Optional<String> valueUnit = Optional.empty();

    @Option(
            names = "--zoom",
            paramLabel = "N",
            description = "Pixels that one pixel of the letters takes; 1, if not given.")
    private Optional<Integer> zoom = Optional.empty();

    @Override
    int run(Console console) throws IOException {
        if (isStandard() && console.isJson()) {
            throw wrongUsage("--json and -o - would share standard output; give -o a file");
        }
        if (!isStandard() && !hasEnding(".png", ".jpg", ".jpeg", ".bmp")) {
            throw wrongUsage("A picture ends in .png, .jpg or .bmp, found " + output);
        }
        DepthRange range;
        FrameRenderer renderer;
        try {
            range = depths.range();
            renderer = new FrameRenderer(options());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
        if (!isStandard()) {
            WholeFile.requireNew(output, overwrite);
        }
        Image picture;
        try (FrameStore opened = store.existing()) {
            FrameReader reader = store.reader(opened);
            picture = renderer.render(reader, image, range);
        }
        interruption().check();
        if (isStandard()) {
            Images.write(picture, console.out(), ImageFormat.PNG);
        } else {
            Images.write(picture, output);
        }
        tell(console, picture);
        return ExitCode.DONE;
    }

    private boolean isStandard() {
        return output.toString().equals("-");
    }

    private boolean hasEnding(String... endings) {
        String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }

    private RenderOptions options() {
        if (height.isPresent() && perUnit.isPresent()) {
            throw new IllegalArgumentException("--height and --per-unit both say how high; give one of them");
        }
        RenderOptions options = RenderOptions.defaults().withScales(scales());
        options = height.map(options::withHeight).orElse(options);
        options = perUnit.map(options::withPixelsPerUnit).orElse(options);
        options = width.map(options::withWidth).orElse(options);
        if (resizer.isPresent()) {
            int columns = width.orElseThrow(
                    () -> new IllegalArgumentException("--resizer goes with --width, which says to how many columns"));
            options = options.withWidth(columns, Conventions.named(resizer.get(), MissingPixels.KEEP));
        }
        options = top.map(options::withTop).orElse(options);
        options = between.map(options::withBetween).orElse(options);
        options = gap.map(options::withGap).orElse(options);
        options = rescale.map(options::withRescale).orElse(options);
        options = gamma.map(options::withGamma).orElse(options);
        if (colormap.isPresent()) {
            options = options.withColormap(Colormaps.find(colormap.get())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No colormap is named '" + colormap.get() + "'; depth colormaps lists them")));
        }
        boolean hasAlpha = isStandard() || hasEnding(".png");
        return options.withNodata(nodata.orElse(hasAlpha ? Rgba.TRANSPARENT : Rgba.WHITE));
    }

    private Scales scales() {
        if (!legend && valueUnit.isPresent()) {
            throw new IllegalArgumentException("--value-unit stands over the bar of --legend");
        }
        Scales scales = Scales.none().withRuler(ruler).withLegend(legend);
        scales = valueUnit.map(scales::withValueUnit).orElse(scales);
        return zoom.map(scales::withZoom).orElse(scales);
    }

    private void tell(Console console, Image picture) throws IOException {
        console.note("Wrote " + (isStandard() ? "standard output" : output) + ", " + picture.size());
        console.document(json -> {
            json.writeStartObject();
            json.writeNumberField("image", image);
            json.writeStringField("file", output.toString());
            json.writeNumberField("width", picture.width());
            json.writeNumberField("height", picture.height());
            json.writeEndObject();
        });
    }

    private static final class TopWords extends Words<RenderOptions.Top> {
        TopWords() {
            super(RenderOptions.Top.class);
        }
    }

    private static final class BetweenWords extends Words<RenderOptions.Between> {
        BetweenWords() {
            super(RenderOptions.Between.class);
        }
    }

    /** Reads a colour. */
    private static final class ColorConverter implements ITypeConverter<Rgba> {
        @Override
        public Rgba convert(String words) {
            if (words.equals("transparent")) {
                return Rgba.TRANSPARENT;
            }
            try {
                return Rgba.parse(words);
            } catch (IllegalArgumentException e) {
                TypeConversionException wrong = new TypeConversionException(e.getMessage() + "; or transparent");
                wrong.initCause(e);
                throw wrong;
            }
        }
    }
}
