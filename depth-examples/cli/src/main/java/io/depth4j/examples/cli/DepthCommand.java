package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import io.depth4j.examples.cli.Console.Level;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that has all others below it, and the options that each of them takes. */
@Command(
        name = "depth",
        description = "Depth from pictures: estimates, files, colours and what is around them.",
        footer = {
            "",
            "Exit status: 0 all done; 1 some inputs failed and the rest was done;",
            "2 wrong usage; 3 nothing could be done; 130 interrupted.",
            "",
            "Examples:",
            "  depth estimate photo.jpg -o depth.png",
            "  depth doctor",
            "  depth resize --convention scipySpline3 --width 150 rows.csv smaller.csv",
            "  depth colormaps preview turbo -o turbo.png",
            "  depth frames ingest --store wells hole.csv"
        })
final class DepthCommand implements Runnable {

    private final Streams streams;
    private final Map<String, String> environment;
    private final Cancellation interruption;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer with one JSON document on standard output.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say on standard error only what went wrong.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error, with the stack of what went wrong.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sees to it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            scope = ScopeType.INHERIT,
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli sees to it
    private boolean version;

    DepthCommand(Streams streams, Map<String, String> environment, Cancellation interruption) {
        this.streams = streams;
        this.environment = environment;
        this.interruption = interruption;
    }

    Console console() {
        return new Console(streams, environment, json, level());
    }

    Cancellation interruption() {
        return interruption;
    }

    Level level() {
        return quiet ? Level.QUIET : verbose ? Level.VERBOSE : Level.NORMAL;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a command, found none; depth --help lists them");
    }
}
