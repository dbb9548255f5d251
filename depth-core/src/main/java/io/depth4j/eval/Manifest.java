package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.MalformedInputException;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.DepthScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of photos and of PNGs of 16 bits with their depth. */
final class Manifest {

    /** Metres and pixels that are stored in smaller or larger steps are a slip of the pen. */
    private static final double LEAST_SCALE = 1e-12;

    private Manifest() {}

    static SampleSet read(Path csv) throws IOException {
        CsvTable table = CsvTable.read(csv);
        table.require("id", "rgb", "gt", "kind", "scale");
        List<Sample> samples = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String id = row.text("id");
            Integer earlier = lines.put(id, row.line());
            if (earlier != null) {
                throw row.wrong("id", "one that no other line has, as line " + earlier + " does");
            }
            samples.add(sample(csv, table, row));
        }
        if (samples.isEmpty()) {
            throw new MalformedInputException(csv + " names no samples; expected lines below its header");
        }
        return new SampleSet(FolderWalk.name(csv.toAbsolutePath().normalize().resolveSibling("")), samples);
    }

    private static Sample sample(Path csv, CsvTable table, CsvTable.Row row) {
        String id = row.text("id");
        String source = table.has("source") ? row.text("source") : id.replaceFirst("_.*", "");
        String place = "line " + row.line() + " of " + csv.getFileName();
        DepthKind kind = kind(table, row);
        // Whatever the reader of depth files understands has a scale of its own; only a PNG asks for one.
        if (!row.text("gt").toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw row.wrong("gt", "a PNG of 16 bits");
        }
        if (table.has("invalid") && !row.text("invalid").equals("0")) {
            throw row.wrong("invalid", "0");
        }
        DepthReadOptions options = DepthReadOptions.defaults().withKind(kind).withScale(scale(row));
        SampleFile picture = new SampleFile(row.path("rgb"), "column \"rgb\", " + place);
        SampleFile known = new SampleFile(row.path("gt"), "column \"gt\", " + place);
        return Sample.of(id, source, picture::picture, () -> known.depth(options));
    }

    private static DepthScale scale(CsvTable.Row row) {
        double scale = row.positive("scale");
        if (!(scale >= LEAST_SCALE && scale <= 1 / LEAST_SCALE)) {
            throw row.wrong("scale", "a number from " + LEAST_SCALE + " to " + 1 / LEAST_SCALE);
        }
        return DepthScale.perUnit(1 / scale);
    }

    private static DepthKind kind(CsvTable table, CsvTable.Row row) {
        DepthKind kind = switch (row.text("kind")) {
            case "depth" -> DepthKind.METRIC;
            case "disparity" -> DepthKind.AFFINE_INVARIANT_INVERSE;
            default -> throw row.wrong("kind", "\"depth\" or \"disparity\"");
        };
        String unit = kind == DepthKind.METRIC ? "m" : "px";
        if (table.has("unit") && !row.text("unit").equals(unit)) {
            throw row.wrong("unit", "\"" + unit + "\" for " + row.text("kind"));
        }
        return kind;
    }
}
