package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.estimate.DepthPipeline;
import io.depth4j.estimate.PipelineOptions;
import io.depth4j.estimate.PipelineProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A real network behind a queue gives what it gives alone. */
class FastDepthPipelineTest {

    private static final int SUBMITTERS = 8;
    private static final int PICTURES = 25;

    @Test
    void manySubmittersGetTheMapsOfOneThreadAlone() throws Exception {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network");
        ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS);
        try (DepthEstimator estimator = DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx"))) {
            List<DepthMap> alone = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                alone.add(estimator.estimate(picture(i)));
            }
            try (DepthPipeline pipeline = DepthPipeline.over(
                    estimator, PipelineOptions.defaults().withWorkers(3).withCapacity(5))) {
                List<Future<List<CompletableFuture<DepthMap>>>> answers = new ArrayList<>();
                for (int i = 0; i < SUBMITTERS; i++) {
                    answers.add(submitters.submit(() -> submitAll(pipeline)));
                }
                for (Future<List<CompletableFuture<DepthMap>>> answer : answers) {
                    List<CompletableFuture<DepthMap>> futures = answer.get();
                    for (int i = 0; i < PICTURES; i++) {
                        assertThat(futures.get(i)
                                        .join()
                                        .toPlane()
                                        .sameAs(alone.get(i).toPlane()))
                                .as("map of picture %s", i)
                                .isTrue();
                    }
                }
                long all = SUBMITTERS * PICTURES;
                assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(all, 0, 0, all, 0, 0));
            }
        } finally {
            submitters.shutdown();
        }
    }

    private static List<CompletableFuture<DepthMap>> submitAll(DepthPipeline pipeline) {
        List<CompletableFuture<DepthMap>> futures = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            futures.add(pipeline.submit(picture(i)));
        }
        return futures;
    }

    /** Noise, of which no two numbers give the same picture or size. */
    private static Image picture(int number) {
        Image image = Image.allocate(new Size(100 + number, 90), PixelFormat.RGB24);
        new SplittableRandom(number).nextBytes(image.array());
        return image;
    }
}
