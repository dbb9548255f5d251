package io.depth4j.examples.cli;

import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.MissingPixels;
import java.util.Iterator;
import java.util.List;

/** The resizers under the names of their methods. Names alone do not load the resizers, which help does not need. */
final class Conventions implements Iterable<String> {

    static final String SPLINE = "scipySpline3";

    private static final List<String> NAMES =
            List.of("nearest", "bilinear", "bicubic", "area", "lanczos3", "pillowBilinear", "pillowBicubic", SPLINE);

    static List<String> names() {
        return NAMES;
    }

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }

    /**
     * The resizer of this name.
     *
     * @param missing for the one to whom it matters
     */
    static FrameResizer named(String name, MissingPixels missing) {
        return switch (name) {
            case "nearest" -> FrameResizers.nearest();
            case "bilinear" -> FrameResizers.bilinear();
            case "bicubic" -> FrameResizers.bicubic();
            case "area" -> FrameResizers.area();
            case "lanczos3" -> FrameResizers.lanczos3();
            case "pillowBilinear" -> FrameResizers.pillowBilinear();
            case "pillowBicubic" -> FrameResizers.pillowBicubic();
            case SPLINE -> FrameResizers.scipySpline3(missing);
            default -> throw new IllegalArgumentException("Expected one of " + NAMES + ", found '" + name + "'");
        };
    }
}
