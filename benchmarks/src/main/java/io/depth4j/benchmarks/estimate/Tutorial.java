package io.depth4j.benchmarks.estimate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;

/** ONNX Runtime's Java interface the way tutorials show it: loops over a BufferedImage, and nested arrays in and out. */
final class Tutorial implements Way {

    private static final int SIDE = 224;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final BufferedImage picture;

    Tutorial(Path network, BufferedImage picture) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            this.session = environment.createSession(network.toString(), options);
        }
        this.picture = picture;
    }

    @Override
    public String name() {
        return "ONNX Runtime as in tutorials";
    }

    @Override
    public void run() throws OrtException {
        depth();
    }

    private float[][] depth() throws OrtException {
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        float[][][][] input = new float[1][3][SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = small.getRGB(x, y);
                input[0][0][y][x] = (rgb >> 16 & 0xff) / 255f;
                input[0][1][y][x] = (rgb >> 8 & 0xff) / 255f;
                input[0][2][y][x] = (rgb & 0xff) / 255f;
            }
        }
        float[][][][] output;
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input);
                OrtSession.Result result = session.run(Map.of("image", tensor))) {
            output = (float[][][][]) result.get(0).getValue();
        }
        return enlarged(output[0][0], picture.getWidth(), picture.getHeight());
    }

    private static float[][] enlarged(float[][] map, int width, int height) {
        float[][] depth = new float[height][width];
        for (int y = 0; y < height; y++) {
            float v = Math.max(0, (y + 0.5f) * SIDE / height - 0.5f);
            int top = (int) v;
            int bottom = Math.min(top + 1, SIDE - 1);
            for (int x = 0; x < width; x++) {
                float u = Math.max(0, (x + 0.5f) * SIDE / width - 0.5f);
                int left = (int) u;
                int right = Math.min(left + 1, SIDE - 1);
                float above = map[top][left] + (map[top][right] - map[top][left]) * (u - left);
                float below = map[bottom][left] + (map[bottom][right] - map[bottom][left]) * (u - left);
                depth[y][x] = above + (below - above) * (v - top);
            }
        }
        return depth;
    }

    @Override
    public double result() throws OrtException {
        float[][] depth = depth();
        return depth[depth.length / 2][depth[0].length / 2];
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
