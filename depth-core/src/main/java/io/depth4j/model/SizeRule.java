package io.depth4j.model;

import io.depth4j.LimitExceededException;
import io.depth4j.Size;
import java.util.Objects;

/**
 * Which size a picture is brought to before a network sees it.
 *
 * @param mode how the sides are chosen
 * @param width what {@code mode} aims at
 * @param height what {@code mode} aims at
 * @param multiple both sides become a multiple of this, the nearest, halves to even
 */
public record SizeRule(Mode mode, int width, int height, int multiple) {

    /** How the sides are chosen. */
    public enum Mode {
        /** The aspect stays; both sides reach at least the given ones. */
        LOWER_BOUND,
        /** The aspect stays; neither side exceeds the given ones. */
        UPPER_BOUND,
        /** The aspect stays; the side whose scale is nearer to 1 gets its given length. */
        MIN_CHANGE,
        /** The aspect stays; the picture has about as many pixels as the given sides make. */
        AREA,
        /** The picture keeps its size, but for the multiple. The given ones are not looked at. */
        EXACT,
        /** As {@link #EXACT}, but sides are cut down to the multiple, not rounded to it. */
        EXACT_DOWN,
        /** The given sides, whatever the aspect. */
        SQUASH
    }

    /** Three planes of floats fit a buffer. */
    private static final int MOST_PIXELS = Integer.MAX_VALUE / (3 * Float.BYTES);

    public SizeRule {
        Objects.requireNonNull(mode, "mode");
        if (width < 1 || height < 1 || multiple < 1) {
            throw new IllegalArgumentException("input.size needs positive sides and a positive multiple, found " + width
                    + "×" + height + ", multiple " + multiple);
        }
        if (mode == Mode.SQUASH && (long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "input.size holds at most " + MOST_PIXELS + " pixels, found " + width + "×" + height);
        }
    }

    /** The given size for every picture. */
    public static SizeRule squash(int width, int height) {
        return new SizeRule(Mode.SQUASH, width, height, 1);
    }

    public static SizeRule of(Mode mode, int side, int multiple) {
        return new SizeRule(mode, side, side, multiple);
    }

    /**
     * The size for a picture of this size.
     *
     * @throws LimitExceededException if that is more than a network can be given, as for a picture that is all but a line
     */
    public Size sizeFor(Size picture) {
        if (mode == Mode.SQUASH) {
            return new Size(width, height);
        }
        double across = (double) width / picture.width();
        double down = (double) height / picture.height();
        double scale = switch (mode) {
            case LOWER_BOUND -> Math.max(across, down);
            case UPPER_BOUND -> Math.min(across, down);
            case MIN_CHANGE -> Math.abs(1 - across) < Math.abs(1 - down) ? across : down;
            case AREA -> Math.sqrt(across * down);
            default -> 1;
        };
        int toWidth = side(scale * picture.width(), width);
        int toHeight = side(scale * picture.height(), height);
        if ((long) toWidth * toHeight > MOST_PIXELS) {
            throw new LimitExceededException("Networks see at most " + MOST_PIXELS + " pixels, but " + mode
                    + " brings a picture of " + picture + " to " + toWidth + "×" + toHeight);
        }
        return new Size(toWidth, toHeight);
    }

    private int side(double length, int bound) {
        double rounded =
                (mode == Mode.EXACT_DOWN ? Math.floor(length / multiple) : Math.rint(length / multiple)) * multiple;
        if (mode == Mode.LOWER_BOUND && rounded < bound) {
            rounded = Math.ceil(length / multiple) * multiple;
        } else if (mode == Mode.UPPER_BOUND && rounded > bound) {
            rounded = Math.floor(length / multiple) * multiple;
        }
        return (int) Math.max(multiple, rounded);
    }
}
