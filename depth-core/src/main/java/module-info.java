import org.jspecify.annotations.NullMarked;

/**
 * Depth from a picture: values, resizers, colormaps, image files and networks.
 *
 * <p>The module {@code jdk.incubator.vector} is optional. Give {@code --add-modules jdk.incubator.vector} to run the vector
 * kernels; without it the scalar kernels run, and {@link io.depth4j.DepthRuntime#kernels()} says so.
 */
@NullMarked
@SuppressWarnings("module") // io.depth4j.tiledb is built after this one
module io.depth4j {
    requires com.fasterxml.jackson.core;
    requires java.net.http;
    requires static com.microsoft.onnxruntime;
    requires static jdk.incubator.vector;
    requires static org.apache.commons.csv;
    requires static org.bytedeco.opencv;
    requires static org.jspecify;
    requires transitive java.desktop;
    requires jdk.management;
    requires org.slf4j;

    exports io.depth4j;
    exports io.depth4j.estimate;
    exports io.depth4j.eval;
    exports io.depth4j.frames;
    exports io.depth4j.io;
    exports io.depth4j.model;
    exports io.depth4j.spi;
    exports io.depth4j.testkit;
    exports io.depth4j.internal to
            io.depth4j.tiledb;
    exports io.depth4j.internal.frames to
            io.depth4j.tiledb;
    exports io.depth4j.internal.json to
            io.depth4j.tiledb;

    uses io.depth4j.spi.DepthBackend;

    provides io.depth4j.spi.DepthBackend with
            io.depth4j.internal.onnx.OnnxBackend,
            io.depth4j.internal.java.JavaBackend;
}
