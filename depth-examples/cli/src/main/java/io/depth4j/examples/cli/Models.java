package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelStore;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What the commands on networks have in common. */
final class Models {

    /** The names, for completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ModelCatalog.all().stream().map(ModelSpec::id).iterator();
        }
    }

    private Models() {}

    static ModelSpec named(String name) {
        try {
            return ModelCatalog.named(name);
        } catch (NoSuchElementException e) {
            throw new NothingDoneException("No network is named '" + name + "'; depth models lists the names", e);
        }
    }

    static List<ModelSpec> named(List<String> names) {
        return names.stream().map(Models::named).toList();
    }

    static String use(ModelSpec spec) {
        return spec.license().use() == ModelLicense.Use.FREE ? "free" : "restricted";
    }

    static String kind(ModelSpec spec) {
        return spec.output().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String size(ModelFile file) {
        return file.size().isPresent() ? Bytes.inWords(file.size().getAsLong()) : "unknown";
    }

    static void write(ModelSpec spec, ModelStore store, JsonGenerator json) throws IOException {
        ModelFile file = spec.file();
        json.writeStartObject();
        json.writeStringField("name", spec.id());
        json.writeStringField("title", spec.title());
        json.writeStringField("kind", kind(spec));
        json.writeStringField("license", spec.license().name());
        json.writeBooleanField("commercialUse", spec.license().use() == ModelLicense.Use.FREE);
        json.writeBooleanField("verified", spec.verified());
        json.writeStringField("file", store.path(file).toString());
        json.writeBooleanField("here", store.find(file).isPresent());
        if (file.size().isPresent()) {
            json.writeNumberField("size", file.size().getAsLong());
        }
        if (file.sha256().isPresent()) {
            json.writeStringField("sha256", file.sha256().get());
        }
        if (file.source().isPresent()) {
            json.writeStringField("source", file.source().get().toString());
        }
        json.writeEndObject();
    }

    static void writeAll(List<ModelSpec> specs, ModelStore store, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (ModelSpec spec : specs) {
            write(spec, store, json);
        }
        json.writeEndArray();
    }
}
