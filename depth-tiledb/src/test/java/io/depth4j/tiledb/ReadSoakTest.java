package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native memory over many queries: a million of them in the profile soak, a minute of them otherwise. */
@Tag("soak")
class ReadSoakTest {

    /** None says that the time counts. */
    private static final int QUERIES = Integer.getInteger("depth4j.queries", 0);

    private static final int SECONDS = Integer.getInteger("depth4j.seconds", 60);
    private static final double BYTES_A_QUERY = 1024;
    private static final double SHARE = 0.05;

    @TempDir
    Path folder;

    /** Resident memory of a process whose heap is there from the first call on, so that what it gains is lost outside of it. */
    @Test
    void manyQueriesTakeNoMemory() throws Exception {
        assumeTrue(Files.isReadable(BusyReader.STATUS), "resident memory is read from /proc");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyReader.class.getName(),
                        folder.resolve("store").toString(),
                        String.valueOf(QUERIES),
                        String.valueOf(SECONDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<double[]> marks = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] numbers = line.split(" ");
                marks.add(new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])});
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(marks).hasSize(BusyReader.MARKS);
        List<double[]> later = marks.subList(BusyReader.MARKS / 5, BusyReader.MARKS);
        double[] first = later.get(0);
        double[] last = later.get(later.size() - 1);
        double slope = slope(later);
        double growth = slope * (last[0] - first[0]) / first[1];
        System.out.printf(
                "%,.0f queries of %d rows in %.0f s, resident %.0f MB, %.1f bytes a query, %.2f %% over the last 80 %%%n",
                last[0], BusyReader.RANGE, (System.nanoTime() - start) / 1e9, last[1] / 1e6, slope, 100 * growth);
        assertThat(slope).isLessThanOrEqualTo(BYTES_A_QUERY);
        assertThat(growth).isLessThanOrEqualTo(SHARE);
    }

    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double over = 0;
        double under = 0;
        for (double[] point : points) {
            over += (point[0] - x) * (point[1] - y);
            under += (point[0] - x) * (point[0] - x);
        }
        return over / under;
    }
}
