package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.tiledb.StoreOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of depths and pixels in a folder, and a store made of them. */
final class Wells {

    static final String STORE = "wells";
    static final String HOLE = "hole.csv";
    static final String FAULTY = "faulty.csv";
    static final int ROWS = 30;
    static final int PIXELS = 200;

    private Wells() {}

    /** A good table, in which one pixel is missing, and one with two bad rows. */
    static void tables(Path folder) throws IOException {
        StringBuilder hole = new StringBuilder("depth");
        IntStream.range(0, PIXELS).forEach(x -> hole.append(",p").append(x));
        hole.append('\n');
        for (int row = 0; row < ROWS; row++) {
            hole.append(String.format(Locale.ROOT, "%.1f", 1000 + row / 10.0));
            for (int x = 0; x < PIXELS; x++) {
                hole.append(',').append(row == 4 && x == 1 ? "" : Integer.toString(value(row, x)));
            }
            hole.append('\n');
        }
        Files.writeString(folder.resolve(HOLE), hole);
        Files.writeString(folder.resolve(FAULTY), "depth,0,1,2\n7.0,10,20,30\n7.1,11,x,31\n7.2,12,22\n7.3,13,,33\n");
    }

    /** A wave that goes down the hole. */
    static int value(int row, int x) {
        return (int) (120 + 60 * Math.sin(Math.toRadians(1.8 * x + 12 * row)) + 2 * row);
    }

    /** A store with the good table as image 1. */
    static void store(Path folder) throws IOException {
        tables(folder);
        Run run = Run.in(folder).depth("frames", "ingest", "--store", STORE, HOLE);
        if (run.status() != ExitCode.DONE) {
            throw new IOException(run.err());
        }
    }

    static TileDbFrameStore open(Path folder) {
        return TileDbFrameStore.openExisting(folder.resolve(STORE), StoreOptions.defaults());
    }

    static Frames read(Path folder, long image) {
        try (TileDbFrameStore store = open(folder)) {
            return store.read(image, DepthRange.all());
        }
    }

    /** {@code depth frames COMMAND --store wells …} */
    static Run run(Path folder, String command, String... more) {
        return run(Run.in(folder), command, more);
    }

    static Run run(Run.InProcess place, String command, String... more) {
        List<String> words = new ArrayList<>(List.of("frames", command, "--store", STORE));
        words.addAll(List.of(more));
        return place.depth(words.toArray(String[]::new));
    }

    /** The cells of each line of a table but its headings. */
    static List<List<String>> cells(String table) {
        return table.lines()
                .skip(1)
                .map(line -> List.of(line.strip().split(" {2,}")))
                .collect(Collectors.toList());
    }

    /** The values of a document by their places, {@code /files/0/rows}. */
    static Map<String, String> values(String json) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        }
        return values;
    }
}
