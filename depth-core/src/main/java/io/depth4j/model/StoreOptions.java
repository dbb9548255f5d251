package io.depth4j.model;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a {@link ModelStore} keeps files and how it may fetch them.
 *
 * @param folder of the files
 * @param mirror the base address asked instead of each file's own host, for the same path
 * @param offline whether fetching is forbidden
 * @param plainHttp whether HTTP without encryption is allowed from other machines too, not from this one only
 * @param proxy chooses the proxy; empty for the one that the JVM is set to use
 * @param connectTimeout how long a connection may take to open
 * @param stallTimeout how long a server may be silent
 * @param maxBytes the largest file that is fetched
 */
public record StoreOptions(
        Path folder,
        Optional<URI> mirror,
        boolean offline,
        boolean plainHttp,
        Optional<ProxySelector> proxy,
        Duration connectTimeout,
        Duration stallTimeout,
        long maxBytes) {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration STALL = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final long MAX_BYTES = 16L << 30;

    public StoreOptions {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(mirror, "mirror");
        Objects.requireNonNull(proxy, "proxy");
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("stallTimeout", stallTimeout);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is positive, found " + maxBytes);
        }
    }

    private static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is positive and at most " + LONGEST + ", found " + time);
        }
    }

    /**
     * The user's cache folder, each file from its own host over HTTPS, the JVM's proxy, 20 s to connect, 60 s of silence,
     * 16 GiB.
     *
     * <p>The folder is {@code depth4j/models} in {@code XDG_CACHE_HOME} or {@code ~/.cache}, on Windows in
     * {@code LOCALAPPDATA}, on macOS in {@code ~/Library/Caches}.
     */
    public static StoreOptions defaults() {
        return new StoreOptions(
                CacheFolder.ofThisUser(), Optional.empty(), false, false, Optional.empty(), CONNECT, STALL, MAX_BYTES);
    }

    public StoreOptions withFolder(Path newFolder) {
        return new StoreOptions(newFolder, mirror, offline, plainHttp, proxy, connectTimeout, stallTimeout, maxBytes);
    }

    /** Asks this address for every file: it takes the place of the host, the path stays. */
    public StoreOptions withMirror(URI base) {
        return new StoreOptions(
                folder, Optional.of(base), offline, plainHttp, proxy, connectTimeout, stallTimeout, maxBytes);
    }

    /** Fetches nothing. */
    public StoreOptions withOffline() {
        return new StoreOptions(folder, mirror, true, plainHttp, proxy, connectTimeout, stallTimeout, maxBytes);
    }

    /** Allows HTTP without encryption from other machines. */
    public StoreOptions withPlainHttp() {
        return new StoreOptions(folder, mirror, offline, true, proxy, connectTimeout, stallTimeout, maxBytes);
    }

    public StoreOptions withProxy(ProxySelector selector) {
        return new StoreOptions(
                folder, mirror, offline, plainHttp, Optional.of(selector), connectTimeout, stallTimeout, maxBytes);
    }

    /** With one proxy for everything. */
    public StoreOptions withProxy(String host, int port) {
        return withProxy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)));
    }

    public StoreOptions withConnectTimeout(Duration timeout) {
        return new StoreOptions(folder, mirror, offline, plainHttp, proxy, timeout, stallTimeout, maxBytes);
    }

    public StoreOptions withStallTimeout(Duration timeout) {
        return new StoreOptions(folder, mirror, offline, plainHttp, proxy, connectTimeout, timeout, maxBytes);
    }

    public StoreOptions withMaxBytes(long bytes) {
        return new StoreOptions(folder, mirror, offline, plainHttp, proxy, connectTimeout, stallTimeout, bytes);
    }
}
