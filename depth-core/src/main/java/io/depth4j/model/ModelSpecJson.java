package io.depth4j.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import io.depth4j.internal.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Specs as JSON. What is not said has the default that is good for most networks: RGB from 0 to 1 in four axes, depth along the
 * optical axis as it stands, enlarged between neighbours.
 *
 * <pre>{@code
 * {
 *   "id": "my-network",
 *   "input": {"tensor": "image", "size": {"mode": "squash", "width": 224, "height": 224}},
 *   "output": {"tensor": "depth", "kind": "metric"},
 *   "license": {"name": "Apache-2.0", "use": "free"},
 *   "file": {"name": "my-network.onnx"}
 * }
 * }</pre>
 */
public final class ModelSpecJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double BYTE = 1 / 255.0;
    private static final double HALF = 0.5;

    private ModelSpecJson() {}

    /**
     * Reads a spec.
     *
     * @throws MalformedInputException with the name of the field that is missing, unknown or wrong
     */
    public static ModelSpec read(String json) {
        JsonObject root = JsonObject.parse(json);
        try {
            root.allowOnly("id", "title", "input", "output", "license", "file", "verified");
            String id = root.string("id");
            return new ModelSpec(
                    id,
                    root.optionalString("title").orElse(id),
                    input(root.object("input")),
                    output(root.object("output")),
                    license(root.object("license")),
                    file(root.object("file")),
                    root.has("verified") && root.bool("verified"));
        } catch (IllegalArgumentException e) {
            throw new MalformedInputException("The spec does not hold together: " + e.getMessage(), e);
        }
    }

    private static ModelInput input(JsonObject json) {
        json.allowOnly("tensor", "rank", "order", "size", "resample", "scale", "mean", "deviation", "constants");
        Map<String, Long> constants = new TreeMap<>();
        json.optionalObject("constants")
                .ifPresent(each -> each.names().forEach(name -> constants.put(name, each.whole(name))));
        return new ModelInput(
                json.string("tensor"),
                json.has("rank") ? json.integer("rank") : 4,
                json.has("order") ? json.constant("order", ModelInput.ChannelOrder.class) : ModelInput.ChannelOrder.RGB,
                size(json.object("size")),
                json.has("resample") ? json.constant("resample", Resample.class) : Resample.OPENCV_BILINEAR,
                json.has("scale") ? json.number("scale") : BYTE,
                json.has("mean") ? json.numbers("mean") : List.of(0.0, 0.0, 0.0),
                json.has("deviation") ? json.numbers("deviation") : List.of(1.0, 1.0, 1.0),
                constants);
    }

    private static SizeRule size(JsonObject json) {
        json.allowOnly("mode", "width", "height", "multiple");
        SizeRule.Mode mode = json.constant("mode", SizeRule.Mode.class);
        boolean exact = mode == SizeRule.Mode.EXACT || mode == SizeRule.Mode.EXACT_DOWN;
        return new SizeRule(
                mode,
                exact && !json.has("width") ? 1 : json.integer("width"),
                exact && !json.has("height") ? 1 : json.integer("height"),
                json.has("multiple") ? json.integer("multiple") : 1);
    }

    private static ModelOutput output(JsonObject json) {
        json.allowOnly("tensor", "kind", "axis", "reading", "valid", "upsample", "confidence", "mask", "sky");
        ModelOutput output = ModelOutput.of(json.string("tensor"), json.constant("kind", DepthKind.class));
        if (json.has("axis")) {
            output = output.withAxis(json.constant("axis", DepthAxis.class));
        }
        if (json.has("reading")) {
            output = output.withReading(reading(json.object("reading")));
        }
        if (json.has("valid")) {
            output = output.withValid(range(json));
        }
        if (json.has("upsample")) {
            output = output.withUpsample(json.constant("upsample", Upsample.class));
        }
        if (json.has("confidence")) {
            output = output.withConfidence(json.string("confidence"));
        }
        if (json.has("mask")) {
            output = output.withMask(above(json.object("mask")));
        }
        return json.has("sky") ? output.withSky(above(json.object("sky"))) : output;
    }

    private static ModelOutput.Above above(JsonObject json) {
        json.allowOnly("tensor", "above");
        return new ModelOutput.Above(json.string("tensor"), json.has("above") ? json.number("above") : HALF);
    }

    private static Range range(JsonObject json) {
        List<Double> ends = json.numbers("valid");
        if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
            throw new MalformedInputException("'output.valid' should be [low, high], low below high, found " + ends);
        }
        return Range.of(ends.get(0), ends.get(1));
    }

    private static DepthReading reading(JsonObject json) {
        json.allowOnly("plain", "reciprocal", "canonical-focal", "own-focal", "inverse-per-width", "points");
        if (json.names().size() != 1) {
            throw new MalformedInputException(
                    "'output.reading' should be one of plain, reciprocal, canonical-focal, own-focal, "
                            + "inverse-per-width and points, found " + json.names());
        }
        return switch (json.names().iterator().next()) {
            case "plain" -> new DepthReading.Plain(json.number("plain"));
            case "reciprocal" -> new DepthReading.Reciprocal();
            case "canonical-focal" -> new DepthReading.CanonicalFocal(json.number("canonical-focal"));
            case "own-focal" -> new DepthReading.OwnFocal(json.string("own-focal"));
            case "inverse-per-width" -> new DepthReading.InversePerWidth(json.string("inverse-per-width"));
            default -> new DepthReading.Points(json.string("points"));
        };
    }

    private static ModelLicense license(JsonObject json) {
        json.allowOnly("name", "use");
        return new ModelLicense(json.string("name"), json.constant("use", ModelLicense.Use.class));
    }

    private static ModelFile file(JsonObject json) {
        json.allowOnly("name", "size", "sha256", "source");
        return new ModelFile(
                json.string("name"),
                json.has("size") ? OptionalLong.of(json.whole("size")) : OptionalLong.empty(),
                json.optionalString("sha256"),
                json.optionalString("source").map(ModelSpecJson::uri));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedInputException("'file.source' should be a URI, found '" + text + "'", e);
        }
    }

    /** The spec as JSON that {@link #read} reads, everything said. */
    public static String write(ModelSpec spec) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("id", spec.id());
            out.writeStringField("title", spec.title());
            write(spec.input(), out);
            write(spec.output(), out);
            out.writeObjectFieldStart("license");
            out.writeStringField("name", spec.license().name());
            out.writeStringField("use", JsonObject.name(spec.license().use()));
            out.writeEndObject();
            write(spec.file(), out);
            out.writeBooleanField("verified", spec.verified());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(ModelInput input, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("input");
        out.writeStringField("tensor", input.tensor());
        out.writeNumberField("rank", input.rank());
        out.writeStringField("order", JsonObject.name(input.order()));
        out.writeObjectFieldStart("size");
        out.writeStringField("mode", JsonObject.name(input.size().mode()));
        out.writeNumberField("width", input.size().width());
        out.writeNumberField("height", input.size().height());
        out.writeNumberField("multiple", input.size().multiple());
        out.writeEndObject();
        out.writeStringField("resample", JsonObject.name(input.resample()));
        out.writeNumberField("scale", input.scale());
        write("mean", input.mean(), out);
        write("deviation", input.deviation(), out);
        if (!input.constants().isEmpty()) {
            out.writeObjectFieldStart("constants");
            for (Map.Entry<String, Long> each : new TreeMap<>(input.constants()).entrySet()) {
                out.writeNumberField(each.getKey(), each.getValue());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void write(ModelOutput output, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("output");
        out.writeStringField("tensor", output.tensor());
        out.writeStringField("kind", JsonObject.name(output.kind()));
        out.writeStringField("axis", JsonObject.name(output.axis()));
        write(output.reading(), out);
        write("valid", List.of(output.valid().low(), output.valid().high()), out);
        out.writeStringField("upsample", JsonObject.name(output.upsample()));
        writeIfPresent("confidence", output.confidence(), out);
        writeAbove("mask", output.mask(), out);
        writeAbove("sky", output.sky(), out);
        out.writeEndObject();
    }

    private static void write(DepthReading reading, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("reading");
        if (reading instanceof DepthReading.Plain plain) {
            out.writeNumberField("plain", plain.unit());
        } else if (reading instanceof DepthReading.Reciprocal) {
            out.writeBooleanField("reciprocal", true);
        } else if (reading instanceof DepthReading.CanonicalFocal canonical) {
            out.writeNumberField("canonical-focal", canonical.focal());
        } else if (reading instanceof DepthReading.OwnFocal own) {
            out.writeStringField("own-focal", own.focal());
        } else if (reading instanceof DepthReading.InversePerWidth inverse) {
            out.writeStringField("inverse-per-width", inverse.focal());
        } else if (reading instanceof DepthReading.Points points) {
            out.writeStringField("points", points.metricScale());
        }
        out.writeEndObject();
    }

    private static void write(ModelFile file, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("file");
        out.writeStringField("name", file.name());
        if (file.size().isPresent()) {
            out.writeNumberField("size", file.size().getAsLong());
        }
        writeIfPresent("sha256", file.sha256(), out);
        writeIfPresent("source", file.source().map(URI::toString), out);
        out.writeEndObject();
    }

    private static void write(String name, List<Double> numbers, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (double number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    private static void writeAbove(String name, Optional<ModelOutput.Above> value, JsonGenerator out)
            throws IOException {
        if (value.isPresent()) {
            out.writeObjectFieldStart(name);
            out.writeStringField("tensor", value.get().tensor());
            out.writeNumberField("above", value.get().threshold());
            out.writeEndObject();
        }
    }

    private static void writeIfPresent(String name, Optional<String> value, JsonGenerator out) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(name, value.get());
        }
    }
}
