package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Cancellation;
import io.depth4j.StoppedException;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.frames.PipelineOptions.Retries;
import io.depth4j.frames.PipelineOptions.Schedule;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.internal.Hash;
import io.depth4j.internal.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder comes into a store, once, and is put away. */
@Timeout(60)
class IngestPipelineTest {

    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Retries THREE_TIMES = new Retries(3, Duration.ofMillis(1), 2);

    private final HookedStore store = new HookedStore();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path watched;
    private PipelineOptions options;

    @BeforeEach
    void prepare() throws IOException {
        watched = Files.createDirectory(folder.resolve("in"));
        options = PipelineOptions.watching(watched)
                .withSettle(Duration.ZERO)
                .withPoll(MOMENT)
                .withRetries(THREE_TIMES);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        assertThat(pipelineThreads()).isEmpty();
    }

    private static List<String> pipelineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("depth4j-watch")
                        || name.startsWith("depth4j-ingest")
                        || name.startsWith("depth4j-csv"))
                .toList();
    }

    private IngestPipeline pipeline(PipelineOptions how) throws IOException {
        IngestPipeline pipeline = IngestPipeline.open(store, how);
        open.add(pipeline);
        return pipeline;
    }

    private IngestPipeline pipeline() throws IOException {
        return pipeline(options);
    }

    private static String table(int rows, int seed) {
        StringBuilder text = new StringBuilder("depth,0,1\n");
        for (int row = 0; row < rows; row++) {
            text.append(row)
                    .append(',')
                    .append((row + seed) % 256)
                    .append(',')
                    .append((row + seed) / 256 % 256)
                    .append('\n');
        }
        return text.toString();
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(watched.resolve(name), text);
    }

    /** Puts a file there whole. */
    private void drop(String name, String text) throws IOException {
        Files.move(Files.writeString(folder.resolve("drop-" + name), text), watched.resolve(name));
    }

    private List<String> names(String... path) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(watched.toString(), path))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".depth4j-pipeline.lock"))
                    .sorted()
                    .toList();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(5);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Outcome> outcomes(List<PipelineRecord> records) {
        return records.stream().map(PipelineRecord::outcome).toList();
    }

    private static void fail(AtomicInteger times) {
        if (times.getAndDecrement() > 0) {
            throw new UncheckedIOException(new IOException("The disk is full"));
        }
    }

    @Test
    void aFileBecomesAnImageAndIsPutAway() throws IOException {
        Path file = put("well 7.csv", table(10, 3));
        String sha256 = Hash.sha256(file);

        List<PipelineRecord> records = pipeline().scan();

        assertThat(records).hasSize(1);
        PipelineRecord record = records.get(0);
        assertThat(record.outcome()).isEqualTo(Outcome.DONE);
        assertThat(record.file()).isEqualTo("well 7.csv");
        assertThat(record.sha256()).isEqualTo(sha256);
        assertThat(record.rows()).isEqualTo(10);
        assertThat(record.rejected()).isZero();
        assertThat(record.error()).isEmpty();
        assertThat(record.seconds()).isPositive();
        ImageSummary image = store.images().get(0);
        assertThat(record.image()).hasValue(image.id());
        assertThat(image.name()).isEqualTo("well 7.csv");
        assertThat(image.rows()).isEqualTo(10);
        assertThat(names()).isEmpty();
        assertThat(names("processed")).containsExactly("well 7.csv");
        assertThat(names("failed")).isEmpty();
    }

    @Test
    void copiedRenamedAndPackedFilesAreTakenWhileItWatches() throws Exception {
        put("before.csv", table(10, 1));
        IngestPipeline pipeline = pipeline();
        assertThat(pipeline.start()).isTrue();
        assertThat(pipeline.start()).isFalse();
        await(() -> names("processed").contains("before.csv"));

        drop("renamed.CSV", table(10, 2));
        Files.move(Files.write(folder.resolve("packed"), packed(table(10, 3))), watched.resolve("packed.csv.gz"));
        Files.writeString(watched.resolve("notes.txt"), "no table");

        await(() -> names("processed").size() == 3 && pipeline.status().inWork() == 0);
        assertThat(pipeline.stop()).isTrue();
        assertThat(pipeline.stop()).isFalse();
        drop("late.csv", table(10, 4));
        assertThat(names("processed")).containsExactly("before.csv", "packed.csv.gz", "renamed.CSV");
        assertThat(names()).containsExactly("late.csv", "notes.txt");
        assertThat(store.images()).extracting(ImageSummary::rows).containsExactly(10L, 10L, 10L);
    }

    @Test
    void aFileThatIsBeingWrittenWaits() throws Exception {
        IngestPipeline pipeline = pipeline(options.withSettle(Duration.ofMillis(600)));
        Path file = put("slow.csv", "depth,0,1\n");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(file, enough));

        long header = Files.size(file);
        await(() -> Files.size(file) > header);
        List<PipelineRecord> early = pipeline.scan();
        PipelineStatus status = pipeline.status();
        enough.set(true);
        int rows = writer.get();

        assertThat(early).isEmpty();
        assertThat(status.waiting()).isEqualTo(1);
        assertThat(pipeline.scan()).extracting(PipelineRecord::rows).containsExactly((long) rows);
        assertThat(store.images()).hasSize(1);
    }

    private static int write(Path file, AtomicBoolean enough) {
        int rows = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (; !enough.get(); rows++) {
                out.write((rows + ",1").getBytes(StandardCharsets.UTF_8));
                Thread.sleep(1);
                out.write(",2\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        return rows;
    }

    @Test
    void aFileThatIsWrittenToWhileItIsReadIsReadAnew() throws IOException {
        Path file = put("a.csv", table(100_000, 0));
        AtomicInteger once = new AtomicInteger(1);
        store.onIngest = () -> {
            if (once.getAndDecrement() > 0) {
                append(file, "100000,1,2\n");
            }
        };
        IngestPipeline pipeline = pipeline();

        assertThat(pipeline.scan()).isEmpty();
        assertThat(store.images()).isEmpty();
        assertThat(pipeline.history(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(names()).containsExactly("a.csv");

        assertThat(pipeline.scan()).extracting(PipelineRecord::rows).containsExactly(100_001L);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsTakenAwayWhileItIsReadIsNotStored() throws IOException {
        Path file = put("a.csv", table(100_000, 0));
        store.onIngest = () -> delete(file);

        assertThat(pipeline().scan()).isEmpty();
        assertThat(store.images()).isEmpty();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatTakesTheNameOfOneInWorkIsTakenToo() throws IOException {
        put("a.csv", table(10, 1));
        AtomicInteger once = new AtomicInteger(1);
        store.afterCommit = () -> {
            if (once.getAndDecrement() > 0) {
                append(watched.resolve("a.csv"), "10,7,7\n");
            }
        };
        IngestPipeline pipeline = pipeline();

        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.DONE);
        assertThat(names()).containsExactly("a.csv");
        assertThat(pipeline.scan()).extracting(PipelineRecord::rows).containsExactly(11L);
        assertThat(store.images()).extracting(ImageSummary::rows).containsExactly(10L, 11L);
    }

    @Test
    void oneContentIsStoredOnceUnderWhateverName() throws IOException {
        put("a.csv", table(10, 1));
        IngestPipeline pipeline = pipeline();
        PipelineRecord first = pipeline.scan().get(0);

        put("b.csv", table(10, 1));
        PipelineRecord second = pipeline.scan().get(0);

        assertThat(second.outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(second.image()).isEqualTo(first.image());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).containsExactly("a.csv", "b.csv");
    }

    @Test
    void oneContentIsStoredOnceAlsoAtTheSameTime() throws IOException {
        for (int i = 0; i < 20; i++) {
            put(i + ".csv", table(10, 1));
        }

        List<PipelineRecord> records = pipeline(options.withWorkers(4)).scan();

        assertThat(outcomes(records)).hasSize(20).containsOnlyOnce(Outcome.DONE).contains(Outcome.AGAIN);
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).hasSize(20);
    }

    @Test
    void whatWasDeletedIsStoredAgain() throws IOException {
        IngestPipeline pipeline = pipeline();
        put("a.csv", table(10, 1));
        PipelineRecord first = pipeline.scan().get(0);
        assertThat(store.delete(first.image().getAsLong())).isTrue();

        put("a.csv", table(10, 1));
        PipelineRecord second = pipeline.scan().get(0);

        assertThat(second.outcome()).isEqualTo(Outcome.DONE);
        assertThat(store.images())
                .extracting(ImageSummary::id)
                .containsExactly(second.image().getAsLong());
    }

    @Test
    void whatWasStoredTwiceAndDeletedIsStoredAgain() throws IOException {
        for (int i = 0; i < 2; i++) {
            CsvIngest.ingest(put("a.csv", table(10, 1)), store, 1, IngestOptions.defaults());
        }
        assertThat(store.delete(1)).isTrue();

        PipelineRecord record = pipeline().scan().get(0);

        assertThat(record.outcome()).isEqualTo(Outcome.DONE);
        assertThat(store.read(record.image().getAsLong(), DepthRange.all()).count())
                .isEqualTo(10);
    }

    @Test
    void oneNameIsTakenAgainAndOverwritesNothing() throws Exception {
        IngestPipeline pipeline = pipeline();
        assertThat(pipeline.start()).isTrue();
        for (int i = 0; i < 3; i++) {
            drop("a.csv", table(10, i));
            int count = i + 1;
            await(() -> names("processed").size() == count && pipeline.status().inWork() == 0);
        }

        assertThat(names("processed")).containsExactly("a.csv", "a_1.csv", "a_2.csv");
        assertThat(store.images()).hasSize(3);
        assertThat(watched.resolve("processed/a_2.csv")).hasContent(table(10, 2));
    }

    @Test
    void aBadFileIsPutAsideWithWhatIsWrong() throws IOException {
        StringBuilder text = new StringBuilder("depth,0,1\n");
        for (int row = 0; row < 300; row++) {
            text.append(row).append(row % 2 == 0 ? ",1,2\n" : ",x" + row + ",2\n");
        }
        Path file = put("bad.csv", text.toString());
        String sha256 = Hash.sha256(file);
        AtomicInteger tries = new AtomicInteger();
        store.onIngest = tries::incrementAndGet;
        IngestPipeline pipeline = pipeline();

        PipelineRecord record = pipeline.scan().get(0);

        String message = "bad.csv, line 3, column 2: the pixel is not a number, found 'x1'";
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.error()).hasValue(message);
        assertThat(record.image()).isEmpty();
        assertThat(record.rows()).isEqualTo(300);
        assertThat(record.rejected()).isEqualTo(150);
        assertThat(store.images()).isEmpty();
        assertThat(names()).isEmpty();
        assertThat(names("failed")).containsExactly("bad.csv", "bad.csv.error.json");
        JsonObject json = JsonObject.parse(Files.readString(watched.resolve("failed/bad.csv.error.json")));
        json.allowOnly("file", "sha256", "time", "error", "rows", "rejected", "badRows");
        assertThat(json.string("file")).isEqualTo("bad.csv");
        assertThat(json.string("sha256")).isEqualTo(sha256);
        assertThat(Instant.parse(json.string("time"))).isEqualTo(record.time());
        assertThat(json.string("error")).isEqualTo(message);
        assertThat(json.whole("rows")).isEqualTo(300);
        assertThat(json.whole("rejected")).isEqualTo(150);
        List<JsonObject> rows = json.objects("badRows");
        assertThat(rows).hasSize(100);
        assertThat(rows.get(99).whole("line")).isEqualTo(201);
        assertThat(rows.get(99).integer("column")).isEqualTo(2);
        assertThat(rows.get(99).string("text")).isEqualTo("x199");
        assertThat(rows.get(99).string("reason")).isEqualTo("the pixel is not a number");

        assertThat(pipeline.scan()).isEmpty();
        assertThat(tries).hasValue(1);
    }

    @Test
    void badRowsAreCountedWhereTheyAreLeftOut() throws IOException {
        put("a.csv", "depth,0,1\n1,1,2\n2,x,2\n3,1,2\n");

        PipelineRecord record = pipeline(
                        options.withIngest(IngestOptions.defaults().withBadRows(BadRows.SKIP)))
                .scan()
                .get(0);

        assertThat(record.outcome()).isEqualTo(Outcome.DONE);
        assertThat(record.rows()).isEqualTo(3);
        assertThat(record.rejected()).isEqualTo(1);
    }

    @Test
    void aPackedFileThatIsCutOffIsBad() throws IOException {
        String cut = "the gzip data end too early";
        byte[] good = packed(table(5000, 1));
        Files.write(watched.resolve("a.csv.gz"), Arrays.copyOf(good, good.length / 2));
        byte[] bad = packed("depth,0,1\n0,x,1\n" + table(5000, 1).substring(10));
        Files.write(watched.resolve("b.csv.gz"), Arrays.copyOf(bad, bad.length / 2));

        List<PipelineRecord> records = pipeline().scan();

        assertThat(records)
                .extracting(PipelineRecord::error)
                .containsExactly(
                        Optional.of("a.csv.gz: " + cut),
                        Optional.of("b.csv.gz, line 2, column 2: the pixel is not a number, found 'x'"));
        assertThat(names("failed"))
                .containsExactly("a.csv.gz", "a.csv.gz.error.json", "b.csv.gz", "b.csv.gz.error.json");
        JsonObject json = JsonObject.parse(Files.readString(watched.resolve("failed/b.csv.gz.error.json")));
        assertThat(json.string("end")).isEqualTo("b.csv.gz: " + cut);
        assertThat(json.whole("rejected")).isEqualTo(1);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void whatFailsForAnotherReasonIsTriedAgain() throws IOException {
        put("a.csv", table(10, 1));
        AtomicInteger failures = new AtomicInteger(2);
        store.onIngest = () -> fail(failures);
        IngestPipeline pipeline = pipeline();

        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.DONE);
        assertThat(outcomes(pipeline.history(Long.MAX_VALUE, 10))).containsExactly(Outcome.DONE);
    }

    @Test
    void whatHasBeenStoredIsNotStoredAgainWhenItIsTriedAgain() throws IOException {
        put("a.csv", table(10, 1));
        AtomicInteger failures = new AtomicInteger(1);
        AtomicInteger commits = new AtomicInteger();
        store.beforeCommit = commits::incrementAndGet;
        store.beforeNote = () -> fail(failures);
        IngestPipeline pipeline = pipeline();

        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.DONE);
        assertThat(outcomes(pipeline.history(Long.MAX_VALUE, 10))).containsExactly(Outcome.DONE);
        assertThat(commits).hasValue(1);
        assertThat(names("processed")).containsExactly("a.csv");
    }

    @Test
    void whatFailsTooOftenIsLeftForTheNextScan() throws Exception {
        FakeClock clock = new FakeClock("2026-06-01T12:00:00Z[UTC]");
        AtomicInteger tries = new AtomicInteger();
        store.onIngest = () -> {
            tries.incrementAndGet();
            throw new UncheckedIOException(new IOException("The disk is full"));
        };
        IngestPipeline pipeline = pipeline(options.withClock(clock));
        put("a.csv", table(10, 1));

        PipelineRecord record = pipeline.scan().get(0);
        assertThat(record.outcome()).isEqualTo(Outcome.LEFT);
        assertThat(record.error().orElseThrow()).contains("The disk is full");
        assertThat(tries).hasValue(3);
        assertThat(names()).containsExactly("a.csv");

        assertThat(pipeline.start()).isTrue();
        await(() -> tries.get() == 6 && pipeline.status().inWork() == 0);
        Thread.sleep(10 * MOMENT.toMillis());
        assertThat(tries).as("looks leave it alone").hasValue(6);

        store.onIngest = () -> {};
        clock.pass(Duration.ofMinutes(30));
        await(() -> names("processed").contains("a.csv"));
        await(() -> pipeline.status().inWork() == 0);
        assertThat(outcomes(pipeline.history(Long.MAX_VALUE, 10)))
                .containsExactly(Outcome.DONE, Outcome.LEFT, Outcome.LEFT);
        assertThat(pipeline.status().lastRun()).hasValue(Instant.parse("2026-06-01T12:30:00Z"));
    }

    @Test
    void whatIsWrittenToAfterItWasLeftIsTakenAtOnce() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        store.onIngest = () -> fail(failures);
        put("a.csv", table(10, 1));
        IngestPipeline pipeline = pipeline(options.withSchedule(Schedule.off()));
        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.LEFT);
        failures.set(3);
        assertThat(pipeline.start()).isTrue();
        await(() -> failures.get() == 0 && pipeline.status().inWork() == 0);

        drop("b.csv", table(10, 2));
        await(() -> names("processed").equals(List.of("b.csv")));
        assertThat(names()).containsExactly("a.csv");
        append(watched.resolve("a.csv"), "10,1,2\n");
        await(() -> names("processed").equals(List.of("a.csv", "b.csv")));
    }

    @Test
    void aFailureOfTheStoreDoesNotHoldUpOthers() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        AtomicInteger failures = new AtomicInteger(1);
        store.onIngest = () -> fail(failures);
        store.afterCommit = other::countDown;
        put("a.csv", table(10, 1));
        put("b.csv", table(10, 2));
        IngestPipeline pipeline = pipeline(options.withWorkers(1).withRetries(new Retries(2, Duration.ofHours(1), 1)));
        assertThat(pipeline.start()).isTrue();

        other.await();
        await(() -> names("processed").size() == 1 && pipeline.status().inWork() == 0);
        assertThat(pipeline.status().waiting()).isEqualTo(1);
        assertThat(pipeline.stop()).as("nobody waits for the second attempt").isTrue();
    }

    @Test
    void aFileThatCannotBePutAwayStays() throws IOException {
        put("a.csv", table(10, 1));
        IngestPipeline pipeline = pipeline();
        Path processed = watched.resolve("processed");
        Files.delete(processed);
        Files.writeString(processed, "in the way");

        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.LEFT);
        assertThat(store.images()).hasSize(1);
        assertThat(names()).contains("a.csv");

        Files.delete(processed);
        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.AGAIN);
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).containsExactly("a.csv");
    }

    /** What a killed process leaves is the store and the folder as they are at that moment. */
    private void killed(Consumer<Runnable> hook) throws IOException {
        hook.accept(() -> {
            throw new AssertionError("The process is killed");
        });
        try (IngestPipeline killed = IngestPipeline.open(store, options)) {
            assertThat(outcomes(killed.scan())).containsExactly(Outcome.LEFT);
        }
        hook.accept(() -> {});
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void whatWasCutShortBeforeItsCommitIsStored() throws IOException {
        put("a.csv", table(10, 1));
        killed(action -> store.beforeCommit = action);
        assertThat(store.images()).isEmpty();

        assertThat(outcomes(pipeline().scan())).containsExactly(Outcome.DONE);
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).containsExactly("a.csv");
    }

    @Test
    void whatWasCutShortAfterItsCommitIsOnlyPutAway() throws IOException {
        put("a.csv", table(10, 1));
        killed(action -> store.afterCommit = action);
        long image = store.images().get(0).id();
        AtomicInteger commits = new AtomicInteger();
        store.beforeCommit = commits::incrementAndGet;

        PipelineRecord record = pipeline().scan().get(0);

        assertThat(record.outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(record.image()).hasValue(image);
        assertThat(commits).hasValue(0);
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).containsExactly("a.csv");
    }

    @Test
    void whatWasCutShortBeforeItWasPutAwayIsInTheHistoryTwice() throws IOException {
        put("a.csv", table(10, 1));
        killed(action -> store.afterNote = action);

        IngestPipeline pipeline = pipeline();

        assertThat(outcomes(pipeline.scan())).containsExactly(Outcome.AGAIN);
        assertThat(outcomes(pipeline.history(Long.MAX_VALUE, 10))).contains(Outcome.AGAIN, Outcome.DONE);
        assertThat(store.images()).hasSize(1);
        assertThat(names("processed")).containsExactly("a.csv");
    }

    @Test
    void manyFilesAreEachStoredOnce() throws Exception {
        int count = 60;
        IngestPipeline pipeline = pipeline();
        assertThat(pipeline.start()).isTrue();
        for (int i = 0; i < count; i++) {
            drop(i + ".csv", table(20 + i, i));
            if (i == count / 2) {
                assertThat(outcomes(pipeline.scan())).allMatch(Outcome.DONE::equals);
            }
        }
        await(() -> names().isEmpty() && pipeline.status().inWork() == 0);

        assertThat(store.images()).hasSize(count);
        assertThat(names("processed")).hasSize(count);
        List<PipelineRecord> history = pipeline.history(Long.MAX_VALUE, 1000);
        assertThat(outcomes(history)).hasSize(count).containsOnly(Outcome.DONE);
        assertThat(history.stream().map(PipelineRecord::file).distinct()).hasSize(count);
        assertThat(pipeline.status().processed()).isEqualTo(count);
    }

    @Test
    void closingInTheMiddleLeavesNothingVisible() throws Exception {
        put("a.csv", table(50_000, 1));
        put("b.csv", table(50_000, 2));
        put("c.csv", table(10, 3));
        CountDownLatch writing = new CountDownLatch(2);
        CountDownLatch closing = new CountDownLatch(1);
        store.onWrite = () -> {
            writing.countDown();
            awaitQuietly(closing);
        };
        IngestPipeline pipeline = pipeline();
        assertThat(pipeline.start()).isTrue();
        writing.await();
        assertThat(pipeline.status().inWork()).isEqualTo(2);
        assertThat(pipeline.status().waiting()).isEqualTo(1);

        Thread closer = new Thread(pipeline::close);
        closer.start();
        await(() -> closer.getState() == Thread.State.WAITING);
        closing.countDown();
        closer.join();

        assertThat(pipelineThreads()).isEmpty();
        assertThat(store.images()).isEmpty();
        assertThat(names()).containsExactly("a.csv", "b.csv", "c.csv");
        assertThat(names("processed")).isEmpty();
        assertThat(names("failed")).isEmpty();
        assertThatThrownBy(pipeline::scan)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The pipeline is closed");

        assertThat(outcomes(pipeline().scan())).containsExactly(Outcome.DONE, Outcome.DONE, Outcome.DONE);
    }

    @Test
    void stoppingWaitsForWhatIsInWorkAndTakesNothingMore() throws Exception {
        put("a.csv", table(10, 1));
        put("b.csv", table(10, 2));
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        store.beforeCommit = () -> {
            committing.countDown();
            awaitQuietly(stopping);
        };
        IngestPipeline pipeline = pipeline(options.withWorkers(1));
        assertThat(pipeline.start()).isTrue();
        committing.await();
        AtomicBoolean stopped = new AtomicBoolean();
        Thread stopper = new Thread(() -> stopped.set(pipeline.stop()));
        stopper.start();
        await(() -> !pipeline.status().active());
        await(() -> stopper.getState() == Thread.State.WAITING);
        stopping.countDown();
        stopper.join();

        assertThat(stopped).isTrue();
        assertThat(store.images()).hasSize(1);
        assertThat(names()).hasSize(1);
        assertThat(names("processed")).hasSize(1);
        assertThat(pipeline.start()).isTrue();
        await(() -> names("processed").size() == 2);
    }

    @Test
    void aCancellationOfTheIngestionsEndsThem() throws IOException {
        put("a.csv", table(10, 1));
        Cancellation cancellation = new Cancellation();
        store.onWrite = cancellation::cancel;

        List<PipelineRecord> records = pipeline(
                        options.withIngest(IngestOptions.defaults().withCancellation(cancellation)))
                .scan();

        assertThat(outcomes(records)).containsExactly(Outcome.LEFT);
        assertThat(store.images()).isEmpty();
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void aListenerCannotWaitForItself() throws IOException {
        put("a.csv", table(10, 1));
        List<Throwable> thrown = new ArrayList<>();
        IngestPipeline[] self = new IngestPipeline[1];
        self[0] = pipeline(options.withIngest(IngestOptions.defaults().withListener(progress -> {
            try {
                self[0].close();
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
        })));

        assertThat(outcomes(self[0].scan())).containsExactly(Outcome.DONE);
        assertThat(thrown).isNotEmpty().allMatch(e -> e.getMessage().contains("cannot wait for it"));
    }

    @Test
    void anInterruptedScanWaitsNoLonger() throws IOException {
        put("a.csv", table(10, 1));
        IngestPipeline pipeline = pipeline(options.withSettle(Duration.ofHours(1)));

        Thread.currentThread().interrupt();
        assertThatThrownBy(pipeline::scan).isInstanceOf(StoppedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void theHistoryIsPagedAndOutlivesThePipeline() throws IOException {
        try (IngestPipeline first = IngestPipeline.open(store, options)) {
            for (int i = 0; i < 300; i++) {
                put("%03d.csv".formatted(i), i % 100 == 7 ? "no table" : table(2, i));
            }
            assertThat(first.scan()).hasSize(300);
        }
        store.upsert(1000, Frames.wrap(DepthUnit.METRE, 1, new double[] {1}, new byte[] {1}));
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        Files.writeString(elsewhere.resolve("x.csv"), table(3, 9));
        try (IngestPipeline other =
                IngestPipeline.open(store, PipelineOptions.watching(elsewhere).withSettle(Duration.ZERO))) {
            assertThat(other.scan()).hasSize(1);
            assertThat(other.history(Long.MAX_VALUE, 10)).hasSize(1);
        }

        IngestPipeline pipeline = pipeline();

        List<PipelineRecord> all = pipeline.history(Long.MAX_VALUE, 1000);
        assertThat(all).extracting(PipelineRecord::file).doesNotHaveDuplicates().hasSize(300);
        assertThat(all).extracting(PipelineRecord::number).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        List<PipelineRecord> paged = new ArrayList<>();
        List<PipelineRecord> page = pipeline.history(Long.MAX_VALUE, 70);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = pipeline.history(page.get(page.size() - 1).number(), 70);
        }
        assertThat(paged).isEqualTo(all);
        assertThat(pipeline.history(Long.MAX_VALUE, 0)).isEmpty();
        PipelineStatus status = pipeline.status();
        assertThat(status.processed()).isEqualTo(297);
        assertThat(status.failed()).isEqualTo(3);
        assertThat(status.lastRun()).hasValue(all.get(0).time());
        assertThat(status)
                .extracting(
                        PipelineStatus::active,
                        PipelineStatus::waiting,
                        PipelineStatus::inWork,
                        PipelineStatus::watched,
                        PipelineStatus::processedFolder,
                        PipelineStatus::failedFolder)
                .containsExactly(false, 0, 0, watched, watched.resolve("processed"), watched.resolve("failed"));
    }

    @Test
    void namesMayTellImages() throws IOException {
        IngestPipeline pipeline = pipeline(options.withImage(name -> Long.parseLong(name.replaceAll("[-.].*", ""))));
        put("7-a.csv", "depth,0\n1,10\n2,20\n");
        put("7-b.csv", "depth,0\n2,21\n3,30\n");
        put("8-a.csv", "depth,0\n1,10\n2,20\n");
        put("9-a.csv", "depth,0\n1,10\n");
        put("x.csv", "depth,0\n1,10\n");
        assertThat(outcomes(pipeline.scan()))
                .containsExactly(Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.FAILED);

        assertThat(store.images()).extracting(ImageSummary::id).containsExactly(7L, 8L, 9L);
        assertThat(store.image(7).orElseThrow().rows()).isEqualTo(3);
        put("9-b.csv", "depth,0\n1,10\n");
        put("9-c.csv", "depth,0,1\n1,10,11\n");
        put("9-d.csv", "depth,0\n1.0,10\n");
        List<PipelineRecord> records = pipeline.scan();
        assertThat(outcomes(records)).containsExactly(Outcome.AGAIN, Outcome.FAILED, Outcome.DONE);
        put("10.csv", "depth,0\n1.0,10\n");
        assertThat(outcomes(pipeline.scan())).as("not there yet").containsExactly(Outcome.DONE);
        assertThat(store.image(10)).isPresent();
        assertThat(records.get(0).image()).isEqualTo(OptionalLong.of(9));
        assertThat(records.get(1).error().orElseThrow()).contains("rows of 1 UINT8 pixels, found rows of 2");
    }

    @Test
    void aFolderHasOnePipeline() throws Exception {
        IngestPipeline first = pipeline();
        assertThatThrownBy(() -> IngestPipeline.open(store, options))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(watched.toRealPath().toString())
                .hasMessageContaining("another pipeline has this folder");
        first.close();
        first.close();

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(LockHolder.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        LockHolder.class.getName(),
                        watched.resolve(".depth4j-pipeline.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            assertThatThrownBy(() -> IngestPipeline.open(store, options))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another pipeline has this folder");
        } finally {
            other.destroyForcibly();
            other.waitFor();
        }

        put("a.csv", table(10, 1));
        assertThat(outcomes(pipeline().scan())).containsExactly(Outcome.DONE);
    }

    @Test
    void optionsSayWhatIsWrongWithThem() {
        assertThatThrownBy(() -> options.withProcessed(watched))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave the watched folder");
        assertThatThrownBy(() -> options.withNames(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found none");
        assertThatThrownBy(() -> options.withWorkers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> options.withPoll(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> new Retries(0, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least once");
        assertThat(Retries.defaults().delay(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(new Retries(100, Duration.ofSeconds(1), 2).delay(99)).isEqualTo(Duration.ofDays(1));
        assertThat(options.withFailed(Path.of("bad")).failed()).isEqualTo(watched.resolve("bad"));
        assertThat(PipelineOptions.watching(watched).schedule().every()).isEqualTo(Optional.of(Duration.ofMinutes(30)));
    }
}
