package io.depth4j;

import io.depth4j.internal.kernel.ColorKernels;
import io.depth4j.internal.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Colours for values: 256 entries spread evenly over a {@link Range}, or one colour for each interval of values, and a colour each
 * for what lies below, above, or is missing. Immutable; {@link Colormaps} names those that come with the library.
 *
 * <p><b>Which entry.</b> With the ends of the range taken as floats and in float arithmetic, the entry of a value in
 * {@code [low, high]} is {@code min(255, trunc((v - low) / (high - low) * 256))}, as in matplotlib (which
 * rounds elsewhere, so a value on the very edge of an entry may get the next one there). Values below and above, and
 * the infinities, get {@link #under()} and {@link #over()}: the first and the last entry unless said otherwise. {@code NaN} gets
 * {@link #bad()}: transparent black, so plain black where the picture has no alpha. In a range without width the one value in it
 * gets entry 0. With {@link Range#EMPTY} every pixel is bad. A map of intervals takes no notice of the range.
 *
 * <p><b>Pictures.</b> A destination is {@link PixelFormat#RGB24}, {@link PixelFormat#BGR24} (alpha is dropped, not blended) or
 * {@link PixelFormat#RGBA32}.
 */
public final class Colormap {

    /** What the order of the colours is good for. */
    public enum Kind {
        /** From little to much: lightness goes one way only. */
        SEQUENTIAL,
        /** Two ways away from a middle. */
        DIVERGING,
        /** The ends meet: angles, phases. */
        CYCLIC,
        /** None of these, or nobody said. */
        MISCELLANEOUS
    }

    /**
     * A colour at a place of the scale.
     *
     * @param at 0 (first entry) to 1 (last entry)
     */
    public record Stop(double at, Rgba color) {
        public Stop {
            Objects.requireNonNull(color, "color");
            if (!(at >= 0 && at <= 1)) {
                throw new IllegalArgumentException("A stop lies between 0 and 1, found " + at);
            }
        }
    }

    /**
     * A colour for the values of {@code [from, to)}.
     *
     * @param from the smallest value inside; may be negative infinity
     * @param to the smallest value no longer inside; may be infinity
     */
    public record Interval(double from, double to, Rgba color) {
        public Interval {
            Objects.requireNonNull(color, "color");
            if (!(from < to)) {
                throw new IllegalArgumentException("An interval goes up, found from " + from + " to " + to);
            }
        }
    }

    private static final int LEVELS = ColorKernels.LEVELS;
    private static final Range BYTES = Range.of(0, 255);

    private final String name;
    private final Kind kind;
    private final ColorScale scale;
    private final int[] rgba;
    private final int[] bgra;
    private final int[] grayRgba;
    private final int[] grayBgra;

    /** @param entries {@link #LEVELS} packed colours (unused ones 0), then under, over and bad */
    private Colormap(String name, Kind kind, ColorScale scale, int[] entries) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.scale = scale;
        this.rgba = entries;
        this.bgra = swapped(entries);
        this.grayRgba = ofBytes(rgba);
        this.grayBgra = ofBytes(bgra);
    }

    /** A map of 256 colours. */
    public static Colormap of(String name, Kind kind, List<Rgba> colors) {
        if (colors.size() != LEVELS) {
            throw new IllegalArgumentException(
                    "Colormap '" + name + "' needs " + LEVELS + " colours, found " + colors.size());
        }
        return ofTable(name, kind, colors.stream().mapToInt(Rgba::packed).toArray());
    }

    /**
     * A map whose entry {@code i} is the colour at {@code i / 255}: between two stops every channel, alpha too, goes linearly from
     * one to the other and is rounded to nearest. Two stops at one place make an edge.
     *
     * @param stops ascending, the first at 0, the last at 1
     */
    public static Colormap ofStops(String name, List<Stop> stops) {
        return ofTable(name, Kind.MISCELLANEOUS, ColorStops.table(stops));
    }

    /**
     * A map of at most 256 intervals of values. What lies below, above or between them is transparent, until {@link #withUnder},
     * {@link #withOver} and {@link #withBad} say otherwise.
     *
     * @param intervals ascending, not overlapping; gaps are bad
     */
    public static Colormap ofIntervals(String name, List<Interval> intervals) {
        ColorScale scale = new ColorScale.Intervals(intervals);
        int[] entries = new int[LEVELS + 3];
        for (int i = 0; i < intervals.size(); i++) {
            entries[i] = intervals.get(i).color().packed();
        }
        return new Colormap(name, Kind.MISCELLANEOUS, scale, entries);
    }

    static Colormap ofTable(String name, Kind kind, int[] colors) {
        int[] entries = Arrays.copyOf(colors, LEVELS + 3);
        entries[ColorKernels.UNDER] = colors[0];
        entries[ColorKernels.OVER] = colors[LEVELS - 1];
        entries[ColorKernels.BAD] = Rgba.TRANSPARENT.packed();
        return new Colormap(name, kind, new ColorScale.Even(), entries);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The 256 entries, or one colour an interval. */
    public List<Rgba> colors() {
        return Arrays.stream(rgba, 0, count()).mapToObj(Rgba::ofPacked).toList();
    }

    /** The intervals of values, none for a map over a range. */
    public List<Interval> intervals() {
        return scale instanceof ColorScale.Intervals own ? own.intervals() : List.of();
    }

    /** The colour below the range or the first interval. */
    public Rgba under() {
        return Rgba.ofPacked(rgba[ColorKernels.UNDER]);
    }

    /** The colour above the range or the last interval. */
    public Rgba over() {
        return Rgba.ofPacked(rgba[ColorKernels.OVER]);
    }

    /** The colour of missing pixels and of gaps between intervals. */
    public Rgba bad() {
        return Rgba.ofPacked(rgba[ColorKernels.BAD]);
    }

    public Colormap withName(String newName) {
        return new Colormap(newName, kind, scale, rgba);
    }

    /** This map, said to be of another kind. */
    public Colormap withKind(Kind newKind) {
        return new Colormap(name, newKind, scale, rgba);
    }

    public Colormap withUnder(Rgba color) {
        return withEntry(ColorKernels.UNDER, color);
    }

    public Colormap withOver(Rgba color) {
        return withEntry(ColorKernels.OVER, color);
    }

    public Colormap withBad(Rgba color) {
        return withEntry(ColorKernels.BAD, color);
    }

    /** All colours but {@link #bad()} with this alpha, 0 to 255. */
    public Colormap withAlpha(int alpha) {
        int[] entries = rgba.clone();
        for (int i = 0; i < entries.length - 1; i++) {
            entries[i] = Rgba.ofPacked(entries[i]).withAlpha(alpha).packed();
        }
        return withEntries(name, entries);
    }

    /** The same scale with the colours in reverse, under and over exchanged. The name gains {@code _r}, or loses it. */
    public Colormap reversed() {
        int count = count();
        int[] entries = rgba.clone();
        for (int i = 0; i < count; i++) {
            entries[i] = rgba[count - 1 - i];
        }
        entries[ColorKernels.UNDER] = rgba[ColorKernels.OVER];
        entries[ColorKernels.OVER] = rgba[ColorKernels.UNDER];
        return withEntries(name.endsWith("_r") ? name.substring(0, name.length() - 2) : name + "_r", entries);
    }

    /**
     * Whether people with protanopia, deuteranopia or tritanopia can tell the colours apart. Computed, not claimed: with each of
     * the three simulated after Machado, Oliveira and Fernandes (2009, severity 1), any two entries at least a sixteenth of the scale
     * apart (for {@link Kind#CYCLIC}: round the circle) differ by a CIE 1976 ΔE of 2.3, the just noticeable difference, or more; for a map of intervals, any two
     * colours. Alpha does not count.
     */
    public boolean isColorBlindSafe() {
        int apart = intervals().isEmpty() ? LEVELS / 16 : 1;
        return ColorVision.distinct(colors(), apart, kind == Kind.CYCLIC);
    }

    /** The colour of one value. */
    public Rgba colorOf(double value, Range range) {
        int[] index = new int[1];
        scale.indices(new float[] {(float) value}, 0, 1, range, index);
        return Rgba.ofPacked(rgba[index[0]]);
    }

    /** Colours a plane into {@code dst}, which has its size. */
    public void colorizeInto(FloatPlane src, Range range, Image dst) {
        requireDestination(src.size(), dst);
        ColorKernels kernels = Kernels.active().colors();
        int[] entries = dst.format() == PixelFormat.BGR24 ? bgra : rgba;
        int channels = dst.format().channels();
        PixelScratch scratch = PixelScratch.take();
        try {
            for (int y = 0; y < src.height(); y++) {
                byte[] pixels = scratch.target(dst);
                int to = scratch.targetOffset(dst, y);
                for (int x = 0; x < src.width(); x += PixelScratch.BLOCK) {
                    int length = Math.min(PixelScratch.BLOCK, src.width() - x);
                    scale.indices(src.array(), y * src.width() + x, length, range, scratch.indices);
                    if (channels == 3) {
                        kernels.lookup3(scratch.indices, 0, length, entries, pixels, to + x * 3);
                    } else {
                        kernels.lookup4(scratch.indices, 0, length, entries, pixels, to + x * 4);
                    }
                }
                scratch.finish(dst, y);
            }
        } finally {
            scratch.give();
        }
    }

    /** Colours a depth map into {@code dst}, which has its size. */
    public void colorizeInto(DepthMap src, Range range, Image dst) {
        colorizeInto(src.plane(), range, dst);
    }

    /** Colours a {@link PixelFormat#GRAY8} picture: its bytes are values over the range 0 to 255, so each is its own index. */
    public void colorizeInto(Image gray, Image dst) {
        requireGray(gray);
        requireDestination(gray.size(), dst);
        int[] entries = dst.format() == PixelFormat.BGR24 ? grayBgra : grayRgba;
        PixelScratch scratch = PixelScratch.take();
        try {
            for (int y = 0; y < gray.height(); y++) {
                colorizeRow(gray, y, entries, dst, scratch);
            }
        } finally {
            scratch.give();
        }
    }

    /**
     * Colours a {@link PixelFormat#GRAY8} picture, each row over its own range from its smallest to its largest byte: what shows
     * contrast in rows of their own, such as a borehole's. A row of one value gets entry 0. A map of intervals takes no notice of
     * ranges and does the same as {@link #colorizeInto(Image, Image)}.
     */
    public void colorizeRowsInto(Image gray, Image dst) {
        if (scale instanceof ColorScale.Intervals) {
            colorizeInto(gray, dst);
            return;
        }
        requireGray(gray);
        requireDestination(gray.size(), dst);
        int[] entries = dst.format() == PixelFormat.BGR24 ? bgra : rgba;
        PixelScratch scratch = PixelScratch.take();
        try {
            for (int y = 0; y < gray.height(); y++) {
                scratch.stretch(gray, y, entries);
                colorizeRow(gray, y, scratch.indices, dst, scratch);
            }
        } finally {
            scratch.give();
        }
    }

    /** The plane as an {@link PixelFormat#RGB24} picture. */
    public Image colorize(FloatPlane src, Range range) {
        Image dst = Image.allocate(src.size(), PixelFormat.RGB24);
        colorizeInto(src, range, dst);
        return dst;
    }

    /** The depth map as an {@link PixelFormat#RGB24} picture. */
    public Image colorize(DepthMap src, Range range) {
        return colorize(src.plane(), range);
    }

    /** The grey picture as an {@link PixelFormat#RGB24} one. */
    public Image colorize(Image gray) {
        Image dst = Image.allocate(gray.size(), PixelFormat.RGB24);
        colorizeInto(gray, dst);
        return dst;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Colormap that
                && name.equals(that.name)
                && kind == that.kind
                && Arrays.equals(rgba, that.rgba)
                && scale.equals(that.scale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, scale, Arrays.hashCode(rgba));
    }

    @Override
    public String toString() {
        return "Colormap[" + name + ", " + kind + ", " + count() + " colours]";
    }

    private int count() {
        return intervals().isEmpty() ? LEVELS : intervals().size();
    }

    private Colormap withEntry(int index, Rgba color) {
        int[] entries = rgba.clone();
        entries[index] = color.packed();
        return withEntries(name, entries);
    }

    private Colormap withEntries(String newName, int[] entries) {
        return new Colormap(newName, kind, scale.recolored(entries), entries);
    }

    private void colorizeRow(Image gray, int y, int[] entries, Image dst, PixelScratch scratch) {
        ColorKernels kernels = Kernels.active().colors();
        byte[] values = scratch.source(gray, y);
        int from = scratch.sourceOffset(gray, y);
        byte[] pixels = scratch.target(dst);
        int to = scratch.targetOffset(dst, y);
        if (dst.format().channels() == 3) {
            kernels.lookup3(values, from, gray.width(), entries, pixels, to);
        } else {
            kernels.lookup4(values, from, gray.width(), entries, pixels, to);
        }
        scratch.finish(dst, y);
    }

    /** The entry of every byte; a map over a range has it at that index. */
    private int[] ofBytes(int[] entries) {
        if (scale instanceof ColorScale.Even) {
            return entries;
        }
        float[] bytes = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            bytes[i] = i;
        }
        int[] indices = new int[LEVELS];
        scale.indices(bytes, 0, LEVELS, BYTES, indices);
        return IntStream.of(indices).map(index -> entries[index]).toArray();
    }

    /** Red and blue exchanged. */
    private static int[] swapped(int[] entries) {
        return IntStream.of(entries)
                .map(color -> color & 0xff00ff00 | color << 16 & 0xff0000 | color >> 16 & 0xff)
                .toArray();
    }

    private static void requireGray(Image gray) {
        if (gray.format() != PixelFormat.GRAY8) {
            throw new IllegalArgumentException("A colormap reads a GRAY8 image, found " + gray.format());
        }
    }

    private static void requireDestination(Size size, Image dst) {
        if (dst.format() == PixelFormat.GRAY8) {
            throw new IllegalArgumentException("A colormap fills an RGB24, BGR24 or RGBA32 image, found GRAY8");
        }
        if (!dst.size().equals(size)) {
            throw new IllegalArgumentException(
                    "Colours of " + size + " need an image of that size, found " + dst.size());
        }
    }
}
