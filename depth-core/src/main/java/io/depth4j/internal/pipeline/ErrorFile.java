package io.depth4j.internal.pipeline;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.frames.BadRow;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.internal.AtomicFile;
import io.depth4j.internal.csv.Diagnosis;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What is wrong with a bad file, as JSON to lie beside it.
 *
 * @param record what the history says of it
 * @param diagnosis all that is wrong with its rows
 */
record ErrorFile(PipelineRecord record, Diagnosis diagnosis) implements AtomicFile.Content {

    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void writeTo(OutputStream out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("file", record.file());
        json.writeStringField("sha256", record.sha256());
        json.writeStringField("time", record.time().toString());
        json.writeStringField("error", record.error().orElse(""));
        writeEnd(json);
        json.writeNumberField("rows", diagnosis.rows());
        json.writeNumberField("rejected", diagnosis.rejected());
        json.writeArrayFieldStart("badRows");
        for (BadRow row : diagnosis.badRows()) {
            json.writeStartObject();
            json.writeNumberField("line", row.line());
            json.writeNumberField("column", row.column());
            json.writeStringField("text", row.text());
            json.writeStringField("reason", row.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    /** Why rows are not counted, unless that is the error. */
    private void writeEnd(JsonGenerator json) throws IOException {
        Optional<String> end =
                diagnosis.end().filter(found -> !found.equals(record.error().orElse("")));
        if (end.isPresent()) {
            json.writeStringField("end", end.get());
        }
    }
}
