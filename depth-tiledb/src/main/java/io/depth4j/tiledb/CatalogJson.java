package io.depth4j.tiledb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.StoreCommit;
import io.depth4j.internal.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The catalog's files, as JSON. Times are microseconds since 1970. */
final class CatalogJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    static final int VERSION = 1;

    /** A state to start from, and all commits up to it. */
    record Base(State state, List<StoreCommit> log) {}

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private CatalogJson() {}

    static byte[] format() {
        return written(json -> json.writeNumberField("depth4j-frames", VERSION));
    }

    static long version(byte[] content) {
        return JsonObject.parse(text(content)).whole("depth4j-frames");
    }

    static byte[] write(Commit commit) {
        return written(json -> {
            told(json, commit.told());
            change(json, commit.change());
        });
    }

    static Commit read(byte[] content) {
        JsonObject json = JsonObject.parseLong(text(content));
        return new Commit(told(json), change(json));
    }

    static byte[] write(Base base) {
        State state = base.state();
        return written(json -> {
            json.writeNumberField("number", state.number());
            json.writeNumberField("time", StoredImage.micros(state.time()));
            json.writeNumberField("lastId", state.lastId());
            json.writeArrayFieldStart("images");
            for (StoredImage image : state.images().values()) {
                json.writeStartObject();
                image(json, image);
                runs(json, image.runs());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("log");
            for (StoreCommit commit : base.log()) {
                json.writeStartObject();
                told(json, commit);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static Base readBase(byte[] content) {
        JsonObject json = JsonObject.parseLong(text(content));
        SortedMap<Long, StoredImage> images = new TreeMap<>();
        for (JsonObject each : json.objects("images")) {
            StoredImage image = image(each).withRuns(runs(each));
            images.put(image.id(), image);
        }
        List<StoreCommit> log =
                json.objects("log").stream().map(CatalogJson::told).toList();
        State state =
                new State(json.whole("number"), StoredImage.instant(json.whole("time")), json.whole("lastId"), images);
        return new Base(state, log);
    }

    private static void told(JsonGenerator json, StoreCommit commit) throws IOException {
        json.writeNumberField("number", commit.number());
        json.writeNumberField("time", StoredImage.micros(commit.time()));
        json.writeStringField("kind", commit.kind().name().toLowerCase(Locale.ROOT));
        if (commit.image().isPresent()) {
            json.writeNumberField("image", commit.image().getAsLong());
        }
        json.writeNumberField("added", commit.added());
        json.writeNumberField("replaced", commit.replaced());
        json.writeObjectFieldStart("note");
        for (Map.Entry<String, String> entry : new TreeMap<>(commit.note()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static StoreCommit told(JsonObject json) {
        JsonObject noted = json.object("note");
        Map<String, String> note = new LinkedHashMap<>();
        noted.names().forEach(name -> note.put(name, noted.string(name)));
        return new StoreCommit(
                json.whole("number"),
                StoredImage.instant(json.whole("time")),
                json.constant("kind", StoreCommit.Kind.class),
                json.has("image") ? OptionalLong.of(json.whole("image")) : OptionalLong.empty(),
                json.whole("added"),
                json.whole("replaced"),
                note);
    }

    private static void change(JsonGenerator json, Change change) throws IOException {
        if (change instanceof Change.Add add) {
            json.writeObjectFieldStart("add");
            image(json, add.like());
            json.writeNumberField("added", add.added());
            runs(json, add.runs());
            json.writeEndObject();
        } else if (change instanceof Change.Drop drop) {
            json.writeObjectFieldStart("drop");
            json.writeNumberField("image", drop.image());
            json.writeEndObject();
        } else if (change instanceof Change.Merge merge) {
            json.writeArrayFieldStart("merge");
            for (Change.Merged merged : merge.images()) {
                json.writeStartObject();
                json.writeNumberField("image", merged.image());
                runs(json, List.of(merged.run()));
                json.writeArrayFieldStart("replaced");
                for (String key : merged.replaced()) {
                    json.writeStartObject();
                    json.writeStringField("run", key);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static Change change(JsonObject json) {
        if (json.has("add")) {
            JsonObject add = json.object("add");
            return new Change.Add(image(add), runs(add), add.whole("added"));
        }
        if (json.has("drop")) {
            return new Change.Drop(json.object("drop").whole("image"));
        }
        if (!json.has("merge")) {
            return new Change.None();
        }
        List<Change.Merged> images = new ArrayList<>();
        for (JsonObject each : json.objects("merge")) {
            LinkedHashSet<String> replaced = new LinkedHashSet<>();
            each.objects("replaced").forEach(key -> replaced.add(key.string("run")));
            images.add(new Change.Merged(each.whole("image"), runs(each).get(0), replaced));
        }
        return new Change.Merge(images);
    }

    private static void image(JsonGenerator json, StoredImage image) throws IOException {
        json.writeNumberField("id", image.id());
        json.writeStringField("name", image.name());
        json.writeStringField("unit", image.unit().symbol());
        json.writeStringField("type", image.type().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("width", image.width());
        json.writeNumberField("rows", image.rows());
        json.writeNumberField("created", image.created());
        json.writeNumberField("updated", image.updated());
    }

    private static StoredImage image(JsonObject json) {
        return new StoredImage(
                json.whole("id"),
                json.string("name"),
                DepthUnit.of(json.string("unit")),
                json.constant("type", PixelType.class),
                json.integer("width"),
                json.whole("rows"),
                json.whole("created"),
                json.whole("updated"),
                List.of());
    }

    private static void runs(JsonGenerator json, List<Run> runs) throws IOException {
        json.writeArrayFieldStart("runs");
        for (Run run : runs) {
            json.writeStartObject();
            json.writeStringField("segment", run.segment());
            json.writeNumberField("slot", run.slot());
            json.writeNumberField("first", run.first());
            json.writeNumberField("rows", run.rows());
            json.writeNumberField("low", run.low());
            json.writeNumberField("high", run.high());
            json.writeBooleanField("masked", run.masked());
            json.writeBooleanField("timed", run.timed());
            json.writeBooleanField("averaged", run.averaged());
            json.writeNumberField("time", run.time());
            json.writeFieldName("fence");
            json.writeArray(run.fence(), 0, run.fence().length);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<Run> runs(JsonObject json) {
        return json.objects("runs").stream()
                .map(run -> new Run(
                        run.string("segment"),
                        run.whole("slot"),
                        run.whole("first"),
                        run.whole("rows"),
                        run.number("low"),
                        run.number("high"),
                        run.bool("masked"),
                        run.bool("timed"),
                        run.bool("averaged"),
                        run.whole("time"),
                        run.numbers("fence").stream()
                                .mapToDouble(depth -> depth)
                                .toArray()))
                .toList();
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
