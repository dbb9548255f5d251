package io.depth4j.examples.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the same program once again, with the vector module, which a JVM takes at its start only. */
final class Relaunch {

    private static final String VECTOR = "jdk.incubator.vector";
    /** Set in the second JVM. */
    static final String AGAIN = "depth4j.relaunched";

    /** Their options come to the second JVM as arguments; it must not read them twice, or say that it did. */
    private static final List<String> OPTION_VARIABLES =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private Relaunch() {}

    /** Whether this JVM lacks the module, a second one would have it, and nobody forbade vectors. */
    static boolean isWanted() {
        return !isSecond()
                && !"scalar".equals(System.getProperty("depth4j.kernels"))
                && ModuleLayer.boot().findModule(VECTOR).isEmpty()
                && ModuleFinder.ofSystem().find(VECTOR).isPresent();
    }

    /** Whether this is the second JVM. */
    static boolean isSecond() {
        return System.getProperty(AGAIN) != null;
    }

    /** Runs the second JVM to its end and gives back its exit status. */
    static int run(String[] arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT);
        builder.environment().keySet().removeAll(OPTION_VARIABLES);
        try {
            Process second = builder.start();
            CountDownLatch heard = new CountDownLatch(1);
            // Interrupted, both JVMs tidy up; this one stays until the other has, and all it said is passed on.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(second, heard), "second JVM"));
            passOn(second.getErrorStream(), System.err);
            heard.countDown();
            return second.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The second JVM could not be started", e);
        }
    }

    private static List<String> command(String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + AGAIN + "=true");
        command.add("--add-modules");
        command.add(VECTOR);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            command.add("-jar");
            command.add(classPath);
        } else {
            command.addAll(List.of("-cp", classPath, Main.class.getName()));
        }
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** All but the warning that the JVM prints first whenever the module is asked for. */
    private static void passOn(InputStream from, OutputStream to) throws IOException {
        byte[] warning = ("WARNING: Using incubator modules: " + VECTOR + System.lineSeparator())
                .getBytes(StandardCharsets.US_ASCII);
        byte[] start = from.readNBytes(warning.length);
        if (!Arrays.equals(start, warning)) {
            to.write(start);
        }
        from.transferTo(to);
        to.flush();
    }

    private static void end(Process second, CountDownLatch heard) {
        // The process itself would close the streams; its handle does not.
        second.toHandle().destroy();
        try {
            second.waitFor();
            heard.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
