package io.depth4j.examples.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Entries of a zip. Of equal results equal bytes come: entries have no time of their own. */
final class ZipSink implements MediaSink {

    /** The first moment a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Optional<WholeFile> file;
    private final ZipOutputStream zip;
    private boolean finished;
    private boolean broken;

    ZipSink(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        WholeFile whole = new WholeFile(absolute);
        file = Optional.of(whole);
        zip = fast(whole.out());
    }

    ZipSink(OutputStream out) {
        file = Optional.empty();
        zip = fast(out);
    }

    /** Most results are packed already. */
    private static ZipOutputStream fast(OutputStream out) {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    /** An entry that began cannot be taken back, so that the content must be whole before: it is made in memory. */
    @Override
    public void write(String name, Content content) throws IOException {
        if (finished || broken) {
            throw new IOException(finished ? "The zip is finished" : "The zip is broken since an entry failed");
        }
        if (EntryName.relative(name).filter(name::equals).isEmpty()) {
            throw new IllegalArgumentException("A result lies inside its zip, found the name '" + name + "'");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        broken = true;
        zip.putNextEntry(entry);
        bytes.writeTo(zip);
        zip.closeEntry();
        broken = false;
    }

    @Override
    public void finish() throws IOException {
        if (broken) {
            throw new IOException("The zip is broken since an entry failed");
        }
        finished = true;
        zip.finish();
        zip.flush();
        if (file.isPresent()) {
            file.get().finish();
        }
    }

    @Override
    public void close() throws IOException {
        finished = true;
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
