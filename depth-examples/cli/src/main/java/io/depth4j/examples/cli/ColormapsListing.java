package io.depth4j.examples.cli;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.Rgba;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Lists them: by itself and under the name of the whole. */
abstract class ColormapsListing extends Task {

    @Option(names = "--kind", paramLabel = "KIND", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Optional<Colormap.Kind> kind = Optional.empty();

    @Option(
            names = "--color-blind-safe",
            description = "Only those whose colours people with a colour vision deficiency can tell apart.")
    private boolean safeOnly;

    @Override
    final int run(Console console) throws IOException {
        List<Colormap> maps = Colormaps.all().stream()
                .filter(map -> kind.isEmpty() || map.kind() == kind.get())
                .filter(map -> !safeOnly || map.isColorBlindSafe())
                .toList();
        Table table = new Table("NAME", "KIND", "COLOR-BLIND SAFE", "LOWEST", "HIGHEST", "MISSING");
        for (Colormap map : maps) {
            table.row(
                    map.name(),
                    kind(map),
                    map.isColorBlindSafe() ? "yes" : "-",
                    lowest(map).toString(),
                    highest(map).toString(),
                    map.bad().toString());
        }
        table.sayTo(console);
        console.document(json -> {
            json.writeStartArray();
            for (Colormap map : maps) {
                json.writeStartObject();
                json.writeStringField("name", map.name());
                json.writeStringField("kind", kind(map));
                json.writeBooleanField("colorBlindSafe", map.isColorBlindSafe());
                json.writeStringField("lowest", lowest(map).toString());
                json.writeStringField("highest", highest(map).toString());
                json.writeStringField("missing", map.bad().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        return ExitCode.DONE;
    }

    private static String kind(Colormap map) {
        return map.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Rgba lowest(Colormap map) {
        return map.colors().get(0);
    }

    private static Rgba highest(Colormap map) {
        return map.colors().get(map.colors().size() - 1);
    }
}
