package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalar and vector kernels against {@link PlainNet}, with NaN in the padding and guard values round every result. */
@Tag("kernel")
class NetKernelsTest {

    private static final int UNTIL_COMPILED = 60;
    private static final int LEAD = 7;
    private static final float GUARD = 77;
    private static final float TOLERANCE = 1e-5f;
    private static final float[] NO_ADDEND = {};

    private static final List<NetActivation> ACTIVATIONS = List.of(
            NetActivation.none(),
            NetActivation.relu(),
            NetActivation.clip(0.125f, 0.5f),
            NetActivation.hardSwish(),
            NetActivation.hardSigmoid(0.2f, 0.5f),
            NetActivation.sigmoid());

    private final List<NetKernels> kernels = Stream.concat(Stream.of(Kernels.scalar()), Kernels.vector().stream())
            .map(Kernels::nets)
            .toList();

    private final Random random = new Random(5);

    /** An operation that writes its result from an offset on. */
    private interface Operation {
        void run(NetKernels kernels, float[] dst, int dstAt);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7, 8, 15, 17, 33, 64, 207})
    void aPointwiseConvolutionIsAMatrixProduct(int pixels) {
        int turn = pixels;
        for (int in : new int[] {1, 3, 16, 24, 40, 96}) {
            for (int out : new int[] {1, 16, 24, 33, 48, 64}) {
                NetActivation activation = ACTIVATIONS.get(turn++ % ACTIVATIONS.size());
                float[] weights = values(in * out, 1f / in);
                float[] bias = values(out, 1);
                float[] src = image(pixels, in);
                float[] addend = turn % 2 == 0 ? NO_ADDEND : image(pixels, out);
                Pointwise layer = new Pointwise(in, out, weights, bias, activation);
                float[] expected = PlainNet.convolve(
                        src, 1, pixels, in, out, 1, NetWindow.centered(1, 1), weights, bias, activation, addend);
                float[] moved = moved(src);
                float[] movedAddend = addend.length == 0 ? addend : moved(addend);
                checkRange(
                        expected,
                        out,
                        pixels,
                        (k, dst, at, from, to) ->
                                k.pointwise(layer, moved, LEAD, movedAddend, LEAD, dst, at, from, to));
            }
        }
    }

    @Test
    void anAddendMayBeTheResult() {
        int in = 40;
        int out = 48;
        for (int pixels : new int[] {1, 5, 6, 13}) {
            float[] weights = values(in * out, 1f / in);
            float[] bias = values(out, 1);
            float[] src = image(pixels, in);
            float[] addend = image(pixels, out);
            Pointwise layer = new Pointwise(in, out, weights, bias, NetActivation.relu());
            float[] expected = PlainNet.convolve(
                    src, 1, pixels, in, out, 1, NetWindow.centered(1, 1), weights, bias, NetActivation.relu(), addend);
            check(expected, out, (k, dst, at) -> {
                System.arraycopy(addend, 0, dst, at, addend.length);
                k.pointwise(layer, src, 0, dst, at, dst, at, 0, pixels);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 17, 40})
    void aDepthwiseConvolutionKeepsChannelsApart(int width) {
        int turn = width;
        for (int height : new int[] {1, 4, 9}) {
            for (int channels : new int[] {1, 16, 24, 72}) {
                for (NetWindow window : windows()) {
                    if (window.outHeight(height) < 1 || window.outWidth(width) < 1) {
                        continue;
                    }
                    NetActivation activation = ACTIVATIONS.get(turn++ % ACTIVATIONS.size());
                    float[] weights = values(channels * window.taps(), 1f / window.taps());
                    float[] bias = values(channels, 1);
                    float[] src = image(height * width, channels);
                    float[] moved = moved(src);
                    Depthwise layer = new Depthwise(channels, window, weights, bias, activation);
                    float[] expected = PlainNet.convolve(
                            src,
                            height,
                            width,
                            channels,
                            channels,
                            channels,
                            window,
                            weights,
                            bias,
                            activation,
                            NO_ADDEND);
                    checkRange(
                            expected,
                            channels,
                            window.outHeight(height),
                            (k, dst, at, from, to) ->
                                    k.depthwise(layer, moved, LEAD, height, width, dst, at, from, to));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 16, 33})
    void aDirectConvolutionLooksAtAllChannels(int width) {
        int turn = width;
        for (int height : new int[] {1, 8}) {
            for (int[] channels : new int[][] {{5, 16}, {3, 40}, {24, 1}, {17, 1}, {20, 33}}) {
                for (NetWindow window : windows()) {
                    int in = channels[0];
                    int out = channels[1];
                    if (window.outHeight(height) < 1 || window.outWidth(width) < 1) {
                        continue;
                    }
                    NetActivation activation = ACTIVATIONS.get(turn++ % ACTIVATIONS.size());
                    float[] weights = values(in * out * window.taps(), 1f / in / window.taps());
                    float[] bias = values(out, 1);
                    float[] src = image(height * width, in);
                    float[] moved = moved(src);
                    Direct layer = new Direct(in, out, window, weights, bias, activation);
                    float[] expected = PlainNet.convolve(
                            src, height, width, in, out, 1, window, weights, bias, activation, NO_ADDEND);
                    checkRange(
                            expected,
                            out,
                            window.outHeight(height),
                            (k, dst, at, from, to) -> k.direct(layer, moved, LEAD, height, width, dst, at, from, to));
                }
            }
        }
    }

    /** All that the networks use, and some that begin and end oddly or lie wholly beyond the image. */
    private static List<NetWindow> windows() {
        return List.of(
                NetWindow.centered(3, 1),
                NetWindow.centered(3, 2),
                NetWindow.centered(5, 1),
                NetWindow.centered(5, 2),
                NetWindow.centered(7, 1),
                new NetWindow(3, 3, 2, 0, 0, 1, 1),
                new NetWindow(1, 4, 1, 0, 2, 0, 1),
                new NetWindow(2, 2, 2, 3, 3, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 31, 33, 207, 702})
    void activationsAreTheirFormulas(int length) {
        float[] src = values(length, 9);
        for (int i = 0; i < length; i += 13) {
            src[i] = new float[] {-1000, 1000, -0f, 3, Float.POSITIVE_INFINITY, -100}[i / 13 % 6];
        }
        for (NetActivation activation : ACTIVATIONS) {
            boolean swish = activation.kind() == NetActivation.Kind.HARD_SWISH;
            float[] from = src.clone();
            float[] expected = new float[length];
            for (int i = 0; i < length; i++) {
                from[i] = swish ? Math.max(-1000, Math.min(1000, from[i])) : from[i];
                expected[i] = PlainNet.activated(activation, from[i]);
            }
            float[] moved = moved(from);
            check(expected, 16, (k, dst, at) -> k.activate(activation, moved, LEAD, dst, at, length));
            check(expected, 16, (k, dst, at) -> {
                System.arraycopy(from, 0, dst, at, length);
                k.activate(activation, dst, at, dst, at, length);
            });
        }
    }

    @Test
    void noActivationHidesNotANumber() {
        float[] src = new float[48];
        Arrays.fill(src, Float.NaN);
        for (NetKernels each : kernels) {
            for (NetActivation activation : ACTIVATIONS) {
                float[] dst = new float[48];
                each.activate(activation, src, 0, dst, 0, 48);
                assertThat(dst).as("%s %s", each, activation).containsOnly(Float.NaN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 31, 207})
    void arithmeticIsThatOfFloats(int pixels) {
        int channels = 24;
        int stride = NetKernels.padded(channels);
        int length = pixels * stride;
        float[] a = values(length, 3);
        float[] b = values(length, 3);
        float scalar = 0.75f;
        for (NetArithmetic arithmetic : NetArithmetic.values()) {
            float[] values = new float[length];
            float[] perChannel = new float[length];
            float[] scalars = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = combined(arithmetic, a[i], b[i]);
                perChannel[i] = combined(arithmetic, a[i], b[i % stride]);
                scalars[i] = combined(arithmetic, a[i], scalar);
            }
            float[] moved = moved(a);
            check(values, stride, (k, dst, at) -> k.combine(arithmetic, moved, LEAD, b, 0, dst, at, length));
            check(values, stride, (k, dst, at) -> {
                System.arraycopy(b, 0, dst, at, length);
                k.combine(arithmetic, moved, LEAD, dst, at, dst, at, length);
            });
            check(scalars, stride, (k, dst, at) -> k.combineScalar(arithmetic, moved, LEAD, scalar, dst, at, length));
            checkRange(
                    perChannel,
                    channels,
                    pixels,
                    (k, dst, at, from, to) ->
                            k.combineChannels(arithmetic, moved, LEAD, b, 0, channels, dst, at, from, to));
        }
    }

    private static float combined(NetArithmetic arithmetic, float a, float b) {
        return switch (arithmetic) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case SUBTRACT_FROM -> b - a;
            case DIVIDE_INTO -> b / a;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 63, 64, 65, 1000, 70_000})
    void theAverageOfManyPixelsIsExact(int pixels) {
        int channels = 20;
        int stride = NetKernels.padded(channels);
        float[] src = image(pixels, channels);
        float[] expected = new float[stride];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int pixel = 0; pixel < pixels; pixel++) {
                src[pixel * stride + c] += 3 + pixel % 512;
                sum += src[pixel * stride + c];
            }
            expected[c] = (float) (sum / pixels);
        }
        float[] moved = moved(src);
        check(expected, channels, (k, dst, at) -> k.globalAverage(moved, LEAD, pixels, channels, dst, at));
    }

    @Test
    void aResizedImageTakesWhatTheAxesSay() {
        int height = 5;
        int width = 9;
        int channels = 20;
        int stride = NetKernels.padded(channels);
        float[] src = image(height * width, channels);
        float[] moved = moved(src);
        for (ResizeAxis.Convention convention : ResizeAxis.Convention.values()) {
            ResizeAxis rows = ResizeAxis.linear(height, 2 * height, 2, convention);
            ResizeAxis columns = ResizeAxis.linear(width, 2 * width, 2, convention);
            float[] nearest = new float[4 * src.length];
            float[] linear = new float[4 * src.length];
            for (int i = 0; i < linear.length; i++) {
                int y = i / stride / (2 * width);
                int x = i / stride % (2 * width);
                double upper = between(src, rows.low[y] * width, columns, x, stride, i % stride);
                double lower = between(src, rows.high[y] * width, columns, x, stride, i % stride);
                linear[i] = (float) (upper + (lower - upper) * rows.weight[y]);
                nearest[i] = src[(rows.low[y] * width + columns.low[x]) * stride + i % stride];
            }
            checkRange(
                    linear,
                    channels,
                    2 * height,
                    (k, dst, at, from, to) ->
                            k.resizeLinear(rows, columns, moved, LEAD, width, channels, dst, at, from, to));
            checkRange(
                    nearest,
                    channels,
                    2 * height,
                    (k, dst, at, from, to) ->
                            k.resizeNearest(rows, columns, moved, LEAD, width, channels, dst, at, from, to));
        }
    }

    private static double between(float[] src, int row, ResizeAxis columns, int x, int stride, int channel) {
        double left = src[(row + columns.low[x]) * stride + channel];
        double right = src[(row + columns.high[x]) * stride + channel];
        return left + (right - left) * columns.weight[x];
    }

    @Test
    void axesPlaceOutputsByTheirConvention() {
        ResizeAxis half = ResizeAxis.linear(3, 6, 2, ResizeAxis.Convention.HALF_PIXEL);
        assertThat(half.low).containsExactly(0, 0, 0, 1, 1, 2);
        assertThat(half.weight).containsExactly(0, 0.25f, 0.75f, 0.25f, 0.75f, 0);
        ResizeAxis corners = ResizeAxis.linear(3, 5, 5 / 3.0, ResizeAxis.Convention.ALIGN_CORNERS);
        assertThat(corners.low).containsExactly(0, 0, 1, 1, 2);
        assertThat(corners.weight).containsExactly(0, 0.5f, 0, 0.5f, 0);
        ResizeAxis floor = ResizeAxis.nearest(3, 6, 2, ResizeAxis.Convention.ASYMMETRIC, ResizeAxis.Rounding.FLOOR);
        assertThat(floor.low).containsExactly(0, 0, 1, 1, 2, 2);
        ResizeAxis prefersFloor =
                ResizeAxis.nearest(3, 6, 2, ResizeAxis.Convention.ASYMMETRIC, ResizeAxis.Rounding.PREFER_FLOOR);
        assertThat(prefersFloor.low).containsExactly(0, 0, 1, 1, 2, 2);
        ResizeAxis prefersCeil =
                ResizeAxis.nearest(3, 6, 2, ResizeAxis.Convention.ASYMMETRIC, ResizeAxis.Rounding.PREFER_CEIL);
        assertThat(prefersCeil.low).containsExactly(0, 1, 1, 2, 2, 2);
        assertThat(prefersCeil.outputs()).isEqualTo(6);
    }

    @Test
    void sumsRunDownAndAlong() {
        int height = 5;
        int width = 7;
        int channels = 20;
        int stride = NetKernels.padded(channels);
        float[] src = image(height * width, channels);
        float[] down = src.clone();
        float[] along = src.clone();
        for (int i = 0; i < src.length; i++) {
            down[i] += i >= width * stride ? down[i - width * stride] : 0;
            along[i] += i % (width * stride) >= stride ? along[i - stride] : 0;
        }
        float[] moved = moved(src);
        checkRange(
                along,
                channels,
                height,
                (k, dst, at, from, to) -> k.sumAlong(moved, LEAD, width, channels, dst, at, from, to));
        check(down, channels, (k, dst, at) -> {
            k.sumDown(moved, LEAD, height, width, channels, dst, at, 0, 3);
            k.sumDown(moved, LEAD, height, width, channels, dst, at, 3, width);
        });
        check(down, channels, (k, dst, at) -> {
            System.arraycopy(src, 0, dst, at, src.length);
            k.sumDown(dst, at, height, width, channels, dst, at, 0, width);
        });
        check(along, channels, (k, dst, at) -> {
            System.arraycopy(src, 0, dst, at, src.length);
            k.sumAlong(dst, at, width, channels, dst, at, 0, height);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 33, 207})
    void planesBecomePixelsAndPixelsPlanes(int pixels) {
        for (int channels : new int[] {1, 3, 16, 20}) {
            int stride = NetKernels.padded(channels);
            float[] planes = values(pixels * channels, 1);
            float[] expected = new float[pixels * stride];
            for (int i = 0; i < planes.length; i++) {
                expected[i % pixels * stride + i / pixels] = planes[i];
            }
            float[] moved = moved(planes);
            checkRange(
                    expected,
                    channels,
                    pixels,
                    (k, dst, at, from, to) -> k.fromPlanes(moved, LEAD, pixels, channels, dst, at, from, to));
            check(expected, stride, (k, dst, at) -> k.fromPlanes(moved, LEAD, pixels, channels, dst, at, 0, pixels));
            float[] interleaved = moved(PlainNet.poisoned(expected.clone(), channels));
            check(planes, channels, (k, dst, at) -> {
                k.toPlanes(interleaved, LEAD, pixels, channels, dst, at, 0, pixels / 2);
                k.toPlanes(interleaved, LEAD, pixels, channels, dst, at, pixels / 2, pixels);
            });
        }
    }

    @Test
    void layersSayWhatTheyExpected() {
        float[] four = new float[4];
        assertThatThrownBy(() -> new Pointwise(3, 2, four, new float[2], NetActivation.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 6 weights, found 4");
        assertThatThrownBy(() -> new Depthwise(4, NetWindow.centered(1, 1), four, new float[3], NetActivation.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 4 biases, found 3");
        assertThatThrownBy(() -> new NetWindow(3, 3, 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected a positive kernel and stride and no negative pads, found 3x3, stride 0, pads 0 0 0 0");
    }

    private interface RangeOperation {
        void run(NetKernels kernels, float[] dst, int dstAt, int from, int to);
    }

    /** In one go and in parts, which leave what lies outside of them alone. */
    private void checkRange(float[] expected, int channels, int count, RangeOperation operation) {
        check(expected, channels, (k, dst, at) -> operation.run(k, dst, at, 0, count));
        int third = count / 3;
        int size = expected.length / count;
        check(expected, channels, (k, dst, at) -> {
            operation.run(k, dst, at, 0, third);
            operation.run(k, dst, at, 2 * third, count);
            for (int i = third * size; i < 2 * third * size; i++) {
                assertThat(dst[at + i]).isEqualTo(GUARD);
            }
            operation.run(k, dst, at, third, 2 * third);
        });
    }

    private void check(float[] expected, int channels, Operation operation) {
        int stride = NetKernels.padded(channels);
        float[] first = new float[0];
        for (NetKernels each : kernels) {
            for (int run = 0; run < (each instanceof VectorNetKernels ? UNTIL_COMPILED : 2); run++) {
                float[] dst = new float[LEAD + expected.length + LEAD];
                Arrays.fill(dst, GUARD);
                operation.run(each, dst, LEAD);
                first = first.length == 0 ? dst : first;
                for (int i = 0; i < dst.length; i++) {
                    boolean inside = i >= LEAD && i < LEAD + expected.length;
                    if (inside && (i - LEAD) % stride >= channels) {
                        continue;
                    }
                    float e = inside ? expected[i - LEAD] : GUARD;
                    if (!(Math.abs(dst[i] - e) <= (inside ? TOLERANCE * (1 + Math.abs(e)) : 0)) && dst[i] != e) {
                        assertThat(dst[i])
                                .as("%s, run %d, value %d", each.getClass().getSimpleName(), run, i - LEAD)
                                .isEqualTo(e);
                    }
                    if (Float.floatToIntBits(dst[i]) != Float.floatToIntBits(first[i])) {
                        assertThat(dst[i])
                                .as(
                                        "%s, run %d, value %d, the same bits",
                                        each.getClass().getSimpleName(), run, i - LEAD)
                                .isEqualTo(first[i]);
                        fail("a zero of the other sign at " + (i - LEAD));
                    }
                }
            }
        }
    }

    private float[] image(int pixels, int channels) {
        return PlainNet.poisoned(values(pixels * NetKernels.padded(channels), 1), channels);
    }

    private static float[] moved(float[] values) {
        float[] moved = new float[LEAD + values.length];
        System.arraycopy(values, 0, moved, LEAD, values.length);
        return moved;
    }

    private float[] values(int count, float scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = scale * (random.nextFloat() * 2 - 1);
        }
        return values;
    }
}
