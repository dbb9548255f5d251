package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import io.depth4j.StoppedException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs command lines inside this JVM.
 *
 * @param streams where they read and write
 * @param environment the variables that they see
 * @param folder what relative paths start from
 * @param interruption cancelled when the user interrupts them
 */
record Program(Streams streams, Map<String, String> environment, Path folder, Cancellation interruption) {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    /** Runs one and gives back its exit status. */
    int run(String... arguments) {
        DepthCommand depth = new DepthCommand(streams, environment, interruption);
        CommandLine commands = CommandTree.of(depth, arguments);
        knowTheirVersion(commands);
        commands.registerConverter(Path.class, this::path);
        commands.registerConverter(GivenPath.class, text -> GivenPath.of(text, folder));
        commands.registerConverter(StoreAddress.class, text -> StoreAddress.of(text, folder));
        commands.registerConverter(ModelChoice.Model.class, text -> new ModelChoice.Model(text, path(text)));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(writer(streams.out()));
        commands.setErr(writer(streams.err()));
        commands.setColorScheme(Help.defaultColorScheme(depth.console().hasColors() ? Ansi.ON : Ansi.OFF));
        commands.setExecutionStrategy(parsed -> execute(depth, parsed));
        commands.setParameterExceptionHandler((wrong, given) -> wrongUsage(depth.console(), wrong));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(depth.console(), failure));
        try {
            int status = commands.execute(arguments);
            // Whoever reads the answer must not take a part of it, or nothing, for the whole.
            if (streams.out().checkError() && (status == ExitCode.DONE || status == ExitCode.SOME_FAILED)) {
                depth.console().error("Standard output could not be written; its reader may have gone");
                return ExitCode.NOTHING_DONE;
            }
            return status;
        } catch (OutOfMemoryError e) {
            return failed(depth.console(), e);
        } finally {
            streams.out().flush();
            streams.err().flush();
        }
    }

    private static void knowTheirVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Program::knowTheirVersion);
    }

    /** A hyphen stands for standard input or output, whatever the folder. */
    private Path path(String text) {
        return text.equals("-") ? Path.of(text) : folder.resolve(text);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int execute(DepthCommand depth, ParseResult parsed) {
        // Read by the logger when it first logs, and by nobody after that.
        System.setProperty(
                LOG_LEVEL,
                switch (depth.level()) {
                    case QUIET -> "error";
                    case NORMAL -> "warn";
                    case VERBOSE -> "debug";
                });
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int wrongUsage(Console console, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.error(Reason.of(wrong) + " (" + command + " --help tells more)", wrong);
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Throwable failure) {
        console.error(Reason.of(failure), failure);
        return failure instanceof StoppedException ? ExitCode.INTERRUPTED : ExitCode.NOTHING_DONE;
    }
}
