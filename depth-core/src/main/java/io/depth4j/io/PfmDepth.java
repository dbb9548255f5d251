package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;

/** Portable float map of one channel: three lines of text, then rows of floats, the lowest first. */
final class PfmDepth implements DepthCodec {

    private static final String ONE_CHANNEL = "Pf";
    private static final String COLOR = "PF";
    private static final int MOST_LETTERS = 40;

    @Override
    public boolean recognizes(Bytes head) {
        boolean named = head.matches(0, ONE_CHANNEL) || head.matches(0, COLOR);
        return named && head.length() > 2 && isSpace(head.u8(2));
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) {
        if (file.matches(0, COLOR)) {
            throw new MalformedInputException("Depth in a PFM is one channel (Pf), found colour (PF)", 0);
        }
        Words words = new Words(file, ONE_CHANNEL.length() + 1);
        Size size = options.claims().size(words.whole("width"), words.whole("height"));
        double factor = words.number("factor");
        if (!(Math.abs(factor) > 0) || Double.isInfinite(factor)) {
            throw new MalformedInputException("The factor of a PFM is a number but 0, found " + factor, words.at);
        }
        int start = words.at;
        long needed = (long) size.pixels() * Float.BYTES;
        file.require(start, needed, "the values of the PFM");
        if (start + needed != file.length()) {
            throw new MalformedInputException(
                    "After the last value of the PFM nothing follows, found " + (file.length() - start - needed)
                            + " bytes",
                    start + needed);
        }
        FloatBuffer stored = ByteBuffer.wrap(file.array(), start, (int) needed)
                .order(factor < 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .asFloatBuffer();
        return DepthMap.wrap(FloatPlane.wrap(size, upright(stored, size)), options.requireKind(DepthFormat.PFM));
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        FloatBuffer values = map.values();
        refuseInfinite(map, values, options.misfit());
        String header = ONE_CHANNEL + "\n" + map.width() + " " + map.height() + "\n-1.0\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer row = ByteBuffer.allocate(Math.multiplyExact(map.width(), Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int y = map.height() - 1; y >= 0; y--) {
            row.clear();
            for (int x = 0; x < map.width(); x++) {
                // Clipping leaves all other values, NaN among them, as they are.
                float value = values.get(y * map.width() + x);
                row.putFloat(Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value)));
            }
            out.write(row.array());
        }
    }

    private static void refuseInfinite(DepthMap map, FloatBuffer values, DepthWriteOptions.Misfit misfit) {
        Misfits misfits = new Misfits(map);
        for (int i = 0; i < values.limit(); i++) {
            if (Float.isInfinite(values.get(i))) {
                misfits.add(i);
            }
        }
        if (misfit == DepthWriteOptions.Misfit.REFUSE) {
            misfits.refuse("In a PFM infinity means that depth is missing; choose NPY");
        }
    }

    private static float[] upright(FloatBuffer stored, Size size) {
        float[] values = new float[size.pixels()];
        for (int y = 0; y < size.height(); y++) {
            stored.get((size.height() - 1 - y) * size.width(), values, y * size.width(), size.width());
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                values[i] = Float.NaN;
            }
        }
        return values;
    }

    private static boolean isSpace(int letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    }

    /** The words of the header; each takes the one space with it that ends it. */
    private static final class Words {

        private final Bytes file;
        private int at;

        Words(Bytes file, int at) {
            this.file = file;
            this.at = at;
        }

        int whole(String what) {
            String word = next(what);
            try {
                return Integer.parseInt(word);
            } catch (NumberFormatException e) {
                throw new MalformedInputException("The " + what + " of a PFM is a whole number, found " + word, e);
            }
        }

        double number(String what) {
            String word = next(what);
            try {
                return Double.parseDouble(word);
            } catch (NumberFormatException e) {
                throw new MalformedInputException("The " + what + " of a PFM is a number, found " + word, e);
            }
        }

        private String next(String what) {
            while (isSpace(file.u8(at))) {
                at++;
            }
            int start = at;
            while (!isSpace(file.u8(at))) {
                at++;
                if (at - start > MOST_LETTERS) {
                    throw new MalformedInputException("The " + what + " of the PFM has no end", start);
                }
            }
            at++;
            return file.latin(start, at - start - 1);
        }
    }
}
