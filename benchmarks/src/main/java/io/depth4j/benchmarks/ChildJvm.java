package io.depth4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This program once more, in a JVM of its own with other options: the incubator module can only be given at the start. */
public final class ChildJvm {

    private static final long LIMIT_MINUTES = 10;
    private static final int FIRST_WITH_NATIVE_ACCESS_WARNING = 22;

    private final List<String> command = new ArrayList<>();

    public ChildJvm(List<String> jvmArguments, List<String> programArguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(nativeAccess());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(programArguments);
    }

    /** What keeps newer JDKs from warning when OpenCV is loaded; nothing on those that do not know it. */
    public static List<String> nativeAccess() {
        return Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS_WARNING
                ? List.of("--enable-native-access=ALL-UNNAMED")
                : List.of();
    }

    /** Runs it with this program's own output; its exit code. */
    public int run() throws IOException, InterruptedException {
        return finish(new ProcessBuilder(command).inheritIO().start());
    }

    /** Runs it; what it printed. */
    public String output() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = finish(process);
        if (code != 0) {
            throw new IOException("The child JVM ended with code " + code + ", command " + command);
        }
        return printed.strip();
    }

    private int finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("The child JVM ran for more than " + LIMIT_MINUTES + " minutes, command " + command);
        }
        return process.exitValue();
    }
}
