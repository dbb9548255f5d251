package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.depth4j.eval.OrdinalResult;
import io.depth4j.eval.OrdinalScore;
import io.depth4j.eval.SampleFailure;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** How many pairs of pixels a network has in their order. */
record OrderTable(OrdinalResult result) implements Console.Json {

    void sayTo(Console console) {
        console.say(result.estimator() + " on " + result.set() + ": pairs of pixels in their order");
        console.say("");
        Table table = new Table("SCENES", "PAIRS", "ACCURACY");
        result.bySource()
                .forEach((source, accuracy) -> table.row(
                        source,
                        Integer.toString(pairs(result.results().stream()
                                .filter(score -> score.source().equals(source))
                                .toList())),
                        share(accuracy)));
        table.row("all pairs", Integer.toString(pairs(result.results())), share(result.accuracy()));
        table.sayTo(console);
    }

    private static int pairs(Collection<OrdinalScore> scores) {
        return scores.stream().mapToInt(OrdinalScore::pairs).sum();
    }

    private static String share(double accuracy) {
        return String.format(Locale.ROOT, "%.4f", accuracy);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("estimator", result.estimator());
        json.writeStringField("set", result.set());
        json.writeNumberField("accuracy", result.accuracy());
        json.writeNumberField("pairs", pairs(result.results()));
        json.writeObjectFieldStart("sources");
        for (Map.Entry<String, Double> source : result.bySource().entrySet()) {
            json.writeNumberField(source.getKey(), source.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("samples");
        for (OrdinalScore score : result.results()) {
            json.writeStartObject();
            json.writeStringField("id", score.id());
            json.writeStringField("source", score.source());
            json.writeNumberField("ordered", score.ordered());
            json.writeNumberField("pairs", score.pairs());
            json.writeEndObject();
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
        json.writeEndObject();
    }
}
