package io.depth4j.model;

import io.depth4j.Cancellation;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of one file over HTTP, from where an earlier download of it ended. */
final class Download {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;

    private final ModelFile file;
    private final URI source;
    private final PartialFile part;
    private final StoreOptions options;
    private final FetchProgress progress;
    private final Cancellation cancellation;

    Download(
            ModelFile file,
            URI source,
            PartialFile part,
            StoreOptions options,
            FetchProgress progress,
            Cancellation cancellation) {
        this.file = file;
        this.source = source;
        this.part = part;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Brings all bytes into the partial file. Whether they are the right ones is for the caller to check. */
    void run() throws IOException {
        if (!isWorthResuming()) {
            part.discard();
        }
        if (file.size().equals(OptionalLong.of(part.size()))) {
            return;
        }
        HttpGet get = new HttpGet(options, cancellation);
        try {
            HttpResponse<ArrivingBytes> response = get.send(source, headers());
            if (part.size() > 0 && !goesWithPart(response)) {
                response.body().close();
                part.discard();
                response = get.send(source, headers());
            }
            try (ArrivingBytes body = response.body()) {
                receive(body, prepared(response));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while " + file.name() + " was fetched");
        }
    }

    /** Bytes of an unknown version are joined with those of today only if the hash can tell in the end. */
    private boolean isWorthResuming() throws IOException {
        boolean canBeChecked = part.tag().isPresent() || file.sha256().isPresent();
        return canBeChecked && part.size() <= file.size().orElse(options.maxBytes());
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "identity");
        if (part.size() > 0) {
            headers.put("Range", "bytes=" + part.size() + "-");
            part.tag().ifPresent(tag -> headers.put("If-Range", tag));
        }
        return headers;
    }

    /** Whether the answer goes on from what is here, or needs nothing of it. */
    private boolean goesWithPart(HttpResponse<?> response) throws IOException {
        if (response.statusCode() != PARTIAL) {
            return response.statusCode() != NO_SUCH_RANGE;
        }
        Optional<String> tag = strongTag(response);
        boolean sameVersion = tag.isEmpty() || part.tag().isEmpty() || tag.equals(part.tag());
        return sameVersion && isRangeFrom(part.size(), response);
    }

    private static boolean isRangeFrom(long first, HttpResponse<?> response) {
        return ContentRange.of(response.headers())
                .filter(range -> range.first() == first)
                .isPresent();
    }

    /** Weak tags do not promise the same bytes. */
    private static Optional<String> strongTag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
    }

    /** The length of the whole file, after a look at the head of the answer has found nothing wrong. */
    private OptionalLong prepared(HttpResponse<?> response) throws IOException {
        OptionalLong promised = promisedLength(response);
        if (promised.isPresent() && file.size().isPresent() && !promised.equals(file.size())) {
            throw new MalformedInputException(name() + " should have "
                    + file.size().getAsLong() + " bytes, the server has " + promised.getAsLong());
        }
        OptionalLong total = promised.isPresent() ? promised : file.size();
        if (total.orElse(0) > options.maxBytes()) {
            throw tooLarge(total.getAsLong() + " bytes");
        }
        if (response.statusCode() == OK) {
            part.restart(strongTag(response));
        }
        return total;
    }

    private OptionalLong promisedLength(HttpResponse<?> response) throws IOException {
        int status = response.statusCode();
        if (status == OK) {
            return response.headers().firstValueAsLong("Content-Length");
        }
        if (status == PARTIAL && isRangeFrom(part.size(), response)) {
            return ContentRange.of(response.headers()).orElseThrow().total();
        }
        if (status == 401 || status == 403 || status == 404 || status == 410) {
            throw new UnavailableException(name() + " is not to be had: the server answered " + status);
        }
        throw new IOException(name() + " cannot be fetched: the server answered " + status);
    }

    private void receive(ArrivingBytes body, OptionalLong total) throws IOException, InterruptedException {
        Cancellation.Registration stop = cancellation.onCancel(body::wake);
        try (stop;
                FileChannel out = part.append()) {
            long done = out.size();
            progress.at(done, total);
            while (!body.isEnded()) {
                List<ByteBuffer> arrived = next(body, done, total);
                cancellation.check();
                for (ByteBuffer bytes : arrived) {
                    done += bytes.remaining();
                    requireRoom(done);
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                }
                progress.at(done, total);
            }
            out.force(true);
        }
    }

    private List<ByteBuffer> next(ArrivingBytes body, long done, OptionalLong total)
            throws IOException, InterruptedException {
        try {
            return body.next(options.stallTimeout());
        } catch (IOException e) {
            String of = total.isPresent() ? " of " + total.getAsLong() : "";
            throw new IOException(
                    name() + " broke off after " + done + of
                            + " bytes; a new fetch goes on from there if the server can: " + e.getMessage(),
                    e);
        }
    }

    private void requireRoom(long done) throws IOException {
        if (file.size().isPresent() && done > file.size().getAsLong()) {
            part.discard();
            throw new MalformedInputException(
                    name() + " should have " + file.size().getAsLong() + " bytes, the server sends more");
        }
        if (done > options.maxBytes()) {
            part.discard();
            throw tooLarge("more");
        }
    }

    private LimitExceededException tooLarge(String found) {
        return new LimitExceededException(
                name() + " may have " + options.maxBytes() + " bytes (StoreOptions.maxBytes), found " + found);
    }

    private String name() {
        return file.name() + " from " + FetchAddress.shown(source);
    }
}
