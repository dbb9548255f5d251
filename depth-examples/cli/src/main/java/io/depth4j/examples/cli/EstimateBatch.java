package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.StoppedException;
import io.depth4j.estimate.DepthPipeline;
import io.depth4j.examples.media.MediaItem;
import io.depth4j.examples.media.MediaSink;
import io.depth4j.io.ImageMetadata;
import io.depth4j.io.Images;
import io.depth4j.io.InputLimits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Estimates one picture after the other. While one is in the network the next are read and the last is written; no more than
 * {@link #AHEAD} wait. One that fails does not stop the others, unless nothing more can be written.
 */
final class EstimateBatch {

    /** Pictures that are read before the oldest of them is written. */
    private static final int AHEAD = 3;

    /** A full disk refuses one result after the other; a name that the disk does not like is alone. */
    private static final int REFUSALS = 2;

    private final DepthEstimator estimator;
    private final Recipe recipe;
    private final MediaSink sink;
    private final Optional<DoneBefore> memory;
    private final Cancellation interruption;
    private final BatchProgress progress;
    private final SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
    private int refusals;

    EstimateBatch(
            DepthEstimator estimator,
            Recipe recipe,
            MediaSink sink,
            Optional<DoneBefore> memory,
            Cancellation interruption,
            BatchProgress progress) {
        this.estimator = estimator;
        this.recipe = recipe;
        this.sink = sink;
        this.memory = memory;
        this.interruption = interruption;
        this.progress = progress;
    }

    /** One picture on its way. */
    private record Job(
            int index,
            MediaItem item,
            List<String> outputs,
            String hash,
            Image photo,
            CompletableFuture<DepthMap> map,
            long start) {

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /**
     * What became of each picture, in their order.
     *
     * @param names of the results, one for each picture
     */
    List<Outcome> run(List<MediaItem> items, List<String> names) {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator)) {
            Deque<Job> jobs = new ArrayDeque<>();
            for (int i = 0; i < items.size() && goesOn(); i++) {
                begin(i, items.get(i), names.get(i), pipeline).ifPresent(jobs::add);
                if (jobs.size() > AHEAD) {
                    end(jobs.remove());
                }
            }
            while (!jobs.isEmpty() && goesOn()) {
                end(jobs.remove());
            }
            pipeline.closeNow();
        }
        progress.end();
        for (int i = 0; i < items.size(); i++) {
            outcomes.putIfAbsent(i, Outcome.notTried(items.get(i).origin()));
        }
        return List.copyOf(outcomes.values());
    }

    private boolean goesOn() {
        return !interruption.isCancelled() && refusals < REFUSALS;
    }

    /** Reads a picture and hands it over; nothing where it has ended already. */
    private Optional<Job> begin(int index, MediaItem item, String name, DepthPipeline pipeline) {
        long start = System.nanoTime();
        try {
            byte[] file = item.read(InputLimits.defaults());
            String hash = memory.isPresent() ? Sha256.of(file) : "";
            List<String> outputs = recipe.outputs(name);
            if (memory.isPresent() && memory.get().has(hash, outputs)) {
                tell(index, Outcome.skipped(item.origin(), outputs));
                return Optional.empty();
            }
            Image photo = Images.read(file);
            CompletableFuture<DepthMap> map = pipeline.submit(photo, options(Images.readMetadata(file)));
            return Optional.of(new Job(index, item, outputs, hash, photo, map, start));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            fail(index, item, e, start);
            return Optional.empty();
        }
    }

    private EstimateOptions options(ImageMetadata metadata) {
        EstimateOptions options = EstimateOptions.defaults().withCancellation(interruption);
        if (recipe.size().isPresent()) {
            options = options.withSize(recipe.size().get());
        }
        return metadata.camera().map(options::withCamera).orElse(options);
    }

    /** Waits for the map and writes it. */
    private void end(Job job) {
        try {
            DepthMap map = job.map.join();
            Map<String, byte[]> results = new LinkedHashMap<>();
            results.put(job.outputs.get(0), recipe.encoded(job.photo, map));
            if (recipe.preview()) {
                results.put(job.outputs.get(1), recipe.encodedPreview(job.photo, map));
            }
            interruption.check();
            write(job, results);
            Outcome.Facts facts = Outcome.Facts.of(job.photo.size(), map, recipe.colored(map));
            tell(
                    job.index,
                    new Outcome(
                            job.item.origin(),
                            Outcome.Status.DONE,
                            job.outputs,
                            Optional.of(facts),
                            job.seconds(),
                            Optional.empty()));
        } catch (CompletionException e) {
            fail(job.index, job.item, e.getCause() == null ? e : e.getCause(), job.start);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            fail(job.index, job.item, e, job.start);
        }
    }

    private void write(Job job, Map<String, byte[]> results) throws IOException {
        try {
            for (var result : results.entrySet()) {
                sink.write(result.getKey(), out -> out.write(result.getValue()));
            }
            if (memory.isPresent()) {
                memory.get().add(job.hash, results);
            }
            refusals = 0;
        } catch (IOException e) {
            refusals++;
            throw new IOException("the result " + job.outputs.get(0) + " could not be written: " + Reason.of(e), e);
        }
    }

    /** A picture that was stopped with the rest has not failed. */
    private void fail(int index, MediaItem item, Throwable failure, long start) {
        if (failure instanceof StoppedException && interruption.isCancelled()) {
            return;
        }
        tell(index, Outcome.failed(item.origin(), Reason.of(failure), (System.nanoTime() - start) / 1e9));
    }

    private void tell(int index, Outcome outcome) {
        outcomes.put(index, outcome);
        progress.tell(outcome);
    }
}
