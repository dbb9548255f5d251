package io.depth4j.examples.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a command line did.
 *
 * @param status its exit status
 * @param bytes its standard output
 * @param err its standard error
 */
record Run(int status, byte[] bytes, String err) {

    private static final Path JAR = Path.of("target/depth.jar");

    /** A place where command lines run, inside this JVM. */
    record InProcess(Path folder, byte[] in, boolean terminal, Map<String, String> environment) {

        InProcess reading(byte[] input) {
            return new InProcess(folder, input, terminal, environment);
        }

        InProcess reading(String input) {
            return reading(input.getBytes(StandardCharsets.UTF_8));
        }

        InProcess onTerminal() {
            return new InProcess(folder, in, true, environment);
        }

        InProcess with(String variable, String value) {
            return new InProcess(folder, in, terminal, Map.of(variable, value));
        }

        /** Runs {@code depth} with these arguments. */
        Run depth(String... arguments) {
            return depth(new Cancellation(), arguments);
        }

        Run depth(Cancellation interruption, String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Streams streams = new Streams(
                    new ByteArrayInputStream(in),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    terminal);
            int status = new Program(streams, environment, folder, interruption).run(arguments);
            return new Run(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** Relative paths start from this folder. */
    static InProcess in(Path folder) {
        return new InProcess(folder, new byte[0], false, Map.of());
    }

    /** The jar as a process of its own, with these options of the JVM before {@code -jar}. */
    static ProcessBuilder jar(Path folder, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        return builder;
    }

    /** As {@link #jar}, and SIGINT arrives even where whoever runs the tests ignores it, as what runs in the background does. */
    static ProcessBuilder interruptibleJar(Path folder, String... arguments) {
        List<String> hearing = List.of("env", "--default-signal=INT");
        assumeTrue(works(hearing), "needs an env that knows --default-signal");
        ProcessBuilder builder = jar(folder, List.of(), arguments);
        builder.command().addAll(0, hearing);
        return builder;
    }

    private static boolean works(List<String> command) {
        List<String> trial = new ArrayList<>(command);
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs it to its end. */
    static Run ofJar(Path folder, String... arguments) {
        return of(jar(folder, List.of(), arguments));
    }

    static Run of(ProcessBuilder builder) {
        try {
            Path err = Files.createTempFile("depth", ".err");
            try {
                Process process = builder.redirectError(err.toFile()).start();
                process.getOutputStream().close();
                byte[] out = process.getInputStream().readAllBytes();
                return new Run(process.waitFor(), out, Files.readString(err));
            } finally {
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Standard output as text. */
    String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
