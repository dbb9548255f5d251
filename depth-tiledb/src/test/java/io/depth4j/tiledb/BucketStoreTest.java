package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.testkit.FrameStoreContract;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A store in a bucket, which a server on this machine keeps. */
@Tag("bucket")
class BucketStoreTest {

    private static final String IDENTITY = "identity";
    private static final String CREDENTIAL = "credential";
    private static final String BUCKET = "logs";
    private static final int ROWS = Integer.getInteger("depth4j.rows", 1_000_000) / 20;
    private static final int WIDTH = 150;

    private static S3Proxy server;
    private static final AtomicInteger STORES = new AtomicInteger();

    @BeforeAll
    static void serve() throws Exception {
        BlobStore blobs = new TransientNio2BlobStore();
        blobs.createContainer(BUCKET);
        server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, IDENTITY, CREDENTIAL)
                .build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    private static String uri() {
        return "s3://" + BUCKET + "/store" + STORES.incrementAndGet();
    }

    private static StoreOptions options() {
        return StoreOptions.defaults()
                .withConfig(Map.of(
                        "vfs.s3.scheme", "http",
                        "vfs.s3.region", "us-east-1",
                        "vfs.s3.endpoint_override", "127.0.0.1:" + server.getPort(),
                        "vfs.s3.use_virtual_addressing", "false",
                        "vfs.s3.connect_max_tries", "2",
                        "vfs.s3.aws_access_key_id", IDENTITY,
                        "vfs.s3.aws_secret_access_key", CREDENTIAL));
    }

    @TestFactory
    Stream<DynamicTest> keepsThePromisesOfStores() {
        return FrameStoreContract.of(tolerance ->
                        TileDbFrameStore.open(uri(), options().withOwner(true).withDepthTolerance(tolerance)))
                .stream()
                .map(promise -> DynamicTest.dynamicTest(promise.name(), promise::check));
    }

    @Test
    void othersReadWhatTheOwnerWritesAndWriteNothing() throws Exception {
        String uri = uri();
        try (TileDbFrameStore owner = TileDbFrameStore.open(uri, options().withOwner(true))) {
            owner.upsert(1, Neighbour.rows(0, 1));
            try (TileDbFrameStore reader = TileDbFrameStore.open(uri, options())) {
                assertThat(reader.read(1, DepthRange.all()).count()).isEqualTo(Neighbour.ROWS);
                owner.upsert(1, Neighbour.rows(100, 2));
                assertThat(reader.read(1, DepthRange.all()).count()).isEqualTo(2 * Neighbour.ROWS);
                owner.compact(Instant.now());
                assertThat(reader.read(1, DepthRange.all()).count()).isEqualTo(2 * Neighbour.ROWS);
                assertThatThrownBy(() -> reader.upsert(1, Neighbour.rows(0, 9)))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("withOwner(true)");
                assertThatThrownBy(() -> reader.delete(1)).isInstanceOf(StoreException.class);
            }
        }
    }

    /** Noise, so that what goes through is what is counted. */
    @Test
    void manyRowsGoThroughTheServer() throws Exception {
        double[] depths = new double[ROWS];
        Arrays.setAll(depths, row -> 0.01 * row);
        byte[] pixels = new byte[ROWS * WIDTH];
        new Random(1).nextBytes(pixels);
        Frames rows = Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
        try (TileDbFrameStore store = TileDbFrameStore.open(uri(), options().withOwner(true))) {
            long start = System.nanoTime();
            store.upsert(1, rows);
            long written = System.nanoTime();
            assertThat(store.read(1, DepthRange.all()).sameAs(rows)).isTrue();
            long read = System.nanoTime();
            assertThat(store.read(1, DepthRange.halfOpen(10, 11)).count()).isEqualTo(100);
            System.out.printf(
                    "%,d rows of %d pixels to a bucket in %.1f s, back in %.1f s, 100 of them in %.0f ms%n",
                    ROWS, WIDTH, (written - start) / 1e9, (read - written) / 1e9, (System.nanoTime() - read) / 1e6);
        }
    }

    @Test
    void aServerThatIsGoneIsTold() throws Exception {
        Map<String, String> nowhere = new HashMap<>(options().config());
        nowhere.put("vfs.s3.endpoint_override", "127.0.0.1:1");
        nowhere.put("vfs.s3.connect_timeout_ms", "500");
        assertThatThrownBy(() -> TileDbFrameStore.open(
                        uri(), StoreOptions.defaults().withConfig(nowhere).withOwner(true)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://" + BUCKET);
    }
}
