package io.depth4j.examples.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, which its jar knows. */
final class Version implements IVersionProvider {

    static String current() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not from a jar)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"depth " + current()};
    }
}
