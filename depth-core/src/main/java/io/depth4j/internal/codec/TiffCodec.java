package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.JoinedInput.Part;
import io.depth4j.internal.codec.TiffDirectory.Entry;
import io.depth4j.internal.codec.TiffDirectory.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first picture of a TIFF, decoded by the JDK. It gets a directory of ours, which lists only what makes pixels and whose
 * sizes and places have been checked; what else a file may hold, more directories among it, is not looked at.
 */
public final class TiffCodec implements Codec {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANES = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    /** Besides these: photometric meaning, order of bits, predictor, palette, extra samples, sample format, fax options. */
    private static final Set<Integer> NEEDED = Set.of(
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            262,
            266,
            STRIP_OFFSETS,
            SAMPLES,
            ROWS_PER_STRIP,
            STRIP_BYTES,
            PLANES,
            292,
            293,
            317,
            320,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_BYTES,
            338,
            339);

    /** None, three of fax, LZW, deflate by two numbers, PackBits. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 8, 32946, 32773);

    private static final int UNPACKED = 1;
    private static final int MOST_SAMPLES = 8;
    private static final int MOST_TILE = 1 << 26;

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "II*\0")
                || head.matches(0, "MM\0*")
                || head.matches(0, "II+\0")
                || head.matches(0, "MM\0+");
    }

    /** The directory may stand anywhere, often at the end. */
    @Override
    public Optional<Header> header(Bytes bytes) {
        Reader reader = Reader.at(bytes, 0, bytes.length());
        if (!bytes.has(reader.firstOffset(), 2)) {
            return Optional.empty();
        }
        int entries = reader.u16((int) reader.firstOffset());
        if (!bytes.has(reader.firstOffset() + 2, (long) entries * TiffDirectory.ENTRY_BYTES)) {
            return Optional.empty();
        }
        try {
            TiffDirectory directory = reader.first();
            return Optional.of(new Header(
                    number(directory, WIDTH, 0),
                    number(directory, HEIGHT, 0),
                    number(directory, SAMPLES, 1),
                    number(directory, BITS, 1)));
        } catch (MalformedInputException valuesBeyondTheHead) {
            return Optional.empty();
        }
    }

    @Override
    public Exif exif(Bytes file) {
        return Exif.parse(file, 0, file.length());
    }

    @Override
    public Image decode(Bytes file, Header header) {
        Reader reader = Reader.at(file, 0, file.length());
        TiffDirectory directory = reader.first();
        check(file, directory, header);
        byte[] start = start(reader, file.length());
        JoinedInput input = new JoinedInput(
                Part.all(start),
                new Part(file.array(), start.length, file.length()),
                Part.all(directory(directory, reader)));
        return JdkReaders.read("tiff", input, jdk -> BufferedImages.converted(jdk.read(0)));
    }

    private static void check(Bytes file, TiffDirectory directory, Header header) {
        int compression = number(directory, COMPRESSION, UNPACKED);
        if (!COMPRESSIONS.contains(compression)) {
            throw new MalformedInputException("TIFF of compression " + compression + " is not read");
        }
        if (header.channels() < 1 || header.channels() > MOST_SAMPLES) {
            throw new MalformedInputException(
                    "A TIFF picture has 1 to " + MOST_SAMPLES + " samples a pixel, found " + header.channels());
        }
        for (int i = 0; i < directory.entry(BITS).map(Entry::count).orElse(0); i++) {
            double bits = directory.entry(BITS).orElseThrow().number(i);
            if (bits < 1 || bits > 32) {
                throw new MalformedInputException("A TIFF sample has 1 to 32 bits, found " + bits);
            }
        }
        boolean tiled = directory.entry(TILE_WIDTH).isPresent();
        int width = tiled ? number(directory, TILE_WIDTH, 0) : header.width();
        int height = tiled
                ? number(directory, TILE_HEIGHT, 0)
                : Math.min(header.height(), number(directory, ROWS_PER_STRIP, header.height()));
        if (width < 1 || height < 1) {
            throw new MalformedInputException("A tile of the TIFF is " + width + "×" + height + " pixels");
        }
        if (tiled && (long) width * height > Math.max(MOST_TILE / 64, 4 * header.pixels())) {
            throw new LimitExceededException("A tile of the TIFF claims " + width + "×" + height + " pixels");
        }
        long tiles = (long) ((header.width() - 1) / width + 1) * ((header.height() - 1) / height + 1);
        long planes = number(directory, PLANES, 1) == 2 ? header.channels() : 1;
        Entry offsets = required(directory, tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        Entry sizes = required(directory, tiled ? TILE_BYTES : STRIP_BYTES);
        if (offsets.count() < tiles * planes || sizes.count() < tiles * planes) {
            throw new MalformedInputException("The TIFF needs " + tiles * planes + " strips or tiles, found "
                    + Math.min(offsets.count(), sizes.count()));
        }
        long stored = 0;
        for (int i = 0; i < tiles * planes; i++) {
            long size = (long) sizes.number(i);
            file.require((long) offsets.number(i), size, "strip or tile " + i + " of the TIFF");
            stored += size;
        }
        long bits = header.pixels() * header.channels() * header.bits();
        if (compression == UNPACKED && stored < bits / 8) {
            throw new MalformedInputException(
                    "The TIFF needs " + bits / 8 + " bytes of pixels, its strips or tiles hold " + stored);
        }
    }

    private static Entry required(TiffDirectory directory, int tag) {
        return directory.entry(tag).orElseThrow(() -> new MalformedInputException("The TIFF lacks tag " + tag));
    }

    private static byte[] start(Reader reader, int directoryAt) {
        ByteOrder order = reader.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        String mark = reader.littleEndian() ? "II" : "MM";
        return ByteBuffer.allocate(8)
                .order(order)
                .put((byte) mark.charAt(0))
                .put((byte) mark.charAt(1))
                .putShort((short) 42)
                .putInt(directoryAt)
                .array();
    }

    /** The needed entries, copied byte for byte: values that stand elsewhere stay where they are. No directory follows. */
    private static byte[] directory(TiffDirectory directory, Reader reader) {
        List<Entry> entries = directory.entries().stream()
                .filter(entry -> NEEDED.contains(entry.tag()) && entry.count() > 0)
                .toList();
        ByteBuffer out = ByteBuffer.allocate(2 + entries.size() * TiffDirectory.ENTRY_BYTES + 4);
        out.order(reader.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.putShort((short) entries.size());
        for (Entry entry : entries) {
            out.put(reader.bytes().array(), entry.position(), TiffDirectory.ENTRY_BYTES);
        }
        return out.putInt(0).array();
    }

    private static int number(TiffDirectory directory, int tag, int otherwise) {
        return (int) directory.number(tag).orElse(otherwise);
    }
}
