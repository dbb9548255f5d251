package io.depth4j.examples.cli;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthEstimator;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.estimate.Mode;
import io.depth4j.examples.media.MediaItem;
import io.depth4j.examples.media.MediaOptions;
import io.depth4j.examples.media.MediaSink;
import io.depth4j.examples.media.MediaSource;
import io.depth4j.examples.media.OutputNames;
import io.depth4j.io.DepthFormat;
import io.depth4j.io.DepthScale;
import io.depth4j.io.DepthWriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Depth of photos. */
@Command(
        name = "estimate",
        sortOptions = false,
        description = "Estimate the depth of photos.",
        footer = {
            "",
            "One photo makes one file, in the format of its ending; several, a folder or a zip make a folder or a .zip.",
            "A coloured picture shows near things bright unless --colormap names the colours.",
            "A folder is gone on with: what is there and was made of the same photo in the same way is left as it is.",
            "",
            "Examples:",
            "  depth estimate photo.jpg -o depth.png",
            "  depth estimate photo.jpg -o depth.pfm --mode quality",
            "  depth estimate photo.jpg -o depth.png --format png16 --scale mm --model network.onnx",
            "  depth estimate photos -r -o out --format npy --preview",
            "  depth estimate photos.zip -o depths.zip --range 0.5,8 --model network.onnx",
            "  depth estimate - -o - --format pfm < photo.jpg > depth.pfm"
        })
final class EstimateCommand extends Task {

