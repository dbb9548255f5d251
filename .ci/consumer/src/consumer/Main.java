package consumer;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthRuntime;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.KernelInfo;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.Resample;
import io.depth4j.model.SizeRule;
import io.depth4j.spi.Availability;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/** Uses the library as a stranger would; its arguments say which kernels must run, and whether ONNX Runtime must be there. */
public final class Main {

    /** An ONNX network whose depth is the mean of the channels. */
    private static final String NETWORK = "CAhCBAoAEBE6nAESBWdyYXBoWioKBWltYWdlEiEKHwgBEhsKAggBCgIIAwoIEgZoZWlnaHQKBxIFd2lkdGhiJgoF"
            + "ZGVwdGgSHQobCAESFwoCCAEKCBIGaGVpZ2h0CgcSBXdpZHRoCj8KBWltYWdlEgVkZXB0aBoFZGVwdGgiClJlZHVj"
            + "ZU1lYW4qCwoEYXhlc0ABoAEHKg8KCGtlZXBkaW1zGACgAQI=";

    private Main() {}

    public static void main(String[] args) throws IOException {
        FloatPlane row = FloatPlane.wrap(new Size(2, 1), new float[] {1, 3});
        FloatPlane wider = FrameResizers.bilinear().resize(row, new Size(4, 1));
        if (wider.at(1, 0) != 1.5f) {
            throw new AssertionError("expected 1.5 a quarter of the way from 1 to 3, found " + wider.at(1, 0));
        }
        KernelInfo kernels = DepthRuntime.kernels();
        if (!kernels.name().equals(args[0])) {
            throw new AssertionError("expected " + args[0] + " kernels, found " + kernels);
        }
        System.out.println(kernels);
        Availability engine = DepthEstimators.backends().get("onnx");
        System.out.println(engine);
        if (args[1].equals("onnx")) {
            estimate();
        } else if (!(engine instanceof Availability.Missing missing) || !missing.reason().contains("com.microsoft.onnxruntime")) {
            throw new AssertionError("expected ONNX Runtime to be missing, and what to add, found " + engine);
        }
    }

    private static void estimate() throws IOException {
        ModelSpec spec = new ModelSpec(
                "mean",
                "Mean of the channels",
                ModelInput.zeroToOne("image", SizeRule.squash(4, 3), Resample.OPENCV_BILINEAR),
                ModelOutput.of("depth", DepthKind.AFFINE_INVARIANT),
                new ModelLicense("none", ModelLicense.Use.FREE),
                ModelFile.named("mean.onnx"),
                false);
        Image white = Image.allocate(new Size(4, 3), PixelFormat.RGB24);
        Arrays.fill(white.array(), (byte) 255);
        try (DepthEstimator estimator = DepthEstimators.open(Base64.getDecoder().decode(NETWORK), spec)) {
            float depth = estimator.estimate(white).at(3, 2);
            if (depth != 1) {
                throw new AssertionError("expected 1 for white, found " + depth);
            }
        }
    }
}
