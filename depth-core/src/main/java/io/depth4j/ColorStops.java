package io.depth4j;

import io.depth4j.Colormap.Stop;
import io.depth4j.internal.kernel.ColorKernels;
import java.util.List;

/** From a few colours to a table. */
final class ColorStops {

    private ColorStops() {}

    static int[] table(List<Stop> stops) {
        requireOrder(stops);
        int[] table = new int[ColorKernels.LEVELS];
        int next = 1;
        for (int i = 0; i < table.length; i++) {
            double at = i / (table.length - 1.0);
            while (next < stops.size() - 1 && stops.get(next).at() <= at) {
                next++;
            }
            table[i] = between(stops.get(next - 1), stops.get(next), at).packed();
        }
        return table;
    }

    private static void requireOrder(List<Stop> stops) {
        if (stops.size() < 2) {
            throw new IllegalArgumentException("A colormap of stops needs at least 2, found " + stops.size());
        }
        double last = stops.get(stops.size() - 1).at();
        if (stops.get(0).at() != 0 || last != 1) {
            throw new IllegalArgumentException("The first stop is at 0 and the last at 1, found "
                    + stops.get(0).at() + " and " + last);
        }
        for (int i = 1; i < stops.size(); i++) {
            if (stops.get(i).at() < stops.get(i - 1).at()) {
                throw new IllegalArgumentException("Stops ascend, found "
                        + stops.get(i).at() + " after " + stops.get(i - 1).at());
            }
        }
    }

    private static Rgba between(Stop from, Stop to, double at) {
        double width = to.at() - from.at();
        double share = width == 0 ? 1 : (at - from.at()) / width;
        return new Rgba(
                mixed(from.color().red(), to.color().red(), share),
                mixed(from.color().green(), to.color().green(), share),
                mixed(from.color().blue(), to.color().blue(), share),
                mixed(from.color().alpha(), to.color().alpha(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
