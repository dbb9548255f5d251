package io.depth4j.examples.cli;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows of an image as numbers. */
@Command(
        name = "query",
        sortOptions = false,
        description = "Read the rows of an image as numbers.",
        footer = {
            "",
            "A missing pixel is nothing in csv, null in json, NaN in npy and - in a table.",
            "npy holds doubles, the depth first in each row. What csv writes ingest reads.",
            "",
            "Examples:",
            "  depth frames query --store wells --image 1 --from 1000.2 --to 1000.6",
            "  depth frames query --store wells --image 1 --nearest 3281.5 --unit ft --json",
            "  depth frames query --store wells --image 1 -o rows.npy",
            "  depth frames query --store wells --image 1 --format csv > all.csv"
        })
final class FramesQuery extends Task {

    private static final int PIECE = 4096;
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_PIXELS = 12;

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

    @Option(names = "--nearest", paramLabel = "DEPTH", description = "Instead of a range the row nearest to it.")
    private Optional<Double> nearest = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description =
                    "What depths are counted in, here and in the answer: m, ft or .1in. The image's, if not given.")
    private Optional<DepthUnit> unit = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = RowFormat.Spelled.class,
            completionCandidates = RowFormat.Spelled.class,
            description =
                    "${COMPLETION-CANDIDATES}. If not given, that of the file's ending; a table without a file, the"
                            + " first rows and pixels to look at.")
    private Optional<RowFormat> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; - is standard output, as without it.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--overwrite", description = "Replace a file that is there.")
    private boolean overwrite;

    @Override
    int run(Console console) throws IOException {
        RowFormat chosen = chosen(console);
        DepthRange range = range();
        if (file().isPresent()) {
            WholeFile.requireNew(file().get(), overwrite);
        }
        try (FrameStore opened = store.existing()) {
            FrameReader reader = store.reader(opened);
            ImageSummary summary = FrameReaderChoice.image(reader, image);
            DepthUnit shown = unit.orElse(summary.unit());
            RowExport export = new RowExport(summary, shown, interruption());
            try (Stream<Frames> rows = rows(reader, summary, range.to(shown, summary.unit()), chosen)) {
                if (file().isEmpty()) {
                    write(console, export, chosen, rows.iterator());
                } else {
                    long[] count = new long[1];
                    WholeFile.write(file().get(), out -> count[0] = write(export, chosen, rows.iterator(), out));
                    tell(console, summary, shown, chosen, count[0]);
                }
            }
        }
        return ExitCode.DONE;
    }

    /** A hyphen is standard output, as anywhere. */
    private Optional<Path> file() {
        return output.filter(path -> !path.toString().equals("-"));
    }

    private RowFormat chosen(Console console) {
        if (file().isPresent()) {
            RowFormat chosen = format.or(() -> RowFormat.ofEnding(file().get()))
                    .orElseThrow(() -> wrongUsage(
                            "The ending of " + file().get() + " names no format; give --format csv, json or npy"));
            if (chosen == RowFormat.TABLE) {
                throw wrongUsage("A table is for people; a file takes --format csv, json or npy");
            }
            return chosen;
        }
        RowFormat chosen = format.orElse(console.isJson() ? RowFormat.JSON : RowFormat.TABLE);
        if (console.isJson() && chosen != RowFormat.JSON) {
            throw wrongUsage(
                    "--json and --format " + Words.of(chosen) + " would share standard output; give -o a file");
        }
        if (chosen == RowFormat.NPY && console.hasTerminal()) {
            throw wrongUsage("--format npy is for programs; give -o a file");
        }
        return chosen;
    }

    private DepthRange range() {
        if (nearest.isPresent() && depths.isGiven()) {
            throw wrongUsage("--nearest finds one row; --from and --to go without it");
        }
        if (nearest.isPresent() && !Double.isFinite(nearest.get())) {
            throw wrongUsage("--nearest is a depth, found " + nearest.get());
        }
        try {
            return depths.range();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    /** The header of npy says how many rows there are, so they come in one piece; only the first ones are looked at. */
    private Stream<Frames> rows(FrameReader reader, ImageSummary summary, DepthRange range, RowFormat chosen) {
        if (nearest.isPresent()) {
            double depth = unit.orElse(summary.unit()).to(summary.unit(), nearest.get());
            return Stream.of(reader.nearest(image, depth));
        }
        return switch (chosen) {
            case NPY -> Stream.of(reader.read(image, range));
            case TABLE -> reader.stream(image, range, SHOWN_ROWS + 1);
            case CSV, JSON -> reader.stream(image, range, PIECE);
        };
    }

    private static void write(Console console, RowExport export, RowFormat chosen, Iterator<Frames> pieces)
            throws IOException {
        if (chosen != RowFormat.TABLE) {
            write(export, chosen, whileHeard(pieces, console), console.out());
            return;
        }
        List<Frames> first = pieces.hasNext() ? List.of(pieces.next()) : List.of();
        if (first.isEmpty() || first.get(0).isEmpty()) {
            ImageSummary image = export.image();
            console.note("There are no such rows; those of image " + image.id() + " run from " + image.lowest() + " to "
                    + image.highest() + " " + image.unit());
            return;
        }
        Frames rows = first.get(0);
        export.table(rows.count() > SHOWN_ROWS ? rows.rows(0, SHOWN_ROWS) : rows, SHOWN_PIXELS)
                .sayTo(console);
        if (rows.count() > SHOWN_ROWS || rows.width() > SHOWN_PIXELS) {
            console.note((rows.count() > SHOWN_ROWS ? "More rows follow" : "Rows have " + rows.width() + " pixels")
                    + "; --format csv or -o FILE gives them all");
        }
    }

    /** Whoever reads may have seen enough; that not all was written is said at the end. */
    private static Iterator<Frames> whileHeard(Iterator<Frames> pieces, Console console) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !console.out().checkError() && pieces.hasNext();
            }

            @Override
            public Frames next() {
                return pieces.next();
            }
        };
    }

    private static long write(RowExport export, RowFormat chosen, Iterator<Frames> pieces, OutputStream out)
            throws IOException {
        return switch (chosen) {
            case CSV -> export.csv(pieces, out);
            case JSON -> export.json(pieces, out);
            case NPY -> export.npy(pieces.next(), out);
            case TABLE -> throw new IllegalArgumentException("A table is written to a console");
        };
    }

    private void tell(Console console, ImageSummary summary, DepthUnit shown, RowFormat chosen, long count)
            throws IOException {
        Path file = file().orElseThrow();
        console.note("Wrote " + Counted.of(count, "row") + " of " + summary.width() + " pixels: " + file);
        console.document(json -> {
            json.writeStartObject();
            json.writeNumberField("image", image);
            json.writeStringField("file", file.toString());
            json.writeStringField("format", Words.of(chosen));
            json.writeStringField("unit", shown.symbol());
            json.writeNumberField("rows", count);
            json.writeNumberField("pixels", summary.width());
            json.writeEndObject();
        });
    }
}
