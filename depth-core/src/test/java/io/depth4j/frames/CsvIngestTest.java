package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Cancellation;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.MalformedInputException;
import io.depth4j.MissingPixels;
import io.depth4j.StoppedException;
import io.depth4j.frames.IngestOptions.BadRows;
import io.depth4j.frames.IngestOptions.Holes;
import io.depth4j.frames.IngestOptions.OutOfRange;
import io.depth4j.frames.IngestOptions.Quantization;
import io.depth4j.internal.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables become rows of a store, whole or not at all. */
@Timeout(120)
class CsvIngestTest {

    private static final IngestOptions STRICT = IngestOptions.defaults();
    private static final IngestOptions LENIENT = STRICT.withBadRows(BadRows.SKIP);

    private final MemoryFrameStore store = new MemoryFrameStore();

    @TempDir
    private Path folder;

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private IngestReport ingest(String text, IngestOptions options) throws IOException {
        return CsvIngest.ingest(stream(text), "t.csv", store, options);
    }

    private Frames stored(String text, IngestOptions options) throws IOException {
        return store.read(ingest(text, options).image(), DepthRange.all());
    }

    /** {@code rows} rows of {@code width} random bytes, at depths 0, 1, …. */
    private static String table(int rows, int width, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("depth");
        for (int x = 0; x < width; x++) {
            text.append(",p").append(x);
        }
        for (int row = 0; row < rows; row++) {
            text.append('\n').append(row);
            for (int x = 0; x < width; x++) {
                text.append(',').append(random.nextInt(256));
            }
        }
        return text.append('\n').toString();
    }

    @Test
    void aFileBecomesAnImageCalledLikeIt() throws IOException {
        Path file = Files.writeString(folder.resolve("well 7.csv"), "depth,0,1\n10.5,1,2\n11.5,3,255\n");

        IngestReport report = CsvIngest.ingest(
                file, store, STRICT.withCsv(CsvOptions.defaults().withUnit(DepthUnit.FOOT)));

        assertThat(report.source()).isEqualTo("well 7.csv");
        assertThat(report.sha256()).isEqualTo(Hash.sha256(file));
        assertThat(report)
                .extracting(
                        IngestReport::rows,
                        IngestReport::stored,
                        IngestReport::replaced,
                        IngestReport::unchanged,
                        IngestReport::rejected)
                .containsExactly(2L, 2L, 0L, 0L, 0L);
        assertThat(report.rowsPerSecond()).isPositive();
        ImageSummary image = store.image(report.image()).orElseThrow();
        assertThat(image.name()).isEqualTo("well 7.csv");
        Frames expected = Frames.wrap(DepthUnit.FOOT, 2, new double[] {10.5, 11.5}, new byte[] {1, 2, 3, (byte) 255});
        assertThat(store.read(report.image(), DepthRange.all()).sameAs(expected))
                .isTrue();
    }

