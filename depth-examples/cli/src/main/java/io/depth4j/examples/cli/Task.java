package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does something. */
abstract class Task implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /**
     * Does it.
     *
     * @return one of {@link ExitCode}
     * @throws NothingDoneException if nothing could be done; so say the library's own exceptions and {@link IOException}
     */
    abstract int run(Console console) throws IOException;

    @Override
    public final Integer call() throws IOException {
        return run(root().console());
    }

    /** Cancelled when the user interrupts the program. */
    final Cancellation interruption() {
        return root().interruption();
    }

    /** What the user is told who gave the wrong words. */
    final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private DepthCommand root() {
        return (DepthCommand) spec.root().userObject();
    }
}
