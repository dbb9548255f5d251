package io.depth4j.frames;

import io.depth4j.internal.csv.Checker;
import io.depth4j.internal.csv.Ingester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Brings tables of depths and pixels into a store. All rows of a table become visible together, or none: where it fails or is
 * cancelled, the store stays as it was.
 *
 * <p>Tables may be packed with gzip. Plain numbers are read from their bytes; quoted cells need Commons CSV
 * ({@code org.apache.commons:commons-csv}), which is optional. Memory does not grow with the table, and the work is done on three
 * threads, the caller's among them.
 *
 * <p>The commit's note says what was read: {@code source}, {@code sha256}, {@code rows} and {@code rejected}.
 *
 * <p>What is wrong with a table is a {@link io.depth4j.MalformedInputException} that says where: the line, the column, the text
 * and the reason. A table beyond its {@link CsvLimits} is a {@link io.depth4j.LimitExceededException}.
 */
public final class CsvIngest {

    private CsvIngest() {}

    /** Stores the rows of a file as a new image, called as the file is. */
    public static IngestReport ingest(Path file, FrameStore store, IngestOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ingester(file, options).run(in, () -> store.ingest(name(file)));
        }
    }

    /** Stores the rows of a file as a new image of another name. */
    public static IngestReport ingest(Path file, String name, FrameStore store, IngestOptions options)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ingester(file, options).run(in, () -> store.ingest(name));
        }
    }

    /** Stores the rows of a file in an image, which is made, called as the file is, if it is not there. */
    public static IngestReport ingest(Path file, FrameStore store, long image, IngestOptions options)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ingester(file, options).run(in, () -> store.ingest(image, name(file)));
        }
    }

    /**
     * Stores the rows of a table as a new image. A cancellation is heard between two reads; the stream is not closed.
     *
     * @param source what the table is called
     */
    public static IngestReport ingest(InputStream in, String source, FrameStore store, IngestOptions options)
            throws IOException {
        return new Ingester(source, OptionalLong.empty(), options).run(in, () -> store.ingest(source));
    }

    /** As {@link #ingest(InputStream, String, FrameStore, IngestOptions)}, in an image, which is made if it is not there. */
    public static IngestReport ingest(
            InputStream in, String source, FrameStore store, long image, IngestOptions options) throws IOException {
        return new Ingester(source, OptionalLong.empty(), options).run(in, () -> store.ingest(image, source));
    }

    /** Reads all of a file and stores nothing; throws what an ingestion would throw because of the file. */
    public static CsvCheck check(Path file, IngestOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return check(in, name(file), options);
        }
    }

    /** As {@link #check(Path, IngestOptions)}; the stream is not closed. */
    public static CsvCheck check(InputStream in, String source, IngestOptions options) throws IOException {
        return Checker.check(in, source, options);
    }

    private static Ingester ingester(Path file, IngestOptions options) throws IOException {
        return new Ingester(name(file), OptionalLong.of(Files.size(file)), options);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
