package io.depth4j.internal.csv;

import io.depth4j.Cancellation;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.frames.BadRow;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.internal.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All that is wrong with the rows of a bad table, not only with the first of them.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 * @param rows that could be read, bad ones included
 * @param rejected bad rows
 * @param badRows the first 100 of them
 * @param end why the table could not be read to its end; empty if it could
 */
public record Diagnosis(String sha256, long rows, long rejected, List<BadRow> badRows, Optional<String> end) {

    public Diagnosis {
        badRows = List.copyOf(badRows);
    }

    /** Reads a table as an ingestion would that leaves bad rows out. */
    public static Diagnosis of(InputStream in, String source, IngestOptions options) throws IOException {
        Cancellation cancellation = options.cancellation().orElseGet(Cancellation::new);
        DigestInputStream hashed = new DigestInputStream(in, Hash.newSha256());
        Optional<CsvReader> reader = Optional.empty();
        Optional<String> end = Optional.empty();
        try {
            CsvReader opened = CsvReader.open(hashed, source, options.withBadRows(BadRows.SKIP));
            reader = Optional.of(opened);
            RowBatch batch = new RowBatch(
                    opened.dialect().pixels(),
                    RowBatch.capacity(opened.dialect().pixels()));
            do {
                cancellation.check();
                batch.clear();
                opened.fill(batch);
            } while (batch.isFull());
        } catch (MalformedInputException | LimitExceededException e) {
            end = Optional.of(e.getMessage());
        }
        byte[] rest = new byte[1 << 16];
        while (hashed.read(rest) >= 0) {
            cancellation.check();
        }
        return new Diagnosis(
                HexFormat.of().formatHex(hashed.getMessageDigest().digest()),
                reader.map(CsvReader::rows).orElse(0L),
                reader.map(CsvReader::rejected).orElse(0L),
                reader.map(CsvReader::badRows).orElse(List.of()),
                end);
    }
}
