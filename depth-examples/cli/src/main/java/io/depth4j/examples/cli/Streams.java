package io.depth4j.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out what was asked for
 * @param err progress and messages
 * @param terminal whether a person watches, and colours and a progress line are welcome
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    private static final int BUFFER = 1 << 13;

    /** Those of the process, in UTF-8 whatever the locale. */
    static Streams ofProcess() {
        return new Streams(
                System.in,
                utf8(FileDescriptor.out, false),
                utf8(FileDescriptor.err, true),
                watched(System.getenv("TERM")));
    }

    private static PrintStream utf8(FileDescriptor descriptor, boolean flushing) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                flushing,
                StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemConsoleNull") // before 22 it is null where there is no terminal
    private static boolean watched(String terminal) {
        java.io.Console console = System.console();
        return console != null && !"dumb".equals(terminal) && isTerminal(console);
    }

    /** From 22 on there may be a console where there is no terminal; it then says so. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            Method asked = java.io.Console.class.getMethod("isTerminal");
            return (boolean) asked.invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
