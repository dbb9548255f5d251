package io.depth4j.internal.guided;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Size;

/**
 * The guided filter of He, Sun and Tang in its fast form: in the small plane's size every window is fitted by a line in the
 * colours of the picture there; the lines, averaged and brought to the picture's size, are applied to its full colours.
 *
 * <p>The averaged lines are moved so that each passes through its own pixel. The small plane thus loses nothing: without contrast
 * in the picture the result is the plane enlarged between neighbours, where He's filter would blur it by a window.
 *
 * <p>All goes row by row. Beside the planes themselves memory grows with their widths alone.
 */
public final class GuidedFilter {

    private final int radius;
    private final double epsilon;

    /**
     * @param radius of the windows, in pixels of the small plane
     * @param epsilon the penalty on slopes: a contrast of its square root, of 0 to 1, is as good as none
     */
    public GuidedFilter(int radius, double epsilon) {
        this.radius = radius;
        this.epsilon = epsilon;
    }

    /** Fills {@code dst}, as large as the guide. Missing where less than half of the nearest small pixels' weight is there. */
    public void fill(FloatPlane small, Image guide, FloatPlane dst) {
        Size size = small.size();
        Image smallGuide = FrameResizers.area().resize(guide, size);
        Rows moments = new BoxSums(new Moments(small, smallGuide), Moments.CHANNELS, size, radius);
        Rows lines = new Lines(moments, size.width(), epsilon);
        new Enlargement(small, smallGuide, new BoxSums(lines, Lines.CHANNELS, size, radius)).fill(guide, dst);
    }
}
