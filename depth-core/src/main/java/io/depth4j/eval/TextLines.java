package io.depth4j.eval;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small text files that say what a data set holds. */
final class TextLines {

    private static final long MOST_BYTES = 64L << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /** The whole text of a file in UTF-8. */
    static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new MalformedInputException(file + " should be a text, found a folder");
        }
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new LimitExceededException(
                    file + " has " + bytes + " bytes; a text that names samples has at most " + MOST_BYTES);
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedInputException(file + " should be a text in UTF-8, found bytes that are none", e);
        }
    }
}
