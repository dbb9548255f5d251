package io.depth4j.examples.cli;

import io.depth4j.DepthException;
import io.depth4j.StoppedException;
import io.depth4j.frames.CsvIngest;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestReport;
import io.depth4j.tiledb.StoreException;
import io.depth4j.tiledb.StoreOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables of depths and pixels into a store. */
@Command(
        name = "ingest",
        sortOptions = false,
        description = {
            "Bring tables of depths and pixels into a store, which is made if it is not there.",
            "A table is a line for each row, its depth first and then its pixels; it may be packed with gzip. Its rows"
                    + " become visible together, or none does."
        },
        footer = {
            "",
            "The rows of a table go into the image that is called like its file, which is",
            "made if there is none. Where its depth is there already a row is replaced; the",
            "same table again changes nothing.",
            "",
            "Examples:",
            "  depth frames ingest --store wells hole.csv",
            "  depth frames ingest --store wells --width 150 --json hole.csv",
            "  depth frames ingest --store wells --preset spline-then-truncate hole.csv",
            "  depth frames ingest --store wells --name north --lenient faulty.csv",
            "  depth frames ingest --store wells --image 7 --unit ft - < hole.csv"
        })
final class FramesIngest extends Task {

    private static final String STANDARD_INPUT = "standard input";

    @Parameters(arity = "1..*", paramLabel = "FILE.csv", description = "Tables; - is standard input.")
    private List<GivenPath> files = List.of();

    @Mixin
    private FrameWriterChoice store;

    @Option(names = "--image", paramLabel = "N", description = "All rows go into the image of this number.")
    private Optional<Long> image = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "All rows go into the image of this name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--new", description = "Each table makes a new image, whatever others are called.")
    private boolean fresh;

    @Mixin
    private TableChoice table;

    @Mixin
    private PixelChoice pixels;

    @Mixin
    private StoringChoice storing;

    @Override
    int run(Console console) throws IOException {
        requireOneTarget();
        IngestOptions options;
        StoreOptions kept;
        try {
            options = pixels.options();
            options = options.withCsv(table.over(options.csv())).withCancellation(interruption());
            kept = storing.over(store.options());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
        if (files.stream().noneMatch(file -> file.isStandard() || Files.exists(file.path()))) {
            throw new NothingDoneException("There is no such table: " + words(files.get(0)));
        }
        List<IngestOutcome> outcomes;
        double seconds;
        try (FrameStore opened = TileDbFrameStore.open(store.address().uri(), kept)) {
            long start = System.nanoTime();
            outcomes = outcomes(console, opened, options);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        IngestSummary summary = new IngestSummary(
                store.address().words(), outcomes, seconds, interruption().isCancelled());
        summary.tell(console);
        console.document(summary::writeTo);
        return summary.exitCode();
    }

    private void requireOneTarget() {
        if (image.isPresent() && (name.isPresent() || fresh)) {
            throw wrongUsage("--image names an image by its number; --name and --new go without it");
        }
        if (image.orElse(1L) < 1) {
            throw wrongUsage("The number of an image is positive, found " + image.get());
        }
        if (files.stream().anyMatch(GivenPath::isStandard) && image.isEmpty() && name.isEmpty()) {
            throw wrongUsage("Rows from standard input have no name; give --name or --image");
        }
        Set<String> names = new HashSet<>();
        for (GivenPath file : files) {
            if (!names.add(nameOf(file)) && image.isEmpty() && name.isEmpty() && !fresh) {
                throw wrongUsage("Two tables are called " + nameOf(file) + "; --new makes an image of each, --name or"
                        + " --image one of all");
            }
        }
    }

    private List<IngestOutcome> outcomes(Console console, FrameStore opened, IngestOptions options) {
        IngestMeter meter = new IngestMeter(console, files.size(), totalBytes(), System::nanoTime);
        Map<String, List<Long>> named = opened.images().stream()
                .collect(Collectors.groupingBy(
                        ImageSummary::name,
                        HashMap::new,
                        Collectors.mapping(ImageSummary::id, Collectors.toCollection(ArrayList::new))));
        List<IngestOutcome> outcomes = new ArrayList<>();
        boolean goesOn = true;
        for (GivenPath file : files) {
            String source = words(file);
            if (!goesOn || interruption().isCancelled()) {
                outcomes.add(IngestOutcome.notTried(source));
                continue;
            }
            try {
                IngestReport report = ingest(
                        console, file, opened, options.withListener(progress -> meter.tell(source, progress)), named);
                outcomes.add(IngestOutcome.done(source, report));
                meter.ended(report.rows(), bytes(file).orElse(0));
            } catch (StoppedException e) {
                outcomes.add(IngestOutcome.notTried(source));
            } catch (IOException | DepthException | IllegalArgumentException | NothingDoneException e) {
                // What the store cannot write now it cannot write for the next table either.
                goesOn = !(e instanceof StoreException);
                outcomes.add(IngestOutcome.failed(source, Reason.of(e)));
                meter.ended(0, bytes(file).orElse(0));
            }
        }
        console.progressDone();
        return outcomes;
    }

    private IngestReport ingest(
            Console console, GivenPath file, FrameStore opened, IngestOptions options, Map<String, List<Long>> named)
            throws IOException {
        String called = name.orElse(nameOf(file));
        List<Long> there = fresh ? List.of() : named.getOrDefault(called, List.of());
        if (image.isEmpty() && there.size() > 1) {
            throw new NothingDoneException(there.size() + " images are called " + called + ": "
                    + there.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; --image says which one, --new makes another");
        }
        Optional<Long> target = image.or(() -> there.stream().findFirst());
        IngestReport report;
        if (file.isStandard()) {
            report = target.isPresent()
                    ? CsvIngest.ingest(console.in(), called, opened, target.get(), options)
                    : CsvIngest.ingest(console.in(), called, opened, options);
        } else {
            report = target.isPresent()
                    ? CsvIngest.ingest(file.path(), opened, target.get(), options)
                    : CsvIngest.ingest(file.path(), called, opened, options);
        }
        if (target.isEmpty()) {
            named.computeIfAbsent(called, each -> new ArrayList<>()).add(report.image());
        }
        return report;
    }

    /** Of all tables; empty if that of one is not known. */
    private OptionalLong totalBytes() {
        return files.stream().map(FramesIngest::bytes).anyMatch(OptionalLong::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(files.stream()
                        .mapToLong(file -> bytes(file).orElseThrow())
                        .sum());
    }

    /** None if there is no such file, which is said when it is read; empty if only reading tells. */
    private static OptionalLong bytes(GivenPath file) {
        Path path = file.path();
        if (file.isStandard() || Files.exists(path) && !Files.isRegularFile(path)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static String nameOf(GivenPath file) {
        return file.isStandard() ? STANDARD_INPUT : String.valueOf(file.path().getFileName());
    }

    private static String words(GivenPath file) {
        return file.isStandard() ? STANDARD_INPUT : file.words();
    }
}
