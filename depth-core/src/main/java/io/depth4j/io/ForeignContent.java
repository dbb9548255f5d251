package io.depth4j.io;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import java.util.List;

/**
 * Refuses pictures that are also something else: an archive, a document, a program, a script. What cameras append, more
 * pictures, video and padding, passes.
 */
final class ForeignContent {

    /** How a signature reads in Latin-1, and what it announces. */
    private record Signature(String bytes, String kind) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("PK\u0003\u0004", "a ZIP archive"),
            new Signature("PK\u0005\u0006", "a ZIP archive"),
            new Signature("Rar!\u001a", "a RAR archive"),
            new Signature("7z\u00bc\u00af'\u001c", "a 7z archive"),
            new Signature("\u001f\u008b", "a gzip archive"),
            new Signature("%PDF-", "a PDF document"),
            new Signature("%!PS", "a PostScript document"),
            new Signature("MZ", "a program"),
            new Signature("\u007fELF", "a program"),
            new Signature("\u00ca\u00fe\u00ba\u00be", "a Java class"),
            new Signature("#!", "a script"),
            new Signature("<", "a document or script"));

    /** Readers of PDF accept its signature this far into a file. */
    private static final int PDF_WITHIN = 1024;

    private static final String ZIP_END = "PK\u0005\u0006";
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT = 0xffff;

    private ForeignContent() {}

    /** Looks where readers of other formats look in any file: for PDF near the beginning, for ZIP at the end. */
    static void refuse(Bytes file) {
        for (int at = 0; at < Math.min(PDF_WITHIN, file.length()); at++) {
            if (file.matches(at, "%PDF-")) {
                throw polyglot("a PDF document", at);
            }
        }
        int first = Math.max(0, file.length() - ZIP_END_BYTES - ZIP_COMMENT);
        for (int at = file.length() - ZIP_END_BYTES; at >= first; at--) {
            if (file.matches(at, ZIP_END) && at + ZIP_END_BYTES + file.u16le(at + 20) == file.length()) {
                throw polyglot("a ZIP archive", at);
            }
        }
    }

    /** Looks at what follows the picture, padding aside. */
    static void refuseAfter(Bytes file, int end) {
        int at = end;
        while (at < file.length() && isPadding(file.u8(at))) {
            at++;
        }
        for (Signature signature : SIGNATURES) {
            if (file.matches(at, signature.bytes)) {
                throw polyglot(signature.kind, at);
            }
        }
    }

    private static boolean isPadding(int value) {
        return value == 0 || value == 0xff || value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private static MalformedInputException polyglot(String kind, int at) {
        return new MalformedInputException("The file is a picture and " + kind + " at once", at);
    }
}
