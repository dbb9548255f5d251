package io.depth4j.io;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.codec.Header;
import io.depth4j.internal.codec.PngCodec;
import io.depth4j.internal.codec.PngGray16;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.Optional;

/** Depth as a gray PNG of 16 bits, with a note of what its numbers mean. */
final class Png16Depth implements DepthCodec {

    private static final int MISSING = 0;

    private final PngCodec png = new PngCodec();

    @Override
    public boolean recognizes(Bytes head) {
        return png.recognizes(head);
    }

    @Override
    public DepthMap read(Bytes file, DepthReadOptions options) {
        Header header = png.header(file)
                .orElseThrow(() -> new MalformedInputException("The PNG ends inside its header", file.length()));
        PngGray16.requireGray16(file, header);
        Size size = options.claims().size(header.width(), header.height());
        // Pixels first: of a broken file nobody should be asked for what its lost note may have said.
        short[] samples = PngGray16.decode(file, size);
        Optional<DepthNote> note = PngGray16.text(file, DepthNote.KEYWORD).map(DepthNote::parse);
        var kind = note.map(DepthNote::kind).orElseGet(() -> options.requireKind(DepthFormat.PNG16));
        var scale = note.flatMap(DepthNote::scale).orElseGet(() -> options.requireScale(DepthFormat.PNG16));
        float[] values = new float[samples.length];
        for (int i = 0; i < values.length; i++) {
            int stored = samples[i] & 0xffff;
            values[i] = stored == MISSING ? Float.NaN : (float) scale.value(stored);
        }
        DepthMap map = DepthMap.wrap(FloatPlane.wrap(size, values), kind);
        return note.map(found -> map.withAxis(found.axis())).orElse(map);
    }

    @Override
    public void write(DepthMap map, DepthWriteOptions options, OutputStream out) throws IOException {
        DepthScale scale = options.scaleFor(map);
        short[] samples = samples(map, scale, options.misfit());
        String note = DepthNote.of(map).withScale(scale).text();
        PngEncoder.encode(
                PngSource.gray16(map.size(), samples),
                PngOptions.defaults(),
                new PngText(DepthNote.KEYWORD, note),
                out);
    }

    private static short[] samples(DepthMap map, DepthScale scale, DepthWriteOptions.Misfit misfit) {
        FloatBuffer values = map.values();
        short[] samples = new short[values.limit()];
        Misfits misfits = new Misfits(map);
        for (int i = 0; i < samples.length; i++) {
            float value = values.get(i);
            if (Float.isNaN(value)) {
                samples[i] = MISSING;
                continue;
            }
            double stored = Math.rint(scale.stored(value));
            if (!(stored >= 1 && stored <= DepthScale.LAST)) {
                misfits.add(i);
            }
            samples[i] = (short) (int) Math.max(1, Math.min(DepthScale.LAST, stored));
        }
        if (misfit == DepthWriteOptions.Misfit.REFUSE) {
            misfits.refuse("A PNG of 16 bits with " + scale + " holds values from " + (float) scale.value(1) + " to "
                    + (float) scale.value(DepthScale.LAST) + "; choose another DepthScale");
        }
        return samples;
    }
}
