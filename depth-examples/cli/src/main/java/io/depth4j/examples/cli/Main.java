package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the program, and starts it once again where that gives it the vector module. */
public final class Main {

    private static final Set<String> ANSWERED_AT_ONCE =
            Set.of("-h", "--help", "-V", "--version", CompletionCommand.NAME);
    private static final int SECONDS_TO_TIDY_UP = 5;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean atOnce = isAnsweredAtOnce(List.of(arguments));
        if (!atOnce && Relaunch.isWanted()) {
            System.exit(Relaunch.run(arguments));
        }
        Cancellation interruption = new Cancellation();
        CountDownLatch finished = new CountDownLatch(1);
        if (!atOnce) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(interruption, finished), "interruption"));
        }
        Program program = new Program(Streams.ofProcess(), System.getenv(), Path.of(""), interruption);
        int status;
        try {
            status = program.run(arguments);
        } finally {
            finished.countDown();
        }
        System.exit(status);
    }

    /** Help and version need no fast kernels, and no second start. */
    static boolean isAnsweredAtOnce(List<String> arguments) {
        int end = arguments.indexOf("--");
        return arguments.isEmpty()
                || arguments.subList(0, end < 0 ? arguments.size() : end).stream()
                        .anyMatch(ANSWERED_AT_ONCE::contains);
    }

    /** Lets the command put its files in order; the JVM ends when this does. */
    private static void interrupt(Cancellation interruption, CountDownLatch finished) {
        interruption.cancel("interrupted");
        try {
            if (!finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                System.err.println(
                        "error: the command does not stop; what it was writing is left beside its final name");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
