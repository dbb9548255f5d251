package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.depth4j.Calibration;
import io.depth4j.Camera;
import io.depth4j.Cancellation;
import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.LicenseException;
import io.depth4j.ModelInfo;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.UnavailableException;
import io.depth4j.estimate.Calibrations;
import io.depth4j.estimate.DepthPipeline;
import io.depth4j.estimate.DepthSequence;
import io.depth4j.estimate.Ensemble;
import io.depth4j.estimate.EnsembleDepth;
import io.depth4j.estimate.KnownDepth;
import io.depth4j.estimate.Mode;
import io.depth4j.estimate.SequenceFrame;
import io.depth4j.estimate.Tiles;
import io.depth4j.io.Images;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.model.ModelStore;
import io.depth4j.model.StoreOptions;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/models.md shows. */
class ModelsGuideTest {

    @TempDir
    private Path folder;

    private Path file;
    private final Image photo = SmallNetworks.noise(new Size(64, 48), 1);

    @BeforeEach
    void aNetworkAndItsSpec() throws IOException {
        file = SmallNetworks.mean(1, "height", "width").write(folder.resolve("my-network.onnx"));
        // region: own
        String spec = """
                {
                  "id": "my-network", "title": "My network",
                  "input": {"tensor": "image", "resample": "opencv-bicubic",
                            "size": {"mode": "lower-bound", "width": 518, "height": 518, "multiple": 14},
                            "mean": [0.485, 0.456, 0.406], "deviation": [0.229, 0.224, 0.225]},
                  "output": {"tensor": "depth", "kind": "affine-invariant-inverse"},
                  "license": {"name": "my own", "use": "free"},
                  "file": {"name": "my-network.onnx"}
                }
                """;
        Files.writeString(folder.resolve("my-network.depth.json"), spec); // beside my-network.onnx
        // endregion
    }

