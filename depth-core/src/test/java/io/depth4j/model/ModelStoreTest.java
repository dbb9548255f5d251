package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Cancellation;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.StoppedException;
import io.depth4j.UnavailableException;
import io.depth4j.internal.Hash;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ModelStoreTest {

    private static final byte[] BYTES = bytes(300_001, 1);
    private static final int CUT = 120_000;
    private static final String TAG = "\"v1\"";

    @TempDir
    Path folder;

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static ModelFile fileAt(String address) {
        return ModelFile.named("net.onnx")
                .withSize(BYTES.length)
                .withSha256(Hash.sha256(BYTES))
                .withSource(address);
    }

    private static ModelFile fileAt(ScriptedServer server) {
        return fileAt(server.address("/some/net.onnx"));
    }

    /** The same file, of which only name and source are known. */
    private static ModelFile unknown(ModelFile file) {
        return ModelFile.named(file.name())
                .withSource(file.source().orElseThrow().toString());
    }

    private StoreOptions options() {
        return StoreOptions.defaults()
                .withFolder(folder)
                .withConnectTimeout(Duration.ofSeconds(5))
                .withStallTimeout(Duration.ofSeconds(20));
    }

    private ModelStore store() {
        return ModelStore.of(options());
    }

    private ModelStore impatient() {
        return ModelStore.of(
                options().withConnectTimeout(Duration.ofMillis(200)).withStallTimeout(Duration.ofMillis(300)));
    }

    /** A server that sends a part of the file in its first answer, then breaks the connection, and is good from then on. */
    private static ScriptedServer.Answer cutting(String tagOfTheCutOne, ScriptedServer.Answer later) {
        AtomicBoolean cut = new AtomicBoolean();
        return (request, out) -> {
            if (cut.getAndSet(true)) {
                later.to(request, out);
            } else {
                ScriptedServer.head(out, "200 OK", "Content-Length: " + BYTES.length, "ETag: " + tagOfTheCutOne);
                out.write(BYTES, 0, CUT);
            }
        };
    }

    private List<String> namesHere() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(found -> found.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileIsFetchedOnceAndFoundFromThenOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelFile file = fileAt(server);
            assertThat(store().find(file)).isEmpty();
            List<Long> told = new ArrayList<>();

            Path path = store().fetch(
                            file,
                            (done, total) -> {
                                assertThat(total).hasValue(BYTES.length);
                                told.add(done);
                            },
                            new Cancellation());
            store().fetch(file);

            assertThat(path).isEqualTo(store().path(file)).hasBinaryContent(BYTES);
            assertThat(store().find(file)).contains(path);
            assertThat(server.requests()).hasSize(1);
            assertThat(told).isSorted().startsWith(0L).endsWith((long) BYTES.length);
            assertThat(namesHere()).containsExactly("net.onnx");
        }
    }

    @Test
    void nothingIsMadeBeforeAFetch() throws IOException {
        Path none = folder.resolve("none");
        ModelFile file = fileAt("https://127.0.0.1:1/net.onnx");
        ModelStore store = ModelStore.of(options().withFolder(none));

        assertThat(store.find(file)).isEmpty();
        assertThat(store.delete(file)).isFalse();
        assertThat(none).doesNotExist();
    }

    @Test
    void aCutConnectionIsAnErrorAndTheNextFetchGoesOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(cutting(TAG, ScriptedServer.serving(BYTES, TAG)))) {
            ModelFile file = fileAt(server);

            assertThatThrownBy(() -> store().fetch(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broke off after " + CUT + " of " + BYTES.length + " bytes");
            assertThat(store().find(file)).isEmpty();
            assertThat(namesHere()).containsExactly("net.onnx.part", "net.onnx.part.etag");

            assertThat(store().fetch(file)).hasBinaryContent(BYTES);
            assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=" + CUT + "-");
            assertThat(server.requests().get(1).header("If-Range")).isEqualTo(TAG);
            assertThat(namesHere()).containsExactly("net.onnx");
        }
    }

    @Test
    void aFileThatHasChangedMeanwhileIsFetchedAnew() throws IOException {
        try (ScriptedServer server = new ScriptedServer(cutting("\"v0\"", ScriptedServer.serving(BYTES, TAG)))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server))).isInstanceOf(IOException.class);

            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatIgnoresIfRangeIsAskedForTheWholeFile() throws IOException {
        ScriptedServer.Answer careless = (request, out) -> {
            if (request.header("Range").isEmpty()) {
                ScriptedServer.serving(BYTES, TAG).to(request, out);
            } else {
                ScriptedServer.head(
                        out,
                        "206 Partial Content",
                        "ETag: " + TAG,
                        "Content-Range: bytes " + CUT + "-" + (BYTES.length - 1) + "/" + BYTES.length);
                out.write(bytes(BYTES.length - CUT, 2));
            }
        };
        try (ScriptedServer server = new ScriptedServer(cutting("\"v0\"", careless))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server))).isInstanceOf(IOException.class);

            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aServerThatRefusesTheRangeIsAskedForTheWholeFile() throws IOException {
        ScriptedServer.Answer refusing = (request, out) -> {
            if (request.header("Range").isEmpty()) {
                ScriptedServer.serving(BYTES, TAG).to(request, out);
            } else {
                ScriptedServer.head(out, "416 Range Not Satisfiable", "Content-Length: 0");
            }
        };
        try (ScriptedServer server = new ScriptedServer(cutting(TAG, refusing))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server))).isInstanceOf(IOException.class);

            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void bytesThatNothingCanCheckAreNotResumed() throws IOException {
        ScriptedServer.Answer whole = ScriptedServer.serving(BYTES, "W/\"weak\"");
        try (ScriptedServer server = new ScriptedServer(cutting("W/\"weak\"", whole))) {
            ModelFile file = unknown(fileAt(server));
            assertThatThrownBy(() -> store().fetchUnverified(file, FetchProgress.none(), new Cancellation()))
                    .isInstanceOf(IOException.class);

            store().fetchUnverified(file, FetchProgress.none(), new Cancellation());

            assertThat(server.requests().get(1).header("Range")).isEmpty();
            assertThat(store().path(file)).hasBinaryContent(BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "\"a\nb\"", "\u00ff\u00fe", "\"half"})
    void aTagDamagedOnTheDiskDoesNotStandInTheWay(String tag) throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, "\"v1\""))) {
            ModelFile file = fileAt(server);
            Path target = store().path(file);
            Files.createDirectories(target.getParent());
            Files.write(target.resolveSibling("net.onnx.part"), new byte[] {BYTES[0]});
            Files.writeString(target.resolveSibling("net.onnx.part.etag"), tag, StandardCharsets.ISO_8859_1);

            assertThat(store().fetch(file)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void timeoutsBeyondAllMeasureAreRefused() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> StoreOptions.defaults().withStallTimeout(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("stallTimeout", time.toString());
        }
    }

    @Test
    void aPartThatIsWholeNeedsNoServer() throws IOException {
        ModelFile file = fileAt("http://127.0.0.1:1/net.onnx");
        Path target = store().path(file);
        Files.createDirectories(target.getParent());
        Files.write(target.resolveSibling("net.onnx.part"), BYTES);

        assertThat(store().fetch(file)).hasBinaryContent(BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aLengthOtherThanTheKnownOneIsRefusedBeforeAByteIsKept(int more) throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(bytes(BYTES.length + more, 1), TAG))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining(
                            "should have " + BYTES.length + " bytes, the server has " + (BYTES.length + more));
            assertThat(namesHere()).isEmpty();
        }
    }

    @Test
    void aServerThatPromisesMoreThanItSendsIsACutConnection() throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.head(out, "200 OK", "Content-Length: " + BYTES.length);
            out.write(BYTES, 0, BYTES.length - 1);
        })) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broke off after " + (BYTES.length - 1) + " of " + BYTES.length);
            assertThat(store().find(fileAt(server))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aWrongLengthThatWasNotPromisedIsRefused(int more) throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.head(out, "200 OK");
            out.write(bytes(BYTES.length + more, 1));
        })) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("should have " + BYTES.length + " bytes");
            assertThat(namesHere()).isEmpty();
        }
    }

    @Test
    void aWrongHashIsRefusedAndNothingIsKept() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(bytes(BYTES.length, 2), TAG))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining(
                            "SHA-256 " + Hash.sha256(BYTES) + ", found " + Hash.sha256(bytes(BYTES.length, 2)));
            assertThat(namesHere()).isEmpty();
        }
    }

    @Test
    void aFileThatLiesHereAndIsAnotherIsAnErrorAndStays() throws IOException {
        ModelFile file = fileAt("http://127.0.0.1:1/net.onnx");
        Files.createDirectories(store().path(file).getParent());
        Files.write(store().path(file), bytes(BYTES.length, 2));

        assertThatThrownBy(() -> store().fetch(file))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(store().path(file).toString());
        assertThat(store().path(file)).exists();
    }

    @Test
    void aFileLargerThanTheLimitIsRefused() throws IOException {
        ModelStore store = ModelStore.of(options().withMaxBytes(1000));
        try (ScriptedServer promising = new ScriptedServer(ScriptedServer.serving(BYTES, TAG));
                ScriptedServer silent = new ScriptedServer((request, out) -> {
                    ScriptedServer.head(out, "200 OK");
                    out.write(BYTES);
                })) {
            for (ScriptedServer server : List.of(promising, silent)) {
                assertThatThrownBy(() -> store.fetchUnverified(
                                unknown(fileAt(server)), FetchProgress.none(), new Cancellation()))
                        .isInstanceOf(LimitExceededException.class)
                        .hasMessageContaining("1000 bytes");
            }
            assertThat(namesHere()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aFileThatIsNotThereIsUnavailable(int status) throws IOException {
        try (ScriptedServer server =
                new ScriptedServer((request, out) -> ScriptedServer.head(out, status + " No", "Content-Length: 0"))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("net.onnx from " + server.address("/some/net.onnx"))
                    .hasMessageContaining("answered " + status);
            assertThat(namesHere()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 304, 416, 500, 503})
    void anyOtherAnswerIsAFailureOfTheServer(int status) throws IOException {
        try (ScriptedServer server =
                new ScriptedServer((request, out) -> ScriptedServer.head(out, status + " Hm", "Content-Length: 0"))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("answered " + status);
            assertThat(namesHere()).isEmpty();
        }
    }

    @Test
    void aFailingServerDoesNotCostWhatIsHere() throws IOException {
        AtomicBoolean failed = new AtomicBoolean();
        ScriptedServer.Answer failingOnce = (request, out) -> {
            if (failed.getAndSet(true)) {
                ScriptedServer.serving(BYTES, TAG).to(request, out);
            } else {
                ScriptedServer.head(out, "500 Hm", "Content-Length: 0");
            }
        };
        try (ScriptedServer server = new ScriptedServer(cutting(TAG, failingOnce))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server))).hasMessageContaining("broke off");
            assertThatThrownBy(() -> store().fetch(fileAt(server))).hasMessageContaining("500");

            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests().get(2).header("Range")).isEqualTo("bytes=" + CUT + "-");
        }
    }

    @Test
    void aServerThatStallsInTheMiddleIsGivenUp() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.head(out, "200 OK", "Content-Length: " + BYTES.length, "ETag: " + TAG);
            out.write(BYTES, 0, CUT);
            out.flush();
            end.await();
        })) {
            assertThatThrownBy(() -> impatient().fetch(fileAt(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing came for 300 ms");
            assertThat(namesHere()).containsExactly("net.onnx.part", "net.onnx.part.etag");
            end.countDown();
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, out) -> end.await())) {
            assertThatThrownBy(() -> impatient().fetch(fileAt(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not answer within 500 ms");
            end.countDown();
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> store().fetch(fileAt("http://127.0.0.1:1/net.onnx")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:1/net.onnx");
    }

    @Test
    void aFileOfUnknownHashIsFetchedOnlyWhenAskedFor() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelFile file = unknown(fileAt(server));

            assertThatThrownBy(() -> store().fetch(file))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("SHA-256")
                    .hasMessageContaining("fetchUnverified");
            assertThat(server.requests()).isEmpty();

            ModelFile found = store().fetchUnverified(file, FetchProgress.none(), new Cancellation());

            assertThat(found).isEqualTo(fileAt(server));
            assertThat(store().path(found)).isEqualTo(store().path(file)).hasBinaryContent(BYTES);
            assertThat(store().fetch(file)).isEqualTo(store().path(file));
        }
    }

    @Test
    void askingForUnverifiedBytesDoesNotTurnOffTheHashThatIsKnown() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(bytes(BYTES.length, 2), TAG))) {
            assertThatThrownBy(() -> store().fetchUnverified(fileAt(server), FetchProgress.none(), new Cancellation()))
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void anOfflineStoreGivesWhatItHasAndNamesThePlaceOfWhatItHasNot() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelStore offline = ModelStore.of(options().withOffline());
            ModelFile file = fileAt(server);

            assertThatThrownBy(() -> offline.fetch(file))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(offline.path(file).toString())
                    .hasMessageContaining(server.address("/some/net.onnx"));
            assertThat(server.requests()).isEmpty();

            store().fetch(file);

            assertThat(offline.fetch(file)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aFileThatNobodyOffersIsExpectedAtAPlace() {
        ModelFile file = ModelFile.named("own.onnx").withSha256(Hash.sha256(BYTES));

        assertThatThrownBy(() -> store().fetch(file))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(folder.resolve("own.onnx").toString());
    }

    @Test
    void aMirrorIsAskedInsteadOfTheSource() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelStore store = ModelStore.of(options().withMirror(URI.create(server.address("/mirror/"))));
            ModelFile file = fileAt("https://models.invalid/a/b.onnx?download=true");

            assertThat(store.fetch(file)).hasBinaryContent(BYTES);
            assertThat(store.path(file)).isEqualTo(store().path(file));
            assertThat(server.requests().get(0).target()).isEqualTo("/mirror/a/b.onnx?download=true");

            store.fetch(ModelFile.named("own.onnx").withSha256(Hash.sha256(BYTES)));
            assertThat(server.requests().get(1).target()).isEqualTo("/mirror/own.onnx");
        }
    }

    @Test
    void aProxyIsAskedWhereThereIsOne() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelStore store = ModelStore.of(options().withPlainHttp().withProxy("127.0.0.1", server.port()));

            assertThat(store.fetch(fileAt("http://models.invalid/net.onnx"))).hasBinaryContent(BYTES);
            assertThat(server.requests().get(0).target()).isEqualTo("http://models.invalid/net.onnx");
        }
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            if (request.target().equals("/some/net.onnx")) {
                ScriptedServer.head(out, "302 Found", "Location: ../blob?key=secret", "Content-Length: 0");
            } else {
                ScriptedServer.serving(BYTES, TAG).to(request, out);
            }
        })) {
            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests().get(1).target()).isEqualTo("/blob?key=secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://models.invalid/x", "ftp://127.0.0.1/x", "file:///etc/passwd", "a b"})
    void aRedirectToLessSafetyIsNotFollowed(String location) throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) ->
                ScriptedServer.head(out, "302 Found", "Location: " + location, "Content-Length: 0"))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(location);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aCircleOfRedirectsEnds() throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) ->
                ScriptedServer.head(out, "302 Found", "Location: /some/net.onnx", "Content-Length: 0"))) {
            assertThatThrownBy(() -> store().fetch(fileAt(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("redirects more than 10 times");
        }
    }

    /** Newer JDKs have one thread in the common pool of a machine with two processors. */
    @Test
    void aFetchNeedsNoThreadOfTheCommonPool() throws Exception {
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            for (int i = 0; i < threads; i++) {
                ForkJoinPool.commonPool().execute(() -> {
                    try {
                        over.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
        } finally {
            over.countDown();
        }
    }

    @Test
    void twoThreadsDownloadOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch both = new CountDownLatch(2);
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            both.await(10, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(200);
            ScriptedServer.serving(BYTES, TAG).to(request, out);
        })) {
            List<CompletableFuture<Path>> fetches = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                fetches.add(CompletableFuture.supplyAsync(
                        () -> {
                            both.countDown();
                            return fetched(fileAt(server));
                        },
                        threads));
            }
            for (CompletableFuture<Path> fetch : fetches) {
                assertThat(fetch.get()).hasBinaryContent(BYTES);
            }
            assertThat(server.requests()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private Path fetched(ModelFile file) {
        try {
            return store().fetch(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFetchWaitsForWhoeverHoldsTheLockFileAndCanBeCancelledMeanwhile() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            ModelFile file = fileAt(server);
            Path lockFile = store().path(file).resolveSibling("net.onnx.lock");
            Files.createDirectories(lockFile.getParent());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assertThat(lock.isValid()).isTrue();
                Cancellation cancellation = new Cancellation();
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(cancellation::cancel);

                assertThatThrownBy(() -> store().fetch(file, FetchProgress.none(), cancellation))
                        .isInstanceOf(StoppedException.class);
                assertThat(server.requests()).isEmpty();
            }

            assertThat(store().fetch(file)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aFetchThatIsCancelledInTheMiddleKeepsWhatHasArrived() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean stalled = new AtomicBoolean();
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            if (stalled.getAndSet(true)) {
                ScriptedServer.serving(BYTES, TAG).to(request, out);
                return;
            }
            ScriptedServer.head(out, "200 OK", "Content-Length: " + BYTES.length, "ETag: " + TAG);
            out.write(BYTES, 0, CUT);
            out.flush();
            end.await();
        })) {
            Cancellation cancellation = new Cancellation();
            FetchProgress cancelAtTheCut = (done, total) -> {
                if (done == CUT) {
                    CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)
                            .execute(cancellation::cancel);
                }
            };

            assertThatThrownBy(() -> store().fetch(fileAt(server), cancelAtTheCut, cancellation))
                    .isInstanceOf(StoppedException.class);
            end.countDown();
            assertThat(store().find(fileAt(server))).isEmpty();

            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
            assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=" + CUT + "-");
        }
    }

    @Test
    void aFetchThatIsCancelledBeforeTheAnswerStops() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            cancellation.cancel("enough");
            end.await();
        })) {
            assertThatThrownBy(() -> store().fetch(fileAt(server), FetchProgress.none(), cancellation))
                    .isInstanceOf(StoppedException.class)
                    .hasMessageContaining("enough");
            end.countDown();
        }
    }

    @Test
    void anInterruptEndsAFetch() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        Thread fetching = Thread.currentThread();
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            fetching.interrupt();
            end.await();
        })) {
            assertThatThrownBy(() -> store().fetch(fileAt(server))).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            end.countDown();
        }
    }

    @Test
    void aListenerThatThrowsEndsTheFetchWithItsOwnException() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(BYTES, TAG))) {
            FetchProgress failing = (done, total) -> {
                throw new IllegalStateException("mine");
            };

            assertThatThrownBy(() -> store().fetch(fileAt(server), failing, new Cancellation()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("mine");
            assertThat(store().fetch(fileAt(server))).hasBinaryContent(BYTES);
        }
    }

    @Test
    void deletingLeavesNeitherTheFileNorAPart() throws IOException {
        try (ScriptedServer server = new ScriptedServer(cutting(TAG, ScriptedServer.serving(BYTES, TAG)))) {
            ModelFile file = fileAt(server);
            assertThatThrownBy(() -> store().fetch(file)).isInstanceOf(IOException.class);

            assertThat(store().delete(file)).isTrue();
            assertThat(namesHere()).isEmpty();

            store().fetch(file);
            assertThat(store().delete(file)).isTrue();
            assertThat(store().delete(file)).isFalse();
            assertThat(namesHere()).isEmpty();
        }
    }

    @Test
    void filesOfOneNameFromTwoSourcesLieApart() {
        assertThat(store().path(fileAt("https://a.invalid/net.onnx")))
                .isNotEqualTo(store().path(fileAt("https://b.invalid/net.onnx")))
                .startsWithRaw(folder);
    }

    @Test
    void progressWithoutAKnownLengthSaysSo() throws IOException {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.head(out, "200 OK");
            out.write(BYTES);
        })) {
            List<OptionalLong> totals = new ArrayList<>();

            ModelFile found = store().fetchUnverified(
                            unknown(fileAt(server)), (done, total) -> totals.add(total), new Cancellation());

            assertThat(found.size()).hasValue(BYTES.length);
            assertThat(totals).isNotEmpty().containsOnly(OptionalLong.empty());
        }
    }
}