    private static final String STANDARD_INPUT = "stdin";

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Photos, folders, zips; - is standard input.")
    private List<GivenPath> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "A file, a folder or a .zip; - is standard output.")
    private GivenPath output = new GivenPath("-", Path.of("-"));

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = OutputFormat.Converter.class,
            completionCandidates = OutputFormat.Words.class,
            description =
                    "Instead of OUT's ending: ${COMPLETION-CANDIDATES}. png and jpg are coloured pictures,"
                            + " gdepth is the photo with its depth inside, the others are numbers; png, if nothing says another.")
    private Optional<OutputFormat> format = Optional.empty();

    @Mixin
    private ModelChoice model;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "fast: one pass; balanced: edges as in the photo too; quality: its mirror image too."
                    + " fast, if not given.")
    private Mode mode = Mode.FAST;

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            converter = SizeConverter.class,
            description = "The size of the result; the photo's, if not given.")
    private Optional<Size> size = Optional.empty();

    @Option(
            names = "--colormap",
            paramLabel = "NAME",
            description = "The colours of pictures; depth colormaps lists them.")
    private Optional<String> colormap = Optional.empty();

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            converter = RangeChoice.Converter.class,
            description = "What the colours span: minmax or percentiles:LOW,HIGH of each map, or LOW,HIGH for all."
                    + " percentiles:2,98, if not given.")
    private Optional<RangeChoice> range = Optional.empty();

    @Option(
            names = "--preview",
            description = "Also write NAME.preview.png: photo and depth side by side with a legend.")
    private boolean preview;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            converter = ScaleConverter.class,
            description = "Of png16: mm, kitti, tum, steps a unit, or LOW,HIGH. mm for metres, else the map's own"
                    + " range, if not given.")
    private Optional<DepthScale> scale = Optional.empty();

    @Option(names = "--clip", description = "Write the nearest value where the format cannot hold one, not refuse.")
    private boolean clip;

    @Option(
            names = {"-r", "--recursive"},
            description = "Look into folders within folders.")
    private boolean recursive;

    @Option(names = "--overwrite", description = "Make again what is there already.")
    private boolean overwrite;

    @Override
    int run(Console console) throws IOException {
        long start = System.nanoTime();
        Destination destination = Destination.of(output);
        if (destination instanceof Destination.Standard && console.isJson()) {
            throw wrongUsage("--json and -o - would share standard output; give -o a file");
        }
        Recipe recipe = recipe(destination);
        if (destination instanceof Destination.Zip zip && Files.exists(zip.file()) && !overwrite) {
            throw new NothingDoneException(zip.file() + " is there already; --overwrite makes it anew");
        }
        try (MediaSource source = source(console, destination)) {
            List<MediaItem> items = source.items();
            boolean single = isSingle(items);
            if (items.isEmpty()) {
                throw new NothingDoneException(
                        "No photo in " + words() + ": " + source.passedOver().size() + " files are none"
                                + (recursive ? "" : "; -r looks into folders within folders"));
            }
            if (destination instanceof Destination.OneFile one && !single) {
                throw wrongUsage(items.size() + " photos from " + words() + " do not fit one file; give -o a folder"
                        + " or a .zip, found " + one.file());
            }
            List<String> names = names(destination, items, recipe);
            List<String> outputs = names.stream()
                    .flatMap(name -> recipe.outputs(name).stream())
                    .toList();
            requireDistinct(outputs);
            destination.requireApartFrom(inputs, outputs);
            try (DepthEstimator network = model.open(console);
                    DepthEstimator estimator = mode.over(network)) {
                List<Outcome> outcomes = outcomes(console, destination, recipe, estimator, items, names);
                EstimateReport report = new EstimateReport(
                        estimator.model(),
                        recipe,
                        output.words(),
                        outcomes,
                        source.passedOver(),
                        (System.nanoTime() - start) / 1e9,
                        interruption().isCancelled());
                report.tell(console);
                console.document(report::writeTo);
                return report.exitCode();
            }
        }
    }

    private List<Outcome> outcomes(
            Console console,
            Destination destination,
            Recipe recipe,
            DepthEstimator estimator,
            List<MediaItem> items,
            List<String> names)
            throws IOException {
        BatchProgress progress = new BatchProgress(console, items.size(), System::nanoTime);
        try (MediaSink sink = destination.sink(console, isSingle(items))) {
            List<Outcome> outcomes = new EstimateBatch(
                            estimator,
                            recipe,
                            sink,
                            memory(destination, recipe, estimator.model()),
                            interruption(),
                            progress)
                    .run(items, names);
            boolean some = outcomes.stream().anyMatch(outcome -> outcome.status() == Outcome.Status.DONE);
            if (some && !interruption().isCancelled()) {
                sink.finish();
            }
            if (destination instanceof Destination.Standard && console.out().checkError()) {
                throw new NothingDoneException("Standard output could not be written; its reader may have gone");
            }
            return outcomes;
        }
    }

    private Optional<DoneBefore> memory(Destination destination, Recipe recipe, ModelInfo info) throws IOException {
        Optional<Path> folder = destination.folder();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(
                "\n", Version.current(), info.sha256(), info.id(), info.backend(), info.provider(), recipe.toString());
        return Optional.of(overwrite ? DoneBefore.forgotten(folder.get(), all) : DoneBefore.in(folder.get(), all));
    }

    private MediaSource source(Console console, Destination destination) throws IOException {
        MediaOptions options = MediaOptions.defaults();
        if (recursive) {
            options = options.withDepth(MediaOptions.Depth.RECURSIVE);
        }
        if (destination.folder().isPresent()) {
            Path folder = destination.folder().get();
            options = options.withExcept(folder);
            for (GivenPath input : inputs) {
                if (Files.isDirectory(folder)
                        && Files.isDirectory(input.path())
                        && Files.isSameFile(folder, input.path())) {
                    throw wrongUsage("The results of " + input.words() + " would be among the photos; give -o another"
                            + " folder");
                }
            }
        }
        MediaSource.Builder builder = MediaSource.builder(options);
        for (GivenPath input : inputs) {
            if (input.isStandard()) {
                builder.add(console.in(), STANDARD_INPUT);
            } else {
                builder.add(input.path());
            }
        }
        return builder.open();
    }

    /** One photo given by its own name, not found in a folder or a zip. */
    private boolean isSingle(List<MediaItem> items) {
        return inputs.size() == 1
                && items.size() == 1
                && items.get(0)
                        .origin()
                        .equals(
                                inputs.get(0).isStandard()
                                        ? STANDARD_INPUT
                                        : inputs.get(0).path().toString());
    }

    private List<String> names(Destination destination, List<MediaItem> items, Recipe recipe) {
        if (destination instanceof Destination.OneFile one) {
            return List.of(String.valueOf(one.file().getFileName()));
        }
        return OutputNames.of(
                items.stream().map(MediaItem::name).toList(), recipe.format().ending());
    }

    /** The preview of one photo may be named like the depth of another, {@code a.preview.png} beside {@code a.png}. */
    private static void requireDistinct(List<String> outputs) {
        Set<String> seen = new HashSet<>();
        for (String output : outputs) {
            if (!seen.add(output.toLowerCase(Locale.ROOT))) {
                throw new NothingDoneException("Two results would be named " + output
                        + ", a preview and the depth of another photo; leave out that photo or --preview");
            }
        }
    }

    private Recipe recipe(Destination destination) {
        OutputFormat chosen = format.or(() -> destination instanceof Destination.OneFile
                        ? OutputFormat.ofEnding(output)
                        : Optional.of(OutputFormat.PNG))
                .orElseThrow(() -> wrongUsage("The ending of " + output.words()
                        + " names no format; give --format, one of " + OutputFormat.words()));
        boolean png16 = chosen instanceof OutputFormat.Depth depth && depth.format() == DepthFormat.PNG16;
        if (scale.isPresent() && !png16) {
            throw wrongUsage("--scale is for --format png16, found the format " + chosen.word());
        }
        boolean colors = chosen instanceof OutputFormat.Picture || preview;
        if (!colors && (colormap.isPresent() || range.isPresent())) {
            throw wrongUsage(
                    "--colormap and --range are for pictures (png, jpg, --preview), found the format " + chosen.word());
        }
        if (preview && destination instanceof Destination.Standard && inputs.size() == 1) {
            throw wrongUsage("--preview is a second file; standard output takes one");
        }
        DepthWriteOptions writing =
                scale.map(DepthWriteOptions.defaults()::withScale).orElse(DepthWriteOptions.defaults());
        return new Recipe(
                mode,
                size,
                chosen,
                clip ? writing.withMisfit(DepthWriteOptions.Misfit.CLIP) : writing,
                colormap.map(this::colors),
                range.orElse(RangeChoice.USUAL),
                preview);
    }

    private Colormap colors(String name) {
        return Colormaps.find(name)
                .orElseThrow(() -> wrongUsage("No colormap is named '" + name + "'; depth colormaps lists them"));
    }

    private String words() {
        return String.join(" ", inputs.stream().map(GivenPath::words).toList());
    }

    /** Reads a size. */
    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String words) {
            int[] sides;
            try {
                sides = Stream.of(words.split("x", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                if (sides.length == 2) {
                    return new Size(sides[0], sides[1]);
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("expected WIDTHxHEIGHT, found '" + words + "': " + e.getMessage());
            }
            throw new TypeConversionException("expected WIDTHxHEIGHT, found '" + words + "'");
        }
    }
}
