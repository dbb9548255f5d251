package io.depth4j.internal.kernel;

final class VectorNetKernels implements NetKernels {

    private final VectorActivation activations = new VectorActivation();
    private final ScalarNetKernels scalar = new ScalarNetKernels();

    @Override
    public void pointwise(
            Pointwise layer,
            float[] src,
            int srcAt,
            float[] addend,
            int addendAt,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        int stride = NetKernels.padded(layer.out);
        int chunk = VectorPointwise.chunk(layer);
        for (int pixel = from; pixel < to; pixel += chunk) {
            int end = Math.min(to, pixel + chunk);
            VectorPointwise.run(layer, src, srcAt, addend, addendAt, dst, dstAt, pixel, end);
            int at = dstAt + pixel * stride;
            activations.run(layer.activation, dst, at, dst, at, (end - pixel) * stride);
        }
    }

    @Override
    public void depthwise(
            Depthwise layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to) {
        int length = layer.window.outWidth(width) * NetKernels.padded(layer.channels);
        for (int y = from; y < to; y++) {
            int row = dstAt + y * length;
            VectorDepthwise.row(layer, src, srcAt, height, width, dst, row, y);
            activations.rest(layer.activation, dst, row, length);
        }
    }

    @Override
    public void direct(
            Direct layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to) {
        int length = layer.window.outWidth(width) * NetKernels.padded(layer.out);
        for (int y = from; y < to; y++) {
            int row = dstAt + y * length;
            VectorDirect.row(layer, src, srcAt, height, width, dst, row, y);
            activations.run(layer.activation, dst, row, dst, row, length);
        }
    }

    @Override
    public void activate(NetActivation activation, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        activations.run(activation, src, srcAt, dst, dstAt, length);
    }

    @Override
    public void combine(
            NetArithmetic arithmetic, float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        scalar.combine(arithmetic, a, aAt, b, bAt, dst, dstAt, length);
    }

    @Override
    public void combineChannels(
            NetArithmetic arithmetic,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        scalar.combineChannels(arithmetic, a, aAt, b, bAt, channels, dst, dstAt, from, to);
    }

    @Override
    public void combineScalar(
            NetArithmetic arithmetic, float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        scalar.combineScalar(arithmetic, a, aAt, b, dst, dstAt, length);
    }

    @Override
    public void globalAverage(float[] src, int srcAt, int pixels, int channels, float[] dst, int dstAt) {
        scalar.globalAverage(src, srcAt, pixels, channels, dst, dstAt);
    }

    @Override
    public void resizeNearest(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        scalar.resizeNearest(rows, columns, src, srcAt, width, channels, dst, dstAt, from, to);
    }

    @Override
    public void resizeLinear(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        scalar.resizeLinear(rows, columns, src, srcAt, width, channels, dst, dstAt, from, to);
    }

    @Override
    public void sumDown(
            float[] src, int srcAt, int height, int width, int channels, float[] dst, int dstAt, int from, int to) {
        scalar.sumDown(src, srcAt, height, width, channels, dst, dstAt, from, to);
    }

    @Override
    public void sumAlong(float[] src, int srcAt, int width, int channels, float[] dst, int dstAt, int from, int to) {
        scalar.sumAlong(src, srcAt, width, channels, dst, dstAt, from, to);
    }

    @Override
    public void fromPlanes(
            float[] planes, int planesAt, int pixels, int channels, float[] dst, int dstAt, int from, int to) {
        scalar.fromPlanes(planes, planesAt, pixels, channels, dst, dstAt, from, to);
    }

    @Override
    public void toPlanes(
            float[] src, int srcAt, int pixels, int channels, float[] planes, int planesAt, int from, int to) {
        scalar.toPlanes(src, srcAt, pixels, channels, planes, planesAt, from, to);
    }
}
