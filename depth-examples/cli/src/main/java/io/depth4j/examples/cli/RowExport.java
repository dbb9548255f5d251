package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.depth4j.Cancellation;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.PixelType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of an image as numbers, for other programs.
 *
 * @param image whose rows they are
 * @param unit what depths are counted in
 */
record RowExport(ImageSummary image, DepthUnit unit, Cancellation interruption) {

    /** Depths and pixels under their names; a missing pixel is nothing between two commas. Gives back how many rows there were. */
    long csv(Iterator<Frames> pieces, OutputStream out) throws IOException {
        String names = IntStream.range(0, image.width()).mapToObj(i -> "," + i).collect(Collectors.joining());
        out.write(("depth" + names + "\n").getBytes(StandardCharsets.UTF_8));
        long count = 0;
        while (pieces.hasNext()) {
            interruption.check();
            Frames rows = pieces.next().to(unit);
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < rows.count(); row++) {
                text.append(rows.depth(row));
                for (int x = 0; x < rows.width(); x++) {
                    text.append(',').append(number(rows, row, x).orElse(""));
                }
                text.append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            count += rows.count();
        }
        return count;
    }

    /** A document; a missing pixel is {@code null}. */
    long json(Iterator<Frames> pieces, OutputStream out) throws IOException {
        long count = 0;
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeNumberField("image", image.id());
            json.writeStringField("name", image.name());
            json.writeStringField("unit", unit.symbol());
            json.writeStringField("type", Words.of(image.type()));
            json.writeNumberField("pixels", image.width());
            json.writeArrayFieldStart("rows");
            while (pieces.hasNext()) {
                interruption.check();
                Frames rows = pieces.next().to(unit);
                for (int row = 0; row < rows.count(); row++) {
                    write(rows, row, json);
                }
                count += rows.count();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        return count;
    }

    private static void write(Frames rows, int row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("depth", rows.depth(row));
        json.writeArrayFieldStart("pixels");
        for (int x = 0; x < rows.width(); x++) {
            float value = rows.value(row, x);
            if (!Float.isFinite(value)) {
                json.writeNull();
            } else if (rows.type() == PixelType.UINT8) {
                json.writeNumber((int) value);
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** An array of doubles, in whose rows the depth comes first; a missing pixel is {@code NaN}. */
    long npy(Frames all, OutputStream out) throws IOException {
        Frames rows = all.to(unit);
        NpyMatrix matrix = new NpyMatrix(out, rows.count(), 1 + rows.width());
        for (int row = 0; row < rows.count(); row++) {
            interruption.check();
            matrix.add(rows.depth(row));
            for (int x = 0; x < rows.width(); x++) {
                matrix.add(rows.value(row, x));
            }
        }
        return rows.count();
    }

    /** The first rows and pixels, to look at. */
    Table table(Frames some, int mostPixels) {
        Frames rows = some.to(unit);
        int shown = Math.min(mostPixels, rows.width());
        boolean more = shown < rows.width();
        String[] cells = new String[1 + shown + (more ? 1 : 0)];
        cells[0] = "DEPTH";
        for (int x = 0; x < shown; x++) {
            cells[1 + x] = Integer.toString(x);
        }
        mark(cells, more);
        Table table = new Table(cells);
        for (int row = 0; row < rows.count(); row++) {
            cells[0] = Double.toString(rows.depth(row));
            for (int x = 0; x < shown; x++) {
                cells[1 + x] = number(rows, row, x).orElse("-");
            }
            mark(cells, more);
            table.row(cells);
        }
        return table;
    }

    private static void mark(String[] cells, boolean more) {
        if (more) {
            cells[cells.length - 1] = "...";
        }
    }

    private static Optional<String> number(Frames rows, int row, int x) {
        if (rows.isMissing(row, x)) {
            return Optional.empty();
        }
        float value = rows.value(row, x);
        return Optional.of(rows.type() == PixelType.UINT8 ? Integer.toString((int) value) : Float.toString(value));
    }
}
