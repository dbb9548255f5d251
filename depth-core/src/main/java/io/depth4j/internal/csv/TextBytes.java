package io.depth4j.internal.csv;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A window over the bytes of a text, unpacked. It holds a whole line at a time; behind its last byte there is always a line feed,
 * so that loops need no check for the end.
 */
final class TextBytes {

    private static final int BLOCK = 1 << 17;
    /** Behind the last byte: a line feed, and room for whoever reads eight bytes from there. */
    private static final int TAIL = 8;

    private static final int ZERO_FREE_HEAD = 1 << 12;

    private final InputStream in;
    private final String source;
    private final int lineLimit;
    private byte[] bytes = new byte[BLOCK + TAIL];
    private int start;
    private int end;
    private boolean ended;
    private long moves;

    private TextBytes(InputStream in, String source, int lineLimit) {
        this.in = in;
        this.source = source;
        this.lineLimit = lineLimit;
    }

    /** Unpacks what is packed, skips a byte order mark, and refuses what is no text. */
    static TextBytes open(RawBytes raw, String source, int lineLimit) throws IOException {
        TextBytes text;
        try {
            text = new TextBytes(raw.isGzip() ? new GZIPInputStream(raw, 1 << 16) : raw, source, lineLimit);
        } catch (EOFException | ZipException e) {
            throw new MalformedInputException(source + ": the gzip data are damaged: " + e.getMessage(), e);
        }
        while (text.end < 4 && text.fill()) {
            // A stream may give single bytes.
        }
        if (text.beginsWith(0xef, 0xbb, 0xbf)) {
            text.start = 3;
        } else if (text.beginsWith(0xff, 0xfe) || text.beginsWith(0xfe, 0xff)) {
            throw new MalformedInputException(source + ": the text is UTF-16; expected UTF-8");
        }
        for (int i = 0; i < Math.min(text.end, ZERO_FREE_HEAD); i++) {
            if (text.bytes[i] == 0) {
                throw new MalformedInputException(source + ": expected a table as text, found a zero byte", i);
            }
        }
        return text;
    }

    private boolean beginsWith(int... head) {
        if (end < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xff) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** The window; what has not been taken lies in it from {@link #start()} to {@link #end()}. Changes with {@link #fill()}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Whether no bytes follow those in the window. */
    boolean isLast() {
        return ended;
    }

    /** How many times the window has moved: indices from before mean nothing any more. */
    long moves() {
        return moves;
    }

    /** Takes what lies before this line end, and the line end. Moves the window where it cuts CR from LF. */
    void takeLine(int lineEnd) throws IOException {
        start = Math.min(lineEnd + 1, end);
        if (lineEnd < end && bytes[lineEnd] == '\r' && (start < end || fill()) && bytes[start] == '\n') {
            start++;
        }
    }

    /** Moves what has not been taken to the front and reads on. Whether there was more. */
    boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int kept = end - start;
        if (kept > lineLimit) {
            throw new LimitExceededException(
                    source + ": a line has more than the " + lineLimit + " bytes that are allowed");
        }
        byte[] target = kept > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        start = 0;
        int read = read(in, bytes, kept, bytes.length - TAIL - kept);
        ended = read < 0;
        end = kept + Math.max(read, 0);
        bytes[end] = '\n';
        moves++;
        return !ended;
    }

    private int read(InputStream from, byte[] dst, int offset, int length) throws IOException {
        try {
            return from.read(dst, offset, length);
        } catch (EOFException e) {
            throw new MalformedInputException(source + ": the gzip data end too early", e);
        } catch (ZipException e) {
            throw new MalformedInputException(source + ": the gzip data are damaged: " + e.getMessage(), e);
        }
    }

    /** The index of the first line end at or behind an index; the end of the text if there is none. May move the window. */
    int lineEnd(int from) throws IOException {
        int at = from;
        for (; ; ) {
            while (bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            if (at < end || ended) {
                return at;
            }
            int taken = at - start;
            fill();
            at = start + taken;
        }
    }

    /** What has not been taken, then all that follows. */
    InputStream rest() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return start < end || fill() ? bytes[start++] & 0xff : -1;
            }

            @Override
            public int read(byte[] dst, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (start == end && !fill()) {
                    return -1;
                }
                int taken = Math.min(length, end - start);
                System.arraycopy(bytes, start, dst, offset, taken);
                start += taken;
                return taken;
            }
        };
    }

    /** The bytes between two indices of the window, shown as text. */
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
