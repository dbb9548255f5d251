package io.depth4j.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a system wants programs to keep files that they can fetch again. */
final class CacheFolder {

    private CacheFolder() {}

    static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        return root(system.toLowerCase(Locale.ROOT), home, environment)
                .resolve("depth4j")
                .resolve("models");
    }

    private static Path root(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("windows")) {
            return named("LOCALAPPDATA", environment)
                    .orElse(home.resolve("AppData").resolve("Local"));
        }
        Path usual = system.startsWith("mac") ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
        return named("XDG_CACHE_HOME", environment).orElse(usual);
    }

    /** The XDG specification has relative paths ignored. */
    private static Optional<Path> named(String variable, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
