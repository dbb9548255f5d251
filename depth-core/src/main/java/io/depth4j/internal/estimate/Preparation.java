package io.depth4j.internal.estimate;

import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PillowWindows;
import io.depth4j.internal.resize.PillowConvention;
import io.depth4j.internal.resize.WindowResizer;
import io.depth4j.internal.tensor.Interpolation;
import io.depth4j.internal.tensor.SizedPreparation;
import io.depth4j.internal.tensor.TensorPreparation;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelInput.ChannelOrder;
import io.depth4j.model.Resample;
import java.nio.FloatBuffer;
import java.util.List;

/** From pictures of one size and format to a network's input, all weights computed once. Safe for concurrent use. */
public final class Preparation {

    private final Size from;
    private final PixelFormat format;
    private final Kernels kernels;
    private final Size to;
    private final ChannelOrder order;
    private final SizedPreparation floats;
    private final BytesFirst bytes;

    /** What happens to bytes before they become floats. */
    private interface BytesFirst {
        void run(Image src, SizedPreparation floats, FloatBuffer dst, int offset);
    }

    public Preparation(ModelInput input, Size from, PixelFormat format, Kernels kernels) {
        this.from = from;
        this.format = format;
        this.kernels = kernels;
        this.to = input.size().sizeFor(from);
        this.order = input.order();
        TensorPreparation preparation = new TensorPreparation(
                interpolation(input), to, input.scale(), rgb(input.mean()), rgb(input.deviation()));
        switch (input.resample()) {
            case PILLOW_BILINEAR, PILLOW_BICUBIC -> {
                PixelFormat opaque = format == PixelFormat.RGBA32 ? PixelFormat.RGB24 : format;
                this.floats = preparation.forPictures(to, opaque, kernels);
                this.bytes = resized(input, opaque);
            }
            default -> {
                this.floats = preparation.forPictures(from, format, kernels);
                this.bytes = (src, sized, dst, offset) -> sized.prepareInto(src, dst, offset);
            }
        }
    }

    private static Interpolation interpolation(ModelInput input) {
        return switch (input.resample()) {
            // Bytes have the right size by then, so any interpolation leaves them as they are.
            case OPENCV_BILINEAR, PILLOW_BILINEAR, PILLOW_BICUBIC -> Interpolation.BILINEAR;
            case TORCH_BILINEAR_CORNERS -> Interpolation.BILINEAR_CORNERS;
            case OPENCV_BICUBIC -> Interpolation.BICUBIC;
            case OPENCV_AREA -> Interpolation.AREA;
            case TORCH_BILINEAR_ANTIALIAS -> Interpolation.BILINEAR_ANTIALIAS;
            case TORCH_BICUBIC_ANTIALIAS -> Interpolation.BICUBIC_ANTIALIAS;
        };
    }

    /** The numbers of the network's channels, which stand in its order, for red, green and blue. */
    private List<Double> rgb(List<Double> numbers) {
        return order == ChannelOrder.RGB ? numbers : List.of(numbers.get(2), numbers.get(1), numbers.get(0));
    }

    private BytesFirst resized(ModelInput input, PixelFormat opaque) {
        PillowWindows filter =
                input.resample() == Resample.PILLOW_BICUBIC ? PillowWindows.BICUBIC : PillowWindows.BILINEAR;
        FrameResizer resizer =
                new WindowResizer("preparation", new PillowConvention(filter), () -> kernels).prepare(from, to);
        Pool<Image> scratch = new Pool<>(() -> Image.allocate(to, opaque));
        return (src, sized, dst, offset) -> {
            Image small = scratch.take();
            try {
                resizer.resizeInto(src.format() == opaque ? src : withoutAlpha(src), small);
                sized.prepareInto(small, dst, offset);
            } finally {
                scratch.give(small);
            }
        };
    }

    /** Colours as they stand: Pillow's own conversion looks at alpha no more than this. */
    private static Image withoutAlpha(Image rgba) {
        Image rgb = Image.allocate(rgba.size(), PixelFormat.RGB24);
        byte[] to = rgb.array();
        byte[] row = new byte[rgba.rowBytes()];
        for (int y = 0, q = 0; y < rgba.height(); y++) {
            rgba.readRow(y, row, 0);
            for (int p = 0; p < row.length; p += 4, q += 3) {
                to[q] = row[p];
                to[q + 1] = row[p + 1];
                to[q + 2] = row[p + 2];
            }
        }
        return rgb;
    }

    boolean fits(Image image, Kernels wanted) {
        return image.format() == format && image.size().equals(from) && kernels.equals(wanted);
    }

    /** The size that the network sees. */
    public Size target() {
        return to;
    }

    /** How many floats a picture becomes. */
    public int floats() {
        return TensorPreparation.PLANES * to.pixels();
    }

    /** Writes the three planes in the network's order from {@code offset} on. */
    public void prepareInto(Image image, FloatBuffer dst, int offset) {
        bytes.run(image, floats, dst, offset);
        if (order == ChannelOrder.BGR) {
            swapOuterPlanes(dst, offset);
        }
    }

    private void swapOuterPlanes(FloatBuffer dst, int first) {
        int width = to.width();
        int last = first + 2 * to.pixels();
        float[] red = new float[width];
        float[] blue = new float[width];
        for (int y = 0; y < to.height(); y++) {
            dst.get(first + y * width, red);
            dst.get(last + y * width, blue);
            dst.put(first + y * width, blue);
            dst.put(last + y * width, red);
        }
    }
}
