package io.depth4j.eval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Writes the JSON that {@link EvaluationReport} describes. */
final class ReportJson {

    private static final String FORMAT = "depth4j evaluation 1";

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(EvaluationReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new ReportJson(json).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written to", e);
        }
        return text.append('\n').toString();
    }

    private void write(EvaluationReport report) throws IOException {
        BenchmarkResult result = report.result();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("title", report.title());
        json.writeStringField("estimator", result.estimator());
        json.writeStringField("set", result.set());
        writeProtocol(result.protocol());
        json.writeObjectFieldStart("environment");
        for (Map.Entry<String, String> fact : Environment.of(report.model()).entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        writeFigures(result);
        if (report.baseline().isPresent()) {
            BenchmarkResult baseline = report.baseline().get();
            json.writeObjectFieldStart("baseline");
            json.writeStringField("estimator", baseline.estimator());
            writeFigures(baseline);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeProtocol(Protocol protocol) throws IOException {
        json.writeObjectFieldStart("protocol");
        json.writeStringField("name", protocol.name());
        json.writeStringField("aligner", protocol.aligner().label());
        json.writeStringField("space", protocol.space().label());
        writeNumber("near", protocol.cap().near());
        writeNumber("far", protocol.cap().far());
        json.writeStringField("crop", protocol.crop().label());
        json.writeStringField("clamp", protocol.clamp().label());
        json.writeEndObject();
    }

    private void writeFigures(BenchmarkResult result) throws IOException {
        json.writeFieldName("mean");
        if (result.results().isEmpty()) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeNumberField("samples", result.results().size());
            writeScores(result.mean());
        }
        json.writeArrayFieldStart("sources");
        for (Map.Entry<String, Scores> source : result.bySource().entrySet()) {
            json.writeStartObject();
            json.writeStringField("source", source.getKey());
            json.writeNumberField("samples", ReportTable.samples(result, source.getKey()));
            writeScores(source.getValue());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("samples");
        for (SampleResult sample : result.results()) {
            json.writeStartObject();
            json.writeStringField("id", sample.id());
            json.writeStringField("source", sample.source());
            writeScores(sample.scores());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failures");
        for (SampleFailure failure : result.failures()) {
            json.writeStartObject();
            json.writeStringField("id", failure.id());
            json.writeStringField("source", failure.source());
            json.writeStringField("reason", failure.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The rest of an object that is begun. */
    private void writeScores(Scores scores) throws IOException {
        json.writeNumberField("pixels", scores.pixels());
        json.writeNumberField("missed", scores.missed());
        json.writeObjectFieldStart("metrics");
        for (Metric metric : Metric.values()) {
            writeNumber(metric.name().toLowerCase(Locale.ROOT), scores.of(metric));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeNumber(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
