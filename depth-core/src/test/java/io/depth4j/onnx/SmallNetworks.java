package io.depth4j.onnx;

import io.depth4j.DepthKind;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.Resample;
import io.depth4j.model.SizeRule;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Networks whose depth is the mean of the channels, or that do something else a test wants to see. */
final class SmallNetworks {

    private SmallNetworks() {}

    /** How the networks here are to be used, for pictures brought to one size. */
    static ModelSpec spec(SizeRule size) {
        return new ModelSpec(
                "mean",
                "The mean of the channels",
                ModelInput.zeroToOne("image", size, Resample.OPENCV_BILINEAR),
                ModelOutput.of("depth", DepthKind.AFFINE_INVARIANT),
                new ModelLicense("Apache-2.0", ModelLicense.Use.FREE),
                ModelFile.named("mean.onnx"),
                false);
    }

    /** The mean of the channels; axes may be names. */
    static OnnxFile mean(Object batch, Object height, Object width) {
        return new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, batch, 3, height, width)
                .output("depth", OnnxFile.Type.FLOAT32, batch, height, width)
                .node("ReduceMean", List.of("image"), "depth", Map.of("axes", new long[] {1}, "keepdims", 0L));
    }

    /** The mean of the channels, seen and said in half precision. */
    static OnnxFile halfMean() {
        return new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT16, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT16, 1, "height", "width")
                .node("Cast", List.of("image"), "floats", Map.of("to", OnnxFile.Type.FLOAT32.code()))
                .node("ReduceMean", List.of("floats"), "mean", Map.of("axes", new long[] {1}, "keepdims", 0L))
                .node("Cast", List.of("mean"), "depth", Map.of("to", OnnxFile.Type.FLOAT16.code()));
    }

    /** The mean of the channels, and then so many products of large matrices. */
    static OnnxFile slow(int products, int side) {
        OnnxFile file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, side, side)
                .output("depth", OnnxFile.Type.FLOAT32, 1, side, side)
                .floats("weights", new float[side * side], side, side)
                .node("ReduceMean", List.of("image"), "step0", Map.of("axes", new long[] {1}, "keepdims", 0L));
        for (int i = 0; i < products; i++) {
            file.node("MatMul", List.of("step" + i, "weights"), "step" + (i + 1));
        }
        return file.node("Identity", List.of("step" + products), "depth");
    }

    /** Four tebibytes of the mean of the picture. */
    static OnnxFile huge() {
        return new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, 1, "rows", "columns")
                .longs("shape", 1, 1, 1 << 20, 1 << 20)
                .node("ReduceMean", List.of("image"), "mean", Map.of("axes", new long[] {1, 2, 3}, "keepdims", 1L))
                .node("Expand", List.of("mean", "shape"), "depth");
    }

    static Image noise(Size size, long seed) {
        Image image = Image.allocate(size, PixelFormat.RGB24);
        new SplittableRandom(seed).nextBytes(image.array());
        return image;
    }
}
