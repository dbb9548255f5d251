package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Cancellation;
import io.depth4j.internal.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock as another process sees it. */
@Timeout(60)
class FetchLockProcessTest {

    @TempDir
    Path folder;

    /** The other process: takes the lock, says so in a file, and keeps it until it is ended. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Path fetched = Path.of(arguments[0]);
            LockFile lock = FetchLock.take(fetched, new Cancellation());
            try (lock) {
                Files.createFile(fetched.resolveSibling("held"));
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }

    @Test
    void aFetchWaitsForAnotherProcessAndGoesOnWhenThatIsKilled() throws Exception {
        Path fetched = folder.resolve("net.onnx");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        fetched.toString())
                .inheritIO()
                .start();
        try {
            while (!Files.exists(folder.resolve("held"))) {
                assertThat(other.isAlive()).isTrue();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            CompletableFuture<Void> mine = CompletableFuture.runAsync(() -> takeAndGiveBack(fetched));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(mine).isNotDone();

            other.destroyForcibly().waitFor();

            mine.get(10, TimeUnit.SECONDS);
        } finally {
            other.destroyForcibly();
        }
    }

    private static void takeAndGiveBack(Path fetched) {
        try {
            FetchLock.take(fetched, new Cancellation()).close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
