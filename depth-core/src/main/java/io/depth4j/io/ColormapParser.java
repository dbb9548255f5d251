package io.depth4j.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.Colormap;
import io.depth4j.Colormap.Interval;
import io.depth4j.Colormap.Kind;
import io.depth4j.Colormap.Stop;
import io.depth4j.MalformedInputException;
import io.depth4j.Rgba;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the one object that {@link ColormapJson} describes. */
final class ColormapParser {

    /** Far more entries than any map has; a list that goes on is cut off here. */
    private static final int MOST_ENTRIES = 4096;

    private final JsonParser in;

    private Optional<String> name = Optional.empty();
    private Optional<Kind> kind = Optional.empty();
    private Optional<Rgba> under = Optional.empty();
    private Optional<Rgba> over = Optional.empty();
    private Optional<Rgba> bad = Optional.empty();
    private Optional<Function<String, Colormap>> places = Optional.empty();

    ColormapParser(JsonParser in) {
        this.in = in;
    }

    Colormap read() throws IOException {
        in.nextToken();
        require(JsonToken.START_OBJECT, "the colormap", "an object");
        while (in.nextToken() != JsonToken.END_OBJECT) {
            readField(in.currentName());
        }
        if (in.nextToken() != null) {
            throw wrong("the colormap", "nothing after its object");
        }
        String given = name.orElseThrow(() -> new MalformedInputException("A colormap needs the field name"));
        Colormap map = places.orElseThrow(() -> new MalformedInputException(
                        "Colormap '" + given + "' needs one field of colors, stops, intervals"))
                .apply(given);
        map = kind.map(map::withKind).orElse(map);
        map = under.map(map::withUnder).orElse(map);
        map = over.map(map::withOver).orElse(map);
        return bad.map(map::withBad).orElse(map);
    }

    private void readField(String field) throws IOException {
        in.nextToken();
        switch (field) {
            case "name" -> name = Optional.of(text(field));
            case "kind" -> kind = Optional.of(kind(field));
            case "under" -> under = Optional.of(color(field));
            case "over" -> over = Optional.of(color(field));
            case "bad" -> bad = Optional.of(color(field));
            case "colors" -> {
                List<Rgba> colors = list(field, this::color);
                place(field, map -> Colormap.of(map, Kind.MISCELLANEOUS, colors));
            }
            case "stops" -> {
                List<Stop> stops = list(field, this::stop);
                place(field, map -> Colormap.ofStops(map, stops));
            }
            case "intervals" -> {
                List<Interval> intervals = list(field, this::interval);
                place(field, map -> Colormap.ofIntervals(map, intervals));
            }
            default -> throw unknown(field, "name, kind, colors, stops, intervals, under, over, bad");
        }
    }

    private void place(String field, Function<String, Colormap> maker) {
        if (places.isPresent()) {
            throw new MalformedInputException(
                    field + ": a colormap has only one of colors, stops, intervals", offset());
        }
        places = Optional.of(map -> checked(field, () -> maker.apply(map)));
    }

    private Stop stop(String path) throws IOException {
        Optional<Double> at = Optional.empty();
        Optional<Rgba> color = Optional.empty();
        require(JsonToken.START_OBJECT, path, "an object");
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            String field = path + "." + name;
            in.nextToken();
            switch (name) {
                case "at" -> at = Optional.of(number(field));
                case "color" -> color = Optional.of(color(field));
                default -> throw unknown(field, "at, color");
            }
        }
        double place = at.orElseThrow(() -> missing(path + ".at"));
        Rgba given = color.orElseThrow(() -> missing(path + ".color"));
        return checked(path, () -> new Stop(place, given));
    }

    private Interval interval(String path) throws IOException {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        Optional<Rgba> color = Optional.empty();
        require(JsonToken.START_OBJECT, path, "an object");
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            String field = path + "." + name;
            in.nextToken();
            switch (name) {
                case "from" -> from = number(field);
                case "to" -> to = number(field);
                case "color" -> color = Optional.of(color(field));
                default -> throw unknown(field, "from, to, color");
            }
        }
        double low = from;
        double high = to;
        Rgba given = color.orElseThrow(() -> missing(path + ".color"));
        return checked(path, () -> new Interval(low, high, given));
    }

    private <T> List<T> list(String field, Reader<T> reader) throws IOException {
        require(JsonToken.START_ARRAY, field, "an array");
        List<T> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST_ENTRIES) {
                throw wrong(field, "at most " + MOST_ENTRIES + " entries");
            }
            items.add(reader.read(field + "[" + items.size() + "]"));
        }
        return items;
    }

    private Kind kind(String field) throws IOException {
        String found = text(field);
        for (Kind candidate : Kind.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(found)) {
                return candidate;
            }
        }
        throw wrong(field, "sequential, diverging, cyclic or miscellaneous");
    }

    private Rgba color(String field) throws IOException {
        String found = text(field);
        return checked(field, () -> Rgba.parse(found));
    }

    private double number(String field) throws IOException {
        if (!in.currentToken().isNumeric() || !Double.isFinite(in.getDoubleValue())) {
            throw wrong(field, "a finite number");
        }
        return in.getDoubleValue();
    }

    private String text(String field) throws IOException {
        require(JsonToken.VALUE_STRING, field, "a text");
        return in.getText();
    }

    private void require(JsonToken token, String field, String expected) throws IOException {
        if (in.currentToken() != token) {
            throw wrong(field, expected);
        }
    }

    private <T> T checked(String field, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedInputException(field + ": " + e.getMessage(), e);
        }
    }

    private MalformedInputException wrong(String field, String expected) throws IOException {
        String found = in.currentToken() == null
                ? "the end"
                : in.currentToken().isStructStart() ? "a structure" : in.getText();
        return new MalformedInputException(field + ": expected " + expected + ", found " + found, offset());
    }

    private MalformedInputException missing(String field) {
        return new MalformedInputException(field + ": missing", offset());
    }

    private MalformedInputException unknown(String field, String known) {
        return new MalformedInputException(field + ": unknown field, expected one of " + known, offset());
    }

    private long offset() {
        return (in.currentToken() == null ? in.currentLocation() : in.currentTokenLocation()).getByteOffset();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(String path) throws IOException;
    }
}
