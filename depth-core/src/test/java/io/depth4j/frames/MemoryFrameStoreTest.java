package io.depth4j.frames;

import io.depth4j.testkit.FrameStoreContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MemoryFrameStoreTest {

    @TestFactory
    Stream<DynamicTest> keepsThePromisesOfStores() {
        return FrameStoreContract.of(MemoryFrameStore::new).stream()
                .map(promise -> DynamicTest.dynamicTest(promise.name(), promise::check));
    }
}
