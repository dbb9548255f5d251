package io.depth4j.internal.kernel;

final class ScalarRowKernels implements RowKernels {

    @Override
    public FixedRows fixed(FixedWindows windows, int channels) {
        return new ScalarFixedRows(windows, channels);
    }

    @Override
    public FloatRows floats(Windows windows, int channels) {
        return new ScalarFloatRows(windows, channels);
    }

    @Override
    public PlaneRows planes(Windows windows) {
        return new ScalarPlaneRows(windows);
    }
}
