package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Colormap;
import io.depth4j.Colormap.Interval;
import io.depth4j.Colormap.Kind;
import io.depth4j.Colormap.Stop;
import io.depth4j.Colormaps;
import io.depth4j.MalformedInputException;
import io.depth4j.Rgba;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColormapJsonTest {

    private static final Rgba RED = Rgba.rgb(255, 0, 0);
    private static final Rgba BLUE = Rgba.rgb(0, 0, 255);

    @Test
    void everyMapReadsBackEqual() {
        for (Colormap map : Colormaps.all()) {
            Colormap changed = map.withBad(new Rgba(1, 2, 3, 4)).withUnder(RED).withAlpha(99);
            assertThat(ColormapJson.read(ColormapJson.write(changed))).isEqualTo(changed);
        }
    }

    @Test
    void intervalsReadBackEqualInfiniteOnesToo() {
        Colormap map = Colormap.ofIntervals(
                        "zones \"ä\"",
                        List.of(
                                new Interval(Double.NEGATIVE_INFINITY, 0.1, RED),
                                new Interval(0.1, 1e300, BLUE.withAlpha(7)),
                                new Interval(1e300, Double.POSITIVE_INFINITY, RED)))
                .withOver(BLUE);
        assertThat(ColormapJson.read(ColormapJson.write(map))).isEqualTo(map);
    }

    @Test
    void stopsWrittenByHandAreRead() {
        Colormap map = ColormapJson.read("""
                {"stops": [{"at": 0, "color": "#ff0000"}, {"color": "#0000ff", "at": 1}], "name": "mine", "kind": "diverging"}
                """);
        assertThat(map)
                .isEqualTo(Colormap.ofStops("mine", List.of(new Stop(0, RED), new Stop(1, BLUE)))
                        .withKind(Kind.DIVERGING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[1]|the colormap: expected an object",
                "{\"stops\": []}|needs the field name",
                "{\"name\": \"a\"}|'a' needs one field of colors, stops, intervals",
                "{\"name\": 3}|name: expected a text, found 3",
                "{\"name\": \"a\", \"size\": 3}|size: unknown field, expected one of name, kind, colors, stops, intervals, under, over, bad (at byte 22)",
                "{\"name\": \"a\", \"kind\": \"nice\"}|kind: expected sequential, diverging, cyclic or miscellaneous, found nice",
                "{\"name\": \"a\", \"bad\": \"red\"}|bad: A colour is written #rrggbb",
                "{\"name\": \"a\", \"colors\": [\"#000000\", 7]}|colors[1]: expected a text, found 7",
                "{\"name\": \"a\", \"colors\": [\"#000000\"]}|colors: Colormap 'a' needs 256 colours, found 1",
                "{\"name\": \"a\", \"colors\": {}}|colors: expected an array, found a structure",
                "{\"name\": \"a\", \"stops\": [{\"color\": \"#000000\"}]}|stops[0].at: missing",
                "{\"name\": \"a\", \"stops\": [{\"at\": 2, \"color\": \"#000000\"}]}|stops[0]: A stop lies between 0 and 1",
                "{\"name\": \"a\", \"stops\": [{\"at\": 0, \"where\": 1}]}|stops[0].where: unknown field, expected one of at, color",
                "{\"name\": \"a\", \"stops\": [{\"x.at\": 0}]}|stops[0].x.at: unknown field",
                "{\"name\": \"a\", \"intervals\": [{\"from\": 0, \"my.color\": \"#000000\"}]}|intervals[0].my.color: unknown field",
                "{\"name\": \"a\", \"stops\": []}|stops: A colormap of stops needs at least 2",
                "{\"name\": \"a\", \"stops\": [], \"colors\": []}|colors: a colormap has only one of",
                "{\"name\": \"a\", \"intervals\": [{\"from\": 1e999, \"color\": \"#000000\"}]}|intervals[0].from: expected a finite number",
                "{\"name\": \"a\", \"intervals\": [{\"from\": 1, \"to\": 0, \"color\": \"#000000\"}]}|intervals[0]: An interval goes up",
                "{\"name\": \"a\", \"intervals\": []}|intervals: A colormap of intervals has 1 to 256",
                "{\"name\": \"a\", \"name\": \"b\"}|Duplicate field 'name'",
                "{\"name\": \"a\"} 1|nothing after its object",
                "{\"name\": \"a\"|A colormap is a JSON object",
            })
    void whatIsWrongIsNamedByItsField(String json, String message) {
        assertThatThrownBy(() -> ColormapJson.read(json))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"%s\": 1}",
                "{\"name\": \"%s\"}",
                "{\"kind\": \"%s\"}",
                "{\"bad\": \"%s\"}",
                "{\"stops\": [{\"at\": \"%s\"}]}"
            })
    void longTextsAreRefusedAndNotRepeated(String json) {
        assertThatThrownBy(() -> ColormapJson.read(json.formatted("z".repeat(100_000))))
                .isInstanceOf(MalformedInputException.class)
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void theEndIsNamedByItsPlace() {
        assertThatThrownBy(() -> ColormapJson.read("  "))
                .hasMessage("the colormap: expected an object, found the end (at byte 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null", "\"viridis\"", "{]", "\u0000"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> ColormapJson.read(json)).isInstanceOf(MalformedInputException.class);
    }
}
