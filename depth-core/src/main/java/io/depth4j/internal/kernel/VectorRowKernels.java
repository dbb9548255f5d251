package io.depth4j.internal.kernel;

final class VectorRowKernels implements RowKernels {

    private final ScalarRowKernels scalar = new ScalarRowKernels();

    @Override
    public FixedRows fixed(FixedWindows windows, int channels) {
        FixedRows general = VectorChunks.wide(windows.first, windows.inputs, windows.taps, channels)
                .<FixedRows>map(chunks -> new VectorFixedRows(windows, channels, chunks))
                .orElseGet(() -> scalar.fixed(windows, channels));
        if (!VectorShortFixedRows.suits(windows)) {
            return general;
        }
        return VectorChunks.narrow(windows.first, windows.inputs, windows.taps, channels)
                .<FixedRows>map(chunks -> new VectorShortFixedRows(windows, channels, chunks, general))
                .orElse(general);
    }

    @Override
    public FloatRows floats(Windows windows, int channels) {
        return VectorChunks.wide(windows.first, windows.inputs, windows.taps, channels)
                .<FloatRows>map(chunks -> new VectorFloatRows(windows, channels, chunks))
                .orElseGet(() -> scalar.floats(windows, channels));
    }

    @Override
    public PlaneRows planes(Windows windows) {
        return VectorChunks.floats(windows.first, windows.inputs, windows.taps)
                .<PlaneRows>map(chunks -> new VectorPlaneRows(windows, chunks))
                .orElseGet(() -> scalar.planes(windows));
    }
}
