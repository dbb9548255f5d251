package io.depth4j.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.depth4j.Colormap;
import io.depth4j.Colormap.Interval;
import io.depth4j.MalformedInputException;
import io.depth4j.Rgba;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Colormaps as JSON, one object:
 *
 * <pre>{@code
 * {"name": "zones", "kind": "miscellaneous",
 *  "intervals": [{"to": 2, "color": "#0000ff"}, {"from": 2, "to": 10, "color": "#ff800080"}],
 *  "under": "#000000", "over": "#ffffff", "bad": "#00000000"}
 * }</pre>
 *
 * <p>Colours are {@code #rrggbb} or {@code #rrggbbaa}. Exactly one of three says where they lie: {@code colors}, 256 of them;
 * {@code stops}, objects of {@code at} and {@code color} as {@link Colormap#ofStops} takes them; {@code intervals}, objects of
 * {@code from}, {@code to} and {@code color}, where a missing end is infinite. Required beside it is only {@code name}; what else is
 * missing is as the {@link Colormap} has it by itself. Unknown and repeated fields are refused, and texts of more than 1000
 * letters. Written are {@code colors} or {@code intervals} and all fields.
 */
public final class ColormapJson {

    private static final int LONGEST_TEXT = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_TEXT)
                    .build())
            .build();

    private ColormapJson() {}

    /**
     * The map that the text describes.
     *
     * @throws MalformedInputException if the text is no such description; the message names the field
     */
    public static Colormap read(String json) {
        try (JsonParser in = FACTORY.createParser(json.getBytes(StandardCharsets.UTF_8))) {
            return new ColormapParser(in).read();
        } catch (JsonProcessingException e) {
            throw new MalformedInputException("A colormap is a JSON object: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The map as text; {@link #read} gives an equal map. */
    public static String write(Colormap map) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("name", map.name());
            out.writeStringField("kind", map.kind().name().toLowerCase(Locale.ROOT));
            if (map.intervals().isEmpty()) {
                out.writeArrayFieldStart("colors");
                for (Rgba color : map.colors()) {
                    out.writeString(color.toString());
                }
            } else {
                out.writeArrayFieldStart("intervals");
                for (Interval interval : map.intervals()) {
                    write(interval, out);
                }
            }
            out.writeEndArray();
            out.writeStringField("under", map.under().toString());
            out.writeStringField("over", map.over().toString());
            out.writeStringField("bad", map.bad().toString());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Interval interval, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (Double.isFinite(interval.from())) {
            out.writeNumberField("from", interval.from());
        }
        if (Double.isFinite(interval.to())) {
            out.writeNumberField("to", interval.to());
        }
        out.writeStringField("color", interval.color().toString());
        out.writeEndObject();
    }
}
