package io.depth4j.internal.depthfile;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The arrays of one archive that matter to depth; all others are passed over. */
public final class NpzArrays {

    public static final String DEPTH = "depth.npy";
    public static final String MASK = "mask.npy";
    public static final String KIND = "kind.npy";
    public static final String AXIS = "axis.npy";

    /** How NumPy stores text: four bytes a letter. */
    public static final Charset TEXT = Charset.forName("UTF-32LE");

    /** The name that NumPy gives to an array without one. */
    private static final String UNNAMED = "arr_0.npy";

    /** What the arrays that are passed over may unpack to, for each pixel that is allowed. */
    private static final long PASSED_BYTES_A_PIXEL = 64;

    /** How the last record of a ZIP begins, and where it says how many entries there are. */
    private static final String END = "PK\u0005\u0006";

    private static final int END_COUNT = 10;
    private static final int END_LENGTH = 22;
    private static final int MOST_LETTERS = 64;

    private final Claims claims;
    private final long mostBytes;
    private final Set<String> names = new LinkedHashSet<>();
    private Optional<FloatPlane> depth = Optional.empty();
    private Optional<FloatPlane> unnamed = Optional.empty();
    private Optional<Mask> mask = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> axis = Optional.empty();
    private long passed;

    private record Mask(Size size, byte[] values) {}

    private NpzArrays(Claims claims, long mostBytes) {
        this.claims = claims;
        this.mostBytes = mostBytes;
    }

    public static NpzArrays read(Bytes file, Claims claims) {
        NpzArrays arrays = new NpzArrays(claims, file.length() * Claims.DEFLATE_MOST);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.array(), 0, file.length()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.take(entry.getName(), zip);
            }
        } catch (EOFException e) {
            // The JDK has no words of its own for some of these.
            throw new MalformedInputException("The archive of NumPy's arrays ends inside an entry", e);
        } catch (IOException | IllegalArgumentException e) {
            // The JDK refuses names that are no text as an illegal argument.
            throw new MalformedInputException("The archive of NumPy's arrays is corrupt: " + e.getMessage(), e);
        }
        arrays.requireAll(file);
        return arrays;
    }

    public Optional<String> kind() {
        return kind;
    }

    public Optional<String> axis() {
        return axis;
    }

    /** The depth, missing where the mask is false. */
    public FloatPlane depth() {
        FloatPlane plane = depth.or(() -> unnamed)
                .orElseThrow(() ->
                        new MalformedInputException("The archive holds no array named depth or arr_0, found " + names));
        mask.ifPresent(found -> clear(plane, found));
        return plane;
    }

    /** Entries stand one after the other, so an archive that lost its tail, and with it a mask, would look whole. */
    private void requireAll(Bytes file) {
        int end = file.length() - END_LENGTH;
        while (end >= 0 && !file.matches(end, END)) {
            end--;
        }
        if (end < 0) {
            throw new MalformedInputException("The archive ends without its list of contents", file.length());
        }
        int listed = file.u16le(end + END_COUNT);
        if (listed != names.size()) {
            throw new MalformedInputException(
                    "The archive lists " + listed + " arrays, found " + names.size() + ": " + names, end);
        }
    }

    private void take(String name, InputStream in) throws IOException {
        if (!names.add(name)) {
            throw new MalformedInputException("The archive holds two arrays named " + name);
        }
        switch (name) {
            case DEPTH -> depth = Optional.of(NpyFloats.read(in, claims, mostBytes));
            case UNNAMED -> unnamed = Optional.of(NpyFloats.read(in, claims, mostBytes));
            case MASK -> mask = Optional.of(mask(in));
            case KIND -> kind = Optional.of(text(in));
            case AXIS -> axis = Optional.of(text(in));
            default -> pass(in);
        }
    }

    /** Unpacks what nobody wants, but not without end. */
    private void pass(InputStream in) throws IOException {
        byte[] scratch = new byte[1 << 13];
        long most = claims.pixels() * PASSED_BYTES_A_PIXEL;
        for (int got = in.read(scratch); got >= 0; got = in.read(scratch)) {
            passed += got;
            if (passed > most) {
                throw new LimitExceededException(
                        "The other arrays of the archive unpack to more than the " + most + " bytes that are allowed");
            }
        }
    }

    private Mask mask(InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (!header.type().equals("|b1") && !header.type().equals("|u1")) {
            throw new MalformedInputException("A mask is of |b1 or |u1, found " + header.type());
        }
        Size size = NpyFloats.size(header, claims);
        byte[] values = NpyHeader.bytes(in, size.pixels());
        NpyFloats.requireEnd(in);
        return new Mask(size, values);
    }

    private static String text(InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (!header.type().matches("<U[0-9]{1,2}") || header.shape().length != 0) {
            throw new MalformedInputException(
                    "Kind and axis are one text each (<U), found " + header.type() + " of shape " + header.tuple());
        }
        int letters = Integer.parseInt(header.type().substring(2));
        if (letters > MOST_LETTERS) {
            throw new MalformedInputException("A name has at most " + MOST_LETTERS + " letters, found " + letters);
        }
        String text = new String(NpyHeader.bytes(in, 4 * letters), TEXT);
        NpyFloats.requireEnd(in);
        // NumPy fills up short texts with zeros.
        return text.replaceAll("\0+$", "");
    }

    private static void clear(FloatPlane plane, Mask mask) {
        if (!mask.size.equals(plane.size())) {
            throw new MalformedInputException(
                    "The mask has the size of the depth, " + plane.size() + ", found " + mask.size);
        }
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            if (mask.values[i] == 0) {
                values[i] = Float.NaN;
            }
        }
    }
}