    @Test
    void fromAPhotoToAPicture() throws IOException {
        // region: open
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            DepthMap map = estimator.estimate(photo);
            Colormap nearIsRed = map.kind().largerIsNearer() // or is it farther?
                    ? Colormaps.named("turbo")
                    : Colormaps.named("turbo").reversed();
            Image picture = nearIsRed.colorize(map, Range.percentiles(map, 2, 98));
            Images.write(picture, folder.resolve("depth.png"));
        }
        // endregion
        assertThat(Images.read(folder.resolve("depth.png")).size()).isEqualTo(photo.size());
    }

    @Test
    void metresTakeKnownPoints() throws IOException {
        DepthMap depth;
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            // region: metres
            DepthMap map = estimator.estimate(photo);
            List<KnownDepth> measured =
                    List.of(new KnownDepth(10, 20, 1.9), new KnownDepth(40, 11, 3.2), new KnownDepth(60, 40, 2.6));
            // endregion
            DepthMap made = map;
            measured = measured.stream()
                    .map(point -> new KnownDepth(point.x(), point.y(), 1 / (1 + made.at(point.x(), point.y()) / 4)))
                    .toList();
            // region: metres-2
            Calibration calibration = Calibrations.leastSquares(map, measured);
            depth = calibration.apply(map); // METRIC: depth.metresAt(x, y) answers
            double typicalError = calibration.residual().orElseThrow(); // in metres, over the points
            // endregion
            assertThat(typicalError).isLessThan(1e-4);
        }
        assertThat(depth.kind()).isEqualTo(DepthKind.METRIC);
    }

    @Test
    void aCameraMayBeGiven() throws IOException {
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            // region: camera
            Camera camera = Camera.ofHorizontalFieldOfView(photo.size(), 65);
            DepthMap map = estimator.estimate(photo, EstimateOptions.defaults().withCamera(camera));
            // endregion
            assertThat(map.camera()).contains(camera);
        }
    }

    @Test
    void aRestrictedLicenceIsAccepted() throws IOException {
        Path sidecar = folder.resolve("my-network.depth.json");
        Files.writeString(sidecar, Files.readString(sidecar).replace("\"free\"", "\"restricted\""));
        assertThatThrownBy(() -> DepthEstimators.open(file))
                .isInstanceOf(LicenseException.class)
                .hasMessageContainingAll("My network", "my own", "acceptLicense");
        // region: licence
        DepthEstimator estimator = DepthEstimators.builder(file).acceptLicense().open();
        // endregion
        estimator.close();
    }

    @Test
    void howItRunsIsChosenAndTold() throws IOException {
        // region: run
        DepthEstimator estimator = DepthEstimators.builder(file)
                .options(NetworkOptions.defaults()
                        .withProviders(Provider.CUDA, Provider.CPU) // in this order
                        .withThreads(1)) // for one run
                .runs(4) // at a time; further callers wait
                .open();
        ModelInfo info = estimator.model(); // info.provider() is CPU, info.fallback() says why not CUDA
        // endregion
        assertThat(info.provider()).isEqualTo("CPU");
        assertThat(info.fallback().orElseThrow()).contains("CUDA");
        Image image = photo;
        // region: stop
        Cancellation cancellation = new Cancellation(); // cancellation.cancel() from any thread
        DepthMap map = estimator.estimate(
                image,
                EstimateOptions.defaults()
                        .withDeadline(Duration.ofSeconds(30))
                        .withCancellation(cancellation)); // StoppedException if either comes first
        // endregion
        assertThat(map.size()).isEqualTo(image.size());
        estimator.close();
    }

    @Test
    void oneEstimatorStandsOnAnother() throws IOException {
        Path other = SmallNetworks.mean(1, "height", "width").write(folder.resolve("other.onnx"));
        ModelSpec spec = ModelSpecJson.read(Files.readString(folder.resolve("my-network.depth.json")));
        Image large = photo;
        List<DepthMap> maps = new ArrayList<>();
        // region: beyond
        try (DepthEstimator tiled = Tiles.over(DepthEstimators.open(file));
                DepthEstimator careful = Mode.QUALITY.over(DepthEstimators.open(file));
                Ensemble both = Ensemble.of(DepthEstimators.open(file), DepthEstimators.open(other, spec))) {
            maps.add(tiled.estimate(large)); // in tiles, joined to the map of the whole
            maps.add(careful.estimate(photo)); // with its mirror image, edges where the photo has them
            EnsembleDepth merged = both.compare(photo);
            maps.add(merged.map()); // merged.disagreement() is large where the networks disagree
        }
        // endregion
        assertThat(maps).hasSize(3).allMatch(map -> map.size().equals(photo.size()));
    }

    @Test
    void clipsAndQueues() throws Exception {
        List<Image> frames = List.of(photo, photo, photo);
        List<Image> photos = frames;
        int shown = 0;
        // region: clip
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            DepthSequence clip = DepthSequence.of(estimator);
            for (Image frame : frames) {
                SequenceFrame next = clip.next(frame); // next.map() in the units, next.range() in the range of its shot
                shown += next.map().size().pixels();
            }
        }
        // endregion
        assertThat(shown).isEqualTo(3 * photo.size().pixels());
        // region: queue
        try (DepthEstimator estimator = DepthEstimators.open(file);
                DepthPipeline pipeline = DepthPipeline.over(estimator)) {
            List<CompletableFuture<DepthMap>> maps = new ArrayList<>();
            for (Image image : photos) {
                maps.add(pipeline.submit(image)); // waits while the queue is full
            }
            for (CompletableFuture<DepthMap> map : maps) {
                shown += map.get().size().pixels(); // map.cancel(true) would end the work on it, and no other
            }
        }
        // endregion
        assertThat(shown).isEqualTo(6 * photo.size().pixels());
    }

    @Test
    void filesAreFetchedWhenAskedFor() throws IOException {
        ModelFile asked = ModelCatalog.named("midas-v2.1-small").file();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(asked.source().orElseThrow().getPath(), exchange -> {
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            InetSocketAddress address = server.getAddress();
            URI mirror = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/");
            // region: fetch
            ModelSpec spec = ModelCatalog.named("midas-v2.1-small");
            ModelStore store = ModelStore.of(StoreOptions.defaults()
                    .withFolder(folder.resolve("networks"))
                    .withMirror(mirror));
            ModelFile known = store.fetchUnverified(
                    spec.file(), (done, all) -> {}, new Cancellation()); // keep known.sha256(): fetch(known) checks it
            Path network = store.path(spec.file()); // DepthEstimators.open(network, spec)
            // endregion
            assertThat(network).hasSameBinaryContentAs(file);
            assertThat(known.sha256().orElseThrow()).hasSize(64);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSpecWhoseFileIsNotHereIsNotFetchedInPassing() {
        assertThatThrownBy(() -> DepthEstimators.open(ModelCatalog.named("resnet50-bottleneck-224")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContainingAll("resnet50-bottleneck-224", "ModelStore");
    }

    @Test
    void theTableIsTheCatalog() throws IOException {
        String document = Files.readString(Path.of("../docs/models.md"));
        for (ModelSpec spec : ModelCatalog.all()) {
            String row = "| `%s` | %s | %s%s | %s |"
                    .formatted(
                            spec.id(),
                            spec.output().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            spec.license().name(),
                            switch (spec.license().use()) {
                                case FREE -> "";
                                case RESTRICTED -> ", to be accepted";
                            },
                            spec.verified() ? "yes" : "no");
            assertThat(document).contains(row + "\n");
        }
    }

    @Test
    void theSpecOfOnesOwnIsRead() throws IOException {
        ModelSpec spec = ModelSpecJson.read(Files.readString(folder.resolve("my-network.depth.json")));
        assertThat(spec.input().size().sizeFor(new Size(640, 480))).isEqualTo(new Size(686, 518));
    }
}
