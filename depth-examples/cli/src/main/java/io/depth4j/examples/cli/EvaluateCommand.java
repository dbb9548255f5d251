package io.depth4j.examples.cli;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.eval.Benchmark;
import io.depth4j.eval.BenchmarkProgress;
import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.EvaluationReport;
import io.depth4j.eval.OrdinalBenchmark;
import io.depth4j.eval.OrdinalResult;
import io.depth4j.eval.Protocol;
import io.depth4j.eval.Sample;
import io.depth4j.eval.SampleFailure;
import io.depth4j.eval.SampleSet;
import io.depth4j.eval.SampleSets;
import io.depth4j.eval.VerticalRamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How good a network is. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Measure a network on pictures with known depth.",
            "A vertical ramp, which sees nothing, is measured beside it: who is not better has not seen much either."
        },
        footer = {
            "",
            "Examples:",
            "  depth evaluate --manifest photos.csv",
            "  depth evaluate --manifest photos.csv --model network.onnx --only rooms --report report.html",
            "  depth evaluate --manifest photos.csv --model network.onnx --align ransac --json"
        })
final class EvaluateCommand extends Task {

    @ArgGroup(multiplicity = "1", heading = "Pictures with known depth, one of these:%n")
    private SetChoice set;

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description = "With --kitti, where the raw data is, if not beside the list.")
    private Optional<Path> pictures = Optional.empty();

    @Option(
            names = "--depths",
            paramLabel = "FOLDER",
            description = "With --kitti, where the annotated depth is, if not beside the list.")
    private Optional<Path> depths = Optional.empty();

    @Option(names = "--only", paramLabel = "SOURCE", split = ",", description = "Only the pictures from these sources.")
    private Set<String> sources = Set.of();

    @Mixin
    private ProtocolChoice protocol;

    @Mixin
    private ModelChoice model;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page with all figures and the worst pictures, too.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--worst",
            paramLabel = "N",
            description = "How many pictures the page shows; ${DEFAULT-VALUE} if not given.")
    private int worst = 6;

    @Override
    int run(Console console) throws IOException {
        if (worst < 0) {
            throw wrongUsage("--worst is 0 or more, found " + worst);
        }
        try (DepthEstimator estimator = model.open(console)) {
            return set.ordinal().isPresent()
                    ? evaluateOrder(console, estimator, set.ordinal().get())
                    : evaluateDepth(console, estimator);
        }
    }

    private int evaluateDepth(Console console, DepthEstimator estimator) throws IOException {
        Benchmark benchmark = benchmark(console, estimator.model().kind());
        BenchmarkResult result = benchmark.run(estimator);
        requireSome(console, result.set(), result.results(), result.failures());
        EvaluationReport found = EvaluationReport.of(result).withModel(estimator.model());
        EvaluationTable table = EvaluationTable.of(result);
        try (DepthEstimator ramp = new VerticalRamp()) {
            if (benchmark.protocol().takes(ramp.model().kind())) {
                BenchmarkResult baseline = benchmark.run(ramp);
                console.progressDone();
                found = found.withBaseline(baseline);
                table = table.withRamp(baseline);
            } else {
                console.note("The ramp tells no metres and is left out under this protocol.");
            }
        }
        table.sayTo(console);
        String json = found.json().strip();
        console.document(generator -> generator.writeRawValue(json));
        if (report.isPresent()) {
            found.withWorst(benchmark, estimator, worst).writeHtml(report.get());
            console.note("The report is " + report.get());
        }
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private Benchmark benchmark(Console console, DepthKind kind) throws IOException {
        Protocol measured = protocol();
        if (!measured.takes(kind)) {
            throw new NothingDoneException("The network tells " + kind + ", " + kind.meaning() + ", which \""
                    + measured.name() + "\" does not bring to metres; choose another --protocol, --align or --space");
        }
        return new Benchmark(chosen(set.read(pictures, depths)), measured, progress -> tell(console, progress));
    }

    private Protocol protocol() {
        try {
            return protocol.protocol();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private SampleSet chosen(SampleSet all) {
        if (sources.isEmpty()) {
            return all;
        }
        SampleSet chosen = all.only(sample -> sources.contains(sample.source()));
        if (chosen.samples().isEmpty()) {
            throw new NothingDoneException("Expected pictures from " + String.join(", ", sources)
                    + ", found only those from "
                    + all.samples().stream().map(Sample::source).distinct().collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private int evaluateOrder(Console console, DepthEstimator estimator, Path file) throws IOException {
        OrdinalBenchmark benchmark = SampleSets.da2k(file).withListener(progress -> tell(console, progress));
        OrdinalResult result = benchmark.run(estimator);
        requireSome(console, result.set(), result.results(), result.failures());
        OrderTable table = new OrderTable(result);
        table.sayTo(console);
        console.document(table);
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void tell(Console console, BenchmarkProgress progress) {
        interruption().check();
        console.progress(progress.done() + " of " + progress.total() + "  " + progress.last());
    }

    private static void requireSome(Console console, String set, List<?> results, List<SampleFailure> failures) {
        console.progressDone();
        failures.forEach(failure -> console.error(failure.toString(), failure.cause()));
        if (results.isEmpty()) {
            throw new NothingDoneException(
                    "Of the " + failures.size() + " pictures of " + set + " none could be measured");
        }
    }
}