    @Test
    void theCommitRemembersWhatWasRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "depth,0,1\n1,1,2\n2,x,2\n");

        IngestReport report = CsvIngest.ingest(file, store, LENIENT);

        StoreCommit commit = store.noted("sha256", Hash.sha256(file)).orElseThrow();
        assertThat(commit.number()).isEqualTo(report.commit());
        assertThat(commit.image()).isEqualTo(OptionalLong.of(report.image()));
        assertThat(commit.note())
                .isEqualTo(Map.of("source", "a.csv", "sha256", report.sha256(), "rows", "2", "rejected", "1"));
    }

    @Test
    void rowsOfAnImageAreReplacedAddedOrLeft() throws IOException {
        CsvIngest.ingest(stream("depth,0\n1,10\n2,20\n"), "a", store, 7, STRICT);

        IngestReport report = CsvIngest.ingest(stream("depth,0\n3,30\n2,21\n1,10\n"), "b", store, 7, STRICT);

        assertThat(report.image()).isEqualTo(7);
        assertThat(report)
                .extracting(IngestReport::stored, IngestReport::replaced, IngestReport::unchanged)
                .containsExactly(1L, 1L, 1L);
        assertThat(store.read(7, DepthRange.all()).bytes()).containsExactly(10, 21, 30);
    }

    @Test
    void strictlyTheFirstBadRowFailsTheFile() {
        assertThatThrownBy(() -> ingest("depth,0,1\n1,1,2\n2,3,x7\n3,y,4\n", STRICT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t.csv, line 3, column 3: the pixel is not a number, found 'x7'");
        assertThat(store.images()).isEmpty();
    }

    @Test
    void aBadRowFarBehindLeavesNothing() {
        String text = table(5000, 20, 1) + "5000,oops\n";

        assertThatThrownBy(() -> ingest(text, STRICT))
                .hasMessageContaining("line 5002")
                .hasMessageContaining("found 2");
        assertThat(store.images()).isEmpty();
        assertThat(store.log(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void lenientlyBadRowsAreLeftOutAndListed() throws IOException {
        IngestReport report = ingest("depth,0,1\n1,1,2\nsurface,1,2\n3,a,b\n4,1\n5,1,2,3\n,1,2\n7,7,8\n", LENIENT);

        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.badRows())
                .containsExactly(
                        new BadRow(3, 1, "surface", "the depth is not a number"),
                        new BadRow(4, 2, "a", "the pixel is not a number"),
                        new BadRow(5, 2, "", "expected 3 columns (1 depth + 2 pixels), found 2"),
                        new BadRow(6, 4, "", "expected 3 columns (1 depth + 2 pixels), found 4"),
                        new BadRow(7, 1, "", "the depth is missing"));
        assertThat(store.read(report.image(), DepthRange.all()).depths()).containsExactly(1, 7);
    }

    @Test
    void ofManyBadRowsTheFirstHundredAreListed() throws IOException {
        String bad = IntStream.range(0, 250).mapToObj(i -> i + ",?\n").collect(Collectors.joining());

        IngestReport report = ingest("depth,0\n" + bad + "1,1\n", LENIENT);

        assertThat(report.rejected()).isEqualTo(250);
        assertThat(report.badRows()).hasSize(100);
        assertThat(report.badRows().get(99).line()).isEqualTo(101);
    }

    @Test
    void aFileWithoutAGoodRowFails() {
        assertThatThrownBy(() -> ingest("depth,0\n1,x\n2,y\n", LENIENT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t.csv: none of 2 rows is good; line 2, column 2: the pixel is not a number, found 'x'");
        assertThat(store.images()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "``! the file is empty",
                "///! the file is empty",
                "depth,0/! there is a header and no row",
                "depth/1/! expected a depth and at least one pixel, separated by a comma, a semicolon, a tab or |",
                "depth,0,1/top,1,2/! line 2, column 1: the depth is not a number, found 'top'",
                "depth,0,1/1,one,2/! line 2, column 2: the pixel is not a number, found 'one'",
                "depth,0,1/NaN,1,2/! line 2, column 1: the depth is missing, found 'NaN'",
                "depth,0,1/,1,2/! line 2, column 1: the depth is missing",
                "depth,0,1/-999.2500,1,2/! line 2, column 1: the depth is missing, found '-999.2500'",
                "depth,0,1/inf,1,2/! line 2, column 1: the depth is not finite, found 'inf'",
                "depth,0,1/1,1/! line 2, column 2: expected 3 columns (1 depth + 2 pixels), found 2",
                "depth,0,1/1,1,,3/! line 2, column 4: expected 3 columns (1 depth + 2 pixels), found 4",
                "depth;0;1/1,5;1;2/! the depth is a number only with a decimal comma, found '1,5'"
            })
    void whatIsWrongIsSaid(String lines, String message) {
        assertRefused(lines.replace('/', '\n'), STRICT, message);
    }

    @Test
    void otherColumnsThanExpectedAreRefused() {
        IngestOptions options = STRICT.withCsv(CsvOptions.defaults().withPixels(200));

        assertRefused("depth,0,1,2\n1,2,3,4\n", options, "expected 201 columns (1 depth + 200 pixels), found 4");
    }

    private void assertRefused(String text, IngestOptions options, String message) {
        assertThatThrownBy(() -> ingest(text, options))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> CsvIngest.check(stream(text), "t.csv", options))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(message);
        assertThat(store.images()).isEmpty();
    }

    @Test
    void tooManyMissingPixelsFailTheFile() throws IOException {
        String text = "depth,0,1,2,3\n1,1,2,,4\n2,1,nan,3,4\n3,1,2,3,4\n";

        assertThatThrownBy(() -> ingest(text, LENIENT.withMostMissing(0.1)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("t.csv: too many pixels are missing: 16.7 %, allowed are 10.0 %");
        assertThat(store.images()).isEmpty();
        assertThat(ingest(text, LENIENT.withMostMissing(0.2)).missing()).isEqualTo(2);
    }

    @Test
    void aCheckTellsWhatATableHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv"), "depth;a;b\n7;1;\n-2.5;300;4\n3;x;4\n");

        CsvCheck check = CsvIngest.check(file, LENIENT);

        assertThat(check)
                .isEqualTo(new CsvCheck(
                        "b.csv",
                        Hash.sha256(file),
                        ';',
                        true,
                        2,
                        3,
                        1,
                        List.of(new BadRow(4, 2, "x", "the pixel is not a number")),
                        DepthRange.closed(-2.5, 7),
                        1,
                        1));
        assertThat(check.missingShare()).isEqualTo(0.25);
    }

    @Test
    void aCancellationLeavesNothing() {
        Cancellation cancellation = new Cancellation();
        IngestOptions options = STRICT.withCancellation(cancellation);
        InputStream endless = new EndlessTable(10, Long.MAX_VALUE, rows -> {
            if (rows == 50_000) {
                cancellation.cancel("enough");
            }
        });

        assertThatThrownBy(() -> CsvIngest.ingest(endless, "endless", store, options))
                .isInstanceOf(StoppedException.class)
                .hasMessageContaining("enough");
        assertThat(store.images()).isEmpty();
        assertNoThreadIsLeft();
    }

    @Test
    void anInterruptionLeavesNothing() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread self = Thread.currentThread();
            InputStream endless = new EndlessTable(10, Long.MAX_VALUE, rows -> {
                if (rows == 50_000) {
                    self.interrupt();
                }
            });
            try {
                CsvIngest.ingest(endless, "endless", store, STRICT);
            } catch (IOException | RuntimeException e) {
                thrown.set(e);
            }
        });
        caller.start();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(StoppedException.class);
        assertThat(store.images()).isEmpty();
        assertNoThreadIsLeft();
    }

    @Test
    void whatTheStreamThrowsReachesTheCaller() {
        IOException broken = new IOException("the cable is out");
        InputStream failing = new EndlessTable(10, Long.MAX_VALUE, rows -> {
            if (rows == 20_000) {
                throw new UncheckedIOException(broken);
            }
        });

        assertThatThrownBy(() -> CsvIngest.ingest(failing, "f", store, STRICT)).hasRootCause(broken);
        assertThat(store.images()).isEmpty();
        assertNoThreadIsLeft();
    }

    @Test
    void whatTheStoreThrowsReachesTheCaller() throws IOException {
        CsvIngest.ingest(stream(table(1, 3, 1)), "a", store, 7, STRICT);

        assertThatThrownBy(() -> CsvIngest.ingest(stream(table(5000, 4, 1)), "b", store, 7, STRICT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.read(7, DepthRange.all()).count()).isEqualTo(1);
        assertNoThreadIsLeft();
    }

    @Test
    void aListenerHearsHowFarItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), table(3000, 10, 3));
        List<IngestProgress> heard = new ArrayList<>();

        CsvIngest.ingest(file, store, STRICT.withListener(heard::add));

        IngestProgress last = heard.get(heard.size() - 1);
        assertThat(last.rows()).isEqualTo(3000);
        assertThat(last.bytes()).isEqualTo(Files.size(file));
        assertThat(last.totalBytes()).isEqualTo(OptionalLong.of(Files.size(file)));
        assertThat(last.left().orElseThrow()).isZero();
        assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(a.bytes(), b.bytes()));
    }

    @Test
    void whatAListenerThrowsEndsTheWork() {
        IngestOptions options = STRICT.withListener(progress -> {
            throw new IllegalStateException("no more");
        });

        assertThatThrownBy(() ->
                        CsvIngest.ingest(new EndlessTable(10, Long.MAX_VALUE, rows -> {}), "endless", store, options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        assertThat(store.images()).isEmpty();
        assertNoThreadIsLeft();
    }

    static List<FrameResizer> resizers() {
        return List.of(
                FrameResizers.nearest(),
                FrameResizers.bilinear(),
                FrameResizers.bicubic(),
                FrameResizers.area(),
                FrameResizers.lanczos3(),
                FrameResizers.pillowBilinear(),
                FrameResizers.pillowBicubic(),
                FrameResizers.scipySpline3(),
                FrameResizers.scipySpline3(MissingPixels.POISON_ROW));
    }

    @ParameterizedTest
    @MethodSource("resizers")
    void noRowDependsOnTheOthersOfItsBatch(FrameResizer resizer) throws IOException {
        String text = table(1500, 26, 5).replace(",17,", ",,").replace(",18,", ",NaN,");
        String[] lines = text.split("\n");
        for (int width : new int[] {13, 17, 31}) {
            for (Quantization quantization : Quantization.values()) {
                IngestOptions options =
                        STRICT.withWidth(width).withResizer(resizer).withQuantization(quantization);
                Frames all = stored(text, options);

                for (int row = 0; row < 1500; row += 131) {
                    Frames alone = stored(lines[0] + "\n" + lines[row + 1], options);
                    assertThat(all.rows(row, row + 1).sameAs(alone))
                            .as(quantization + " to " + width + ", row " + row)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 1.5 2.5 0.49999998 NaN",
        "TRUNCATE_FIRST, 1 2 0 NaN",
        "TRUNCATE_LAST, 1 2 0 NaN",
        "ROUND_FIRST, 2 2 0 NaN",
        "ROUND_LAST, 2 2 0 NaN"
    })
    void pixelsAreQuantised(Quantization quantization, String expected) throws IOException {
        Frames frames = stored("1,1.5,2.5,0.49999998,\n", STRICT.withQuantization(quantization));

        assertThat(values(frames)).containsExactly(floats(expected));
        assertThat(frames.type()).isEqualTo(quantization.type());
    }

    @Test
    void quantisedFirstAPixelIsWhatItsDecimalsSay() throws IOException {
        String text = "1,1.999999999,2.500000001,3.499999999,254.9999999999\n";

        assertThat(values(stored(text, STRICT.withQuantization(Quantization.TRUNCATE_FIRST))))
                .containsExactly(1, 2, 3, 254);
        assertThat(values(stored(text, STRICT.withQuantization(Quantization.ROUND_FIRST))))
                .containsExactly(2, 3, 3, 255);
    }

    @Test
    void pixelsOutOfRangeAreClippedMissingOrBad() throws IOException {
        String text = "1,-1,256,inf,-inf,255.5,7\n";

        IngestReport clipped = ingest(text, STRICT);
        assertThat(values(store.read(clipped.image(), DepthRange.all()))).containsExactly(0, 255, 255, 0, 255, 7);
        assertThat(clipped.outOfRange()).isEqualTo(5);
        assertThat(values(stored(text, STRICT.withOutOfRange(OutOfRange.MISSING))))
                .containsExactly(floats("NaN NaN NaN NaN NaN 7"));
        assertThatThrownBy(() -> ingest(text, STRICT.withOutOfRange(OutOfRange.BAD)))
                .hasMessage("t.csv, line 1, column 2: the pixel lies outside 0 to 255, found '-1'");
        assertThat(values(stored(text, STRICT.withQuantization(Quantization.NONE))))
                .containsExactly(floats("-1 256 NaN NaN 255.5 7"));
        assertThatThrownBy(() ->
                        ingest(text, STRICT.withQuantization(Quantization.NONE).withOutOfRange(OutOfRange.BAD)))
                .hasMessage("t.csv, line 1, column 4: the pixel is not finite, found 'inf'");
    }

    @Test
    void missingPixelsStayMissingOrBecomeZero() throws IOException {
        String text = "1,5,,7\n2,1,2,3\n";

        Frames kept = stored(text, STRICT);
        assertThat(kept.isMissing(0, 1)).isTrue();
        assertThat(kept.isMissing(1, 1)).isFalse();
        for (Quantization quantization :
                List.of(Quantization.ROUND_LAST, Quantization.ROUND_FIRST, Quantization.NONE)) {
            Frames zeros = stored(text, STRICT.withHoles(Holes.ZERO).withQuantization(quantization));
            assertThat(values(zeros)).containsExactly(5, 0, 7, 1, 2, 3);
        }
    }

    @Test
    void holesSurviveAResize() throws IOException {
        String row = IntStream.range(0, 20)
                .mapToObj(x -> x >= 8 && x < 14 ? "" : "100")
                .collect(Collectors.joining(","));
        for (Quantization quantization : Quantization.values()) {
            Frames frames = stored(
                    "1," + row + "\n2," + row.replace(",,", ",100,").replace(",,", ",100,") + "\n",
                    STRICT.withWidth(10).withQuantization(quantization));

            assertThat(values(frames.rows(0, 1)))
                    .as(quantization.name())
                    .containsExactly(floats("100 100 100 100 NaN NaN NaN 100 100 100"), within(1e-4f));
            assertThat(values(frames.rows(1, 2))).doesNotContain(Float.NaN);
        }
    }

    @Test
    void anyResizerServes() throws IOException {
        Frames frames = stored("1,10,20,30,40\n", STRICT.withWidth(2).withResizer(FrameResizers.area()));

        assertThat(values(frames)).containsExactly(15, 35);
    }

    private static float[] values(Frames frames) {
        float[] values = new float[frames.count() * frames.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = frames.value(i / frames.width(), i % frames.width());
        }
        return values;
    }

    private static float[] floats(String numbers) {
        String[] all = numbers.split(" ");
        float[] floats = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            floats[i] = Float.parseFloat(all[i]);
        }
        return floats;
    }

    private static void assertNoThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("depth4j-csv"));
    }
}
