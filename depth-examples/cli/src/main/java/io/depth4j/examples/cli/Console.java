package io.depth4j.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Map;

/**
 * All that a command says. What was asked for goes to standard output, everything else to standard error; with {@code --json}
 * standard output is one document, or one a line where the answer goes on, and nothing besides.
 */
final class Console {

    /** Writes the document. */
    interface Json {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** How much is said on standard error. */
    enum Level {
        QUIET,
        NORMAL,
        VERBOSE
    }

    /** Colours of words, where a terminal shows them. */
    enum Ink {
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        BOLD("1");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    private final Streams streams;
    private final boolean json;
    private final Level level;
    private final boolean colors;

    Console(Streams streams, Map<String, String> environment, boolean json, Level level) {
        this.streams = streams;
        this.json = json;
        this.level = level;
        this.colors =
                streams.terminal() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Standard input. */
    InputStream in() {
        return streams.in();
    }

    /** Standard output, for bytes. Lines go by {@link #say}. */
    PrintStream out() {
        return streams.out();
    }

    /** Whether the answer is to be a document. */
    boolean isJson() {
        return json;
    }

    /** Whether a person watches. */
    boolean hasTerminal() {
        return streams.terminal();
    }

    /** Whether a line may be drawn again and again: somebody watches and did not ask for silence. */
    boolean showsProgress() {
        return streams.terminal() && level != Level.QUIET;
    }

    boolean isVerbose() {
        return level == Level.VERBOSE;
    }

    /** A line of the answer; with {@code --json} it is left to {@link #document}. */
    void say(String line) {
        if (!json) {
            streams.out().println(line);
        }
    }

    /** The answer as a document, where {@code --json} asks for it. */
    void document(Json content) throws IOException {
        if (json) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
                content.writeTo(generator);
            }
            streams.out().println(text);
        }
    }

    /**
     * A part of an answer that goes on, as one line of JSON, where {@code --json} asks for it.
     *
     * @throws IOException if nobody reads it any more
     */
    void documentLine(Json content) throws IOException {
        if (json) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
                content.writeTo(generator);
            }
            streams.out().println(text);
            if (streams.out().checkError()) {
                throw new IOException("Standard output could not be written; its reader may have gone");
            }
        }
    }

    /** A message beside the answer. */
    void note(String line) {
        if (level != Level.QUIET) {
            streams.err().println(plain(line));
        }
    }

    /** A message for those who want to know more. */
    void detail(String line) {
        if (level == Level.VERBOSE) {
            streams.err().println(line);
        }
    }

    /** What went wrong, said even to those who want silence; where it came from only to those who want to know. */
    void error(String line) {
        streams.err().println(ink(Ink.RED, "error: ") + plain(line));
    }

    /** As {@link #error(String)}, with the stack for those who want to know. */
    void error(String line, Throwable cause) {
        error(line);
        if (level == Level.VERBOSE) {
            cause.printStackTrace(streams.err());
        }
    }

    /** Draws the progress line over the last one. Only where {@link #showsProgress}. */
    void progress(String line) {
        if (showsProgress()) {
            streams.err().print("\r\u001b[K" + plain(line));
            streams.err().flush();
        }
    }

    /** Takes the progress line away. */
    void progressDone() {
        progress("");
    }

    /** Names of files may hold what a terminal obeys. */
    static String plain(String line) {
        return line.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", "?");
    }

    /** The words in a colour, if there are colours. */
    String ink(Ink ink, String words) {
        return colors ? "\u001b[" + ink.code + "m" + words + "\u001b[0m" : words;
    }

    boolean hasColors() {
        return colors;
    }
}
