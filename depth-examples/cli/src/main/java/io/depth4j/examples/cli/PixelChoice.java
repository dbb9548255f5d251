package io.depth4j.examples.cli;

import io.depth4j.MissingPixels;
import io.depth4j.frames.IngestOptions;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** What becomes of the pixels of a table on their way into a store: a preset, and what is to be different from it. */
final class PixelChoice {

    /** Ways that have a name. Help does not load what they need. */
    enum Preset {
        SPLINE_THEN_TRUNCATE(IngestOptions::splineThenTruncate),
        TRUNCATE_THEN_TRIANGLE(IngestOptions::truncateThenTriangle);

        private final Supplier<IngestOptions> options;

        Preset(Supplier<IngestOptions> options) {
            this.options = options;
        }
    }

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = PresetWords.class,
            completionCandidates = PresetWords.class,
            description = "All at once for tables of 200 pixels, which become 150: ${COMPLETION-CANDIDATES}. The other"
                    + " options change it.")
    private Optional<Preset> preset = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Pixels of stored rows; as many as there are, if not given.")
    private Optional<Integer> width = Optional.empty();

    @Option(
            names = "--resizer",
            paramLabel = "NAME",
            completionCandidates = Conventions.class,
            description = "How rows get that width: ${COMPLETION-CANDIDATES}. pillowBilinear, if not given.")
    private Optional<String> resizer = Optional.empty();

    @Option(
            names = "--quantize",
            paramLabel = "HOW",
            converter = QuantizationWords.class,
            completionCandidates = QuantizationWords.class,
            description = "Whether fractions stay (none), or are cut off or rounded, before resizing or after it:"
                    + " ${COMPLETION-CANDIDATES}. round-last, if not given.")
    private Optional<IngestOptions.Quantization> quantization = Optional.empty();

    @Option(
            names = "--out-of-range",
            paramLabel = "WHAT",
            converter = OutOfRangeWords.class,
            completionCandidates = OutOfRangeWords.class,
            description = "What becomes of pixels outside 0 to 255: ${COMPLETION-CANDIDATES}. bad makes their row bad;"
                    + " clip, if not given.")
    private Optional<IngestOptions.OutOfRange> outOfRange = Optional.empty();

    @Option(
            names = "--holes",
            paramLabel = "WHAT",
            converter = HolesWords.class,
            completionCandidates = HolesWords.class,
            description = "What becomes of missing pixels: ${COMPLETION-CANDIDATES}. keep, if not given.")
    private Optional<IngestOptions.Holes> holes = Optional.empty();

    @Option(
            names = "--most-missing",
            paramLabel = "SHARE",
            description = "The share of pixels that may be missing, 0 to 1; a table with more fails.")
    private Optional<Double> mostMissing = Optional.empty();

    @Option(names = "--lenient", description = "Leave bad rows out and list them; a table with no other rows fails.")
    private boolean lenient;

    @Option(names = "--strict", description = "The first bad row fails its table, as it does without a preset.")
    private boolean strict;

    /** @throws IllegalArgumentException if the parts do not suit each other */
    IngestOptions options() {
        IngestOptions options = preset.map(each -> each.options.get()).orElseGet(IngestOptions::defaults);
        options = width.map(options::withWidth).orElse(options);
        if (resizer.isPresent()) {
            if (options.width().isEmpty()) {
                throw new IllegalArgumentException("--resizer goes with --width, which says to how many pixels");
            }
            options = options.withResizer(Conventions.named(resizer.get(), MissingPixels.KEEP));
        }
        options = quantization.map(options::withQuantization).orElse(options);
        options = outOfRange.map(options::withOutOfRange).orElse(options);
        options = holes.map(options::withHoles).orElse(options);
        options = mostMissing.map(options::withMostMissing).orElse(options);
        if (lenient && strict) {
            throw new IllegalArgumentException("--lenient and --strict exclude each other");
        }
        options = lenient ? options.withBadRows(IngestOptions.BadRows.SKIP) : options;
        return strict ? options.withBadRows(IngestOptions.BadRows.FAIL) : options;
    }

    private static final class PresetWords extends Words<Preset> {
        PresetWords() {
            super(Preset.class);
        }
    }

    private static final class QuantizationWords extends Words<IngestOptions.Quantization> {
        QuantizationWords() {
            super(IngestOptions.Quantization.class);
        }
    }

    private static final class OutOfRangeWords extends Words<IngestOptions.OutOfRange> {
        OutOfRangeWords() {
            super(IngestOptions.OutOfRange.class);
        }
    }

    private static final class HolesWords extends Words<IngestOptions.Holes> {
        HolesWords() {
            super(IngestOptions.Holes.class);
        }
    }
}
