package io.depth4j.examples.cli;

import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.MissingPixels;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The resizers under the names of their methods. */
final class Conventions implements Iterable<String> {

    static final String SPLINE = "scipySpline3";

    private static final Map<String, FrameResizer> ALL = all();

    private static Map<String, FrameResizer> all() {
        Map<String, FrameResizer> all = new LinkedHashMap<>();
        all.put("nearest", FrameResizers.nearest());
        all.put("bilinear", FrameResizers.bilinear());
        all.put("bicubic", FrameResizers.bicubic());
        all.put("area", FrameResizers.area());
        all.put("lanczos3", FrameResizers.lanczos3());
        all.put("pillowBilinear", FrameResizers.pillowBilinear());
        all.put("pillowBicubic", FrameResizers.pillowBicubic());
        all.put(SPLINE, FrameResizers.scipySpline3());
        return all;
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    @Override
    public Iterator<String> iterator() {
        return ALL.keySet().iterator();
    }

    /** The resizer of this name, which is one of {@link #names}. */
    static FrameResizer named(String name, MissingPixels missing) {
        return missing == MissingPixels.POISON_ROW ? FrameResizers.scipySpline3(missing) : ALL.get(name);
    }
}
