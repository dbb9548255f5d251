package io.depth4j.model;

import io.depth4j.Cancellation;
import io.depth4j.DepthException;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.StoppedException;
import io.depth4j.UnavailableException;
import io.depth4j.internal.Hash;
import io.depth4j.internal.LockFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of networks on this machine. It touches the network in {@link #fetch} and {@link #fetchUnverified} only.
 *
 * <p>A file gets its name when it is whole and has the size and hash that are known of it. What arrives is kept beside it until
 * then, and a new fetch goes on from there. However many threads and processes fetch a file at once, one does it and the others
 * wait. Stores are safe for use by several threads.
 */
public final class ModelStore {

    private static final int KEY_DIGITS = 16;

    private final StoreOptions options;

    private ModelStore(StoreOptions options) {
        this.options = options;
    }

    /** A store of these options. Nothing is made until something is fetched. */
    public static ModelStore of(StoreOptions options) {
        return new ModelStore(Objects.requireNonNull(options, "options"));
    }

    /**
     * Where the file is or would be: in a folder named after its source, since many files are named alike, or, if that is
     * unknown, in the store's own.
     */
    public Path path(ModelFile file) {
        return file.source()
                .map(source -> Hash.sha256(source.toString().getBytes(StandardCharsets.UTF_8)))
                .map(hash -> options.folder().resolve(hash.substring(0, KEY_DIGITS)))
                .orElse(options.folder())
                .resolve(file.name());
    }

    /** The file, if it is here. Its bytes are not looked at: to fetch it or to open its network does that. */
    public Optional<Path> find(ModelFile file) {
        return Optional.of(path(file)).filter(Files::isRegularFile);
    }

    /** Fetches the file without telling anybody. */
    public Path fetch(ModelFile file) throws IOException {
        return fetch(file, FetchProgress.none(), new Cancellation());
    }

    /**
     * The file, fetched unless it is here, its size and hash checked in either case.
     *
     * @throws UnavailableException if it is not here and cannot be fetched: the store is offline, nobody knows an address, the
     *     address is not safe or has no such file, or its hash is unknown
     * @throws MalformedInputException if it is another file than the one that is described
     * @throws LimitExceededException if it is larger than files may be
     * @throws StoppedException if the fetch was cancelled
     * @throws IOException if the server or the connection failed, or the file could not be written
     */
    public Path fetch(ModelFile file, FetchProgress progress, Cancellation cancellation) throws IOException {
        if (file.sha256().isEmpty() && find(file).isEmpty()) {
            throw new UnavailableException("The SHA-256 of " + file.name()
                    + " is unknown, so nobody can tell whether the right bytes come. Ask for them by fetchUnverified,"
                    + " and keep the hash that it gives back");
        }
        fetchUnverified(file, progress, cancellation);
        return path(file);
    }

    /**
     * Like {@link #fetch(ModelFile, FetchProgress, Cancellation)}, and fetches also what has no known hash.
     *
     * @return the file with the size and the hash that were found; its path is the same
     */
    public ModelFile fetchUnverified(ModelFile file, FetchProgress progress, Cancellation cancellation)
            throws IOException {
        Path target = path(file);
        if (!Files.isRegularFile(target)) {
            URI address = address(file, target);
            Files.createDirectories(target.toAbsolutePath().getParent());
            LockFile lock = FetchLock.take(target, cancellation);
            try (lock) {
                if (!Files.isRegularFile(target)) {
                    return downloaded(file, address, new PartialFile(target), progress, cancellation);
                }
            }
        }
        return measured(file, target, "The file " + target);
    }

    private URI address(ModelFile file, Path target) {
        Optional<URI> address = FetchAddress.of(file, options);
        if (options.offline()) {
            throw new UnavailableException("The store is offline and does not have " + file.name() + ", expected as "
                    + target
                    + address.map(from -> ". It can be had from " + FetchAddress.shown(from))
                            .orElse(""));
        }
        return address.orElseThrow(() -> new UnavailableException(
                "Nobody knows where " + file.name() + " can be had; it is expected as " + target));
    }

    private ModelFile downloaded(
            ModelFile file, URI address, PartialFile part, FetchProgress progress, Cancellation cancellation)
            throws IOException {
        new Download(file, address, part, options, progress, cancellation).run();
        try {
            ModelFile found = measured(file, part.path(), file.name() + " from " + FetchAddress.shown(address));
            part.finish();
            return found;
        } catch (DepthException e) {
            part.discard();
            throw e;
        }
    }

    private static ModelFile measured(ModelFile file, Path found, String what) throws IOException {
        long size = Files.size(found);
        if (file.size().orElse(size) != size) {
            throw new MalformedInputException(
                    what + " should have " + file.size().getAsLong() + " bytes, found " + size);
        }
        if (size == 0) {
            throw new MalformedInputException(what + " is empty");
        }
        String hash = Hash.sha256(found);
        if (!file.sha256().orElse(hash).equals(hash)) {
            throw new MalformedInputException(
                    what + " should have the SHA-256 " + file.sha256().get() + ", found " + hash);
        }
        return file.withSize(size).withSha256(hash);
    }

    /**
     * Deletes the file and what has arrived of it, after a fetch that is under way.
     *
     * @return whether there was anything
     */
    public boolean delete(ModelFile file) throws IOException {
        Path target = path(file);
        if (!Files.isDirectory(target.toAbsolutePath().getParent())) {
            return false;
        }
        LockFile lock = FetchLock.take(target, new Cancellation());
        try (lock) {
            boolean partial = new PartialFile(target).discard();
            return Files.deleteIfExists(target) || partial;
        }
    }
}
