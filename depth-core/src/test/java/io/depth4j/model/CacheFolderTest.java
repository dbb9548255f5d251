package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    @Test
    void eachSystemHasItsOwnPlace() {
        assertThat(CacheFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".cache/depth4j/models"));
        assertThat(CacheFolder.of("Mac OS X", HOME, Map.of())).isEqualTo(HOME.resolve("Library/Caches/depth4j/models"));
        assertThat(CacheFolder.of("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/depth4j/models"));
    }

    @Test
    void theEnvironmentNamesAnother() {
        assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("depth4j/models"));
        assertThat(CacheFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("depth4j/models"));
    }

    @Test
    void anEmptyOrRelativeNameIsNone() {
        assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "")))
                .isEqualTo(HOME.resolve(".cache/depth4j/models"));
        assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "cache")))
                .isEqualTo(HOME.resolve(".cache/depth4j/models"));
    }
}
