package io.depth4j.tiledb;

import io.depth4j.testkit.FrameStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TileDbFrameStoreTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> keepsThePromisesOfStores() {
        return FrameStoreContract.of(tolerance -> TileDbFrameStore.open(
                        Files.createTempDirectory(folder, "store"),
                        StoreOptions.defaults().withDepthTolerance(tolerance)))
                .stream()
                .map(promise -> DynamicTest.dynamicTest(promise.name(), promise::check));
    }
}
