package io.depth4j.examples.cli;

import io.depth4j.Image;
import io.depth4j.MissingPixels;
import io.depth4j.Size;
import io.depth4j.io.Images;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rows of numbers, or a picture, in another size. */
@Command(
        name = "resize",
        description = {
            "Resize rows of numbers to rows of bytes, or a picture.",
            "Text holds one row a line. Each is resized by itself; the new numbers are cut to 0 to 255 and their"
                    + " fractions dropped (127.9 becomes 127). What ends in .png, .jpg, .bmp, .tif, .gif or .webp is a"
                    + " picture."
        },
        footer = {
            "",
            "Examples:",
            "  depth resize --convention scipySpline3 --width 150 rows.csv smaller.csv",
            "  depth resize --convention pillowBilinear --width 150 --cut before rows.csv -",
            "  depth resize --convention area --width 320 photo.png small.png"
        })
final class ResizeCommand extends Task {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff", "gif", "webp");
    private static final int MOST = 255;

    @Option(
            names = "--convention",
            required = true,
            paramLabel = "NAME",
            completionCandidates = Conventions.class,
            description = "Whose resizing: ${COMPLETION-CANDIDATES}.")
    private String convention;

    @Option(names = "--width", paramLabel = "N", description = "Cells of the new rows, or pixels.")
    private Optional<Integer> width = Optional.empty();

    @Option(
            names = "--height",
            paramLabel = "N",
            description = "Of a picture. With one of width and height the other follows.")
    private Optional<Integer> height = Optional.empty();

    @Option(
            names = "--cut",
            paramLabel = "WHEN",
            defaultValue = "after",
            description = "Cut numbers to bytes before or after resizing (${DEFAULT-VALUE} if not given). Resizers of"
                    + " bytes round as their convention does.")
    private RowResizing.Cut cut;

    @Option(
            names = "--missing",
            paramLabel = "LEVEL",
            description = "Allow empty cells, NaN, NA, null and none; what is missing becomes this byte.")
    private Optional<Integer> missing = Optional.empty();

    @Option(
            names = "--poison-row",
            description = "With scipySpline3: one missing cell makes its whole row missing, as in SciPy.")
    private boolean poisonRow;

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Between cells; if not given, the first of tab, semicolon and comma in the first line, else"
                    + " blanks.")
    private String delimiter;

    @Option(names = "--header", description = "The first line holds names and is left out.")
    private boolean header;

    @Parameters(index = "0", paramLabel = "IN", description = "A file, or - for standard input.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "A file, or - for standard output.")
    private Path out;

    @Override
    int run(Console console) throws IOException {
        checkWords(console);
        if (isPicture(isStandard(in) ? out : in)) {
            resizePicture(console);
        } else {
            resizeRows(console);
        }
        return ExitCode.DONE;
    }

    private void checkWords(Console console) {
        if (!Conventions.names().contains(convention)) {
            throw wrongUsage("--convention: expected one of " + Conventions.names() + ", found '" + convention + "'");
        }
        if (poisonRow && !convention.equals(Conventions.SPLINE)) {
            throw wrongUsage("--poison-row goes with --convention " + Conventions.SPLINE + " only");
        }
        if (width.orElse(1) < 1 || height.orElse(1) < 1) {
            throw wrongUsage("--width and --height are 1 or more");
        }
        if (missing.orElse(0) < 0 || missing.orElse(0) > MOST) {
            throw wrongUsage("--missing lies in 0..255, found " + missing.get());
        }
        if (console.isJson() && isStandard(out)) {
            throw wrongUsage("--json and the result both want standard output; give OUT a file name");
        }
    }

    private MissingPixels missingPixels() {
        return poisonRow ? MissingPixels.POISON_ROW : MissingPixels.KEEP;
    }

    private void resizeRows(Console console) throws IOException {
        if (height.isPresent()) {
            throw wrongUsage("--height is for pictures; rows stay as many as they are");
        }
        int cells = width.orElseThrow(() -> wrongUsage("Expected --width N, found none"));
        RowResizing resizing = new RowResizing(Conventions.named(convention, missingPixels()), cells, cut, missing);
        try (InputStream stream = isStandard(in) ? console.in() : new BufferedInputStream(Files.newInputStream(in));
                NumberRows rows = new NumberRows(stream, name(), delimiter, header, missing.isPresent())) {
            int columns = rows.columns();
            long[] count = new long[1];
            if (isStandard(out)) {
                count[0] = resizing.run(rows, console.out(), interruption());
            } else {
                WholeFile.write(out, target -> count[0] = resizing.run(rows, target, interruption()));
            }
            tell(console, count[0] + " rows of " + columns + " to " + cells, cells, count[0]);
        }
    }

    private void resizePicture(Console console) throws IOException {
        if (width.isEmpty() && height.isEmpty()) {
            throw wrongUsage("Expected --width N, --height N or both, found neither");
        }
        if (isStandard(out)) {
            throw wrongUsage("A picture needs a file name, whose ending says its format");
        }
        Image picture = isStandard(in) ? Images.read(console.in()) : Images.read(in);
        Size size = new Size(
                width.orElseGet(() -> proportional(height.get(), picture.width(), picture.height())),
                height.orElseGet(() -> proportional(width.get(), picture.height(), picture.width())));
        interruption().check();
        Images.write(Conventions.named(convention, missingPixels()).resize(picture, size), out);
        tell(console, picture.size() + " to " + size, size.width(), size.height());
    }

    private static int proportional(int side, int own, int other) {
        return Math.toIntExact(Math.max(1, Math.round((double) side * own / other)));
    }

    private void tell(Console console, String what, int newWidth, long newHeight) throws IOException {
        console.note("Resized " + what + " by " + convention + ": " + (isStandard(out) ? "standard output" : out));
        console.document(json -> {
            json.writeStartObject();
            json.writeStringField("in", name());
            json.writeStringField("out", out.toString());
            json.writeStringField("convention", convention);
            json.writeNumberField("width", newWidth);
            json.writeNumberField("height", newHeight);
            json.writeEndObject();
        });
    }

    private String name() {
        return isStandard(in) ? "standard input" : in.toString();
    }

    private static boolean isStandard(Path path) {
        return path.toString().equals("-");
    }

    private static boolean isPicture(Path path) {
        String text = path.toString().toLowerCase(Locale.ROOT);
        return PICTURES.contains(text.substring(text.lastIndexOf('.') + 1));
    }
}
